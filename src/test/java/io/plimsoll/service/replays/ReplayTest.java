package io.plimsoll.service.replays;

import static io.plimsoll.service.runs.TestRuns.as;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plimsoll.mysql.TestDatabase;
import io.plimsoll.service.Fixtures;
import io.plimsoll.service.RealMysql;
import io.plimsoll.service.background.TestWork;
import io.plimsoll.service.database.Locks;
import io.plimsoll.service.right.Role;
import io.plimsoll.service.runs.Run;
import io.plimsoll.service.runs.Runs;
import io.plimsoll.service.runs.TestRuns;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A run is recomputed from what is stored of it, and whatever was altered since is named. */
@QuarkusTest
@QuarkusTestResource(RealMysql.class)
class ReplayTest {

    private static final int ASKED_AT_ONCE = 8;

    @Inject
    Fixtures fixtures;

    @Inject
    TestRuns cycles;

    @Inject
    TestWork work;

    @Inject
    Runs runs;

    @Inject
    Locks locks;

    @ConfigProperty(name = "quarkus.datasource.jdbc.url")
    String url;

    private Fixtures.Somebody planner;
    private Fixtures.Somebody auditor;

    @BeforeEach
    void people() {
        planner = fixtures.person(Role.PLANNER);
        auditor = fixtures.person(Role.AUDITOR);
    }

    @Test
    void aRunThatNobodyTouchedIsRecomputedByteForByteForPlannersAndAuditors() {
        String cycle = allocated();
        for (Fixtures.Somebody somebody : List.of(planner, auditor)) {
            Response asked = ask(somebody, cycle, onlyRun(cycle), null);
            asked.then().statusCode(201).body("outcome", equalTo("WAITING"));
            work.goOn();
            answer(somebody, asked.path("id"))
                    .body("replay.outcome", equalTo("SAME"))
                    .body("differences", empty())
                    .body("otherRules", empty())
                    .body("comparison", nullValue())
                    .body("replay.record", equalTo(runs.of(cycle).get(0).record()));
        }
        assertEquals(
                List.of("REPLAY_ASKED", "REPLAY_FINISHED", "REPLAY_ASKED", "REPLAY_FINISHED"),
                fixtures.values(
                        "SELECT kind FROM journal WHERE subject = ? AND kind LIKE 'REPLAY%' ORDER BY number",
                        "cycle:" + cycle));
    }

    @Test
    void theRunInForceAndTheOneItSupersededAreBothTheSameAlsoOnceTheGoodsAreOut() {
        String cycle = allocated();
        cycles.correct(planner, cycle, cycles.shortSku(cycle), 3);
        TestRuns.start(planner, cycle, "A lorry less.").then().statusCode(201);
        cycles.work();
        as(planner)
                .body(Map.of("state", "DELIVERED"))
                .post("/api/cycles/" + cycle + "/steps")
                .then()
                .statusCode(201);
        assertEquals(2, runs.of(cycle).size());
        for (Run run : runs.of(cycle)) {
            replayed(cycle, run.id(), null).body("replay.outcome", equalTo("SAME"));
        }
    }

    /** Behind the application's back: its own user may change none of these. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "UPDATE grant_line SET granted = granted + 1 WHERE run = ? ORDER BY licence LIMIT 1 | grants.csv, line 2, column granted",
                "UPDATE grant_line SET demand = demand + 1 WHERE run = ? ORDER BY licence LIMIT 1 | grants.csv, line 2, column demand",
                "UPDATE grant_line SET binding = 'PACING' WHERE run = ? ORDER BY licence LIMIT 1 | grants.csv, line 2, column binding",
                "DELETE FROM grant_line WHERE run = ? ORDER BY licence DESC, line_rank DESC LIMIT 1 | grants.csv",
                "UPDATE run_ceiling SET max_cartons = max_cartons + 1 WHERE run = ? ORDER BY position LIMIT 1 | ceilings.csv, line 2, column max_cartons",
                "UPDATE run_ceiling SET code = 'OTHER' WHERE run = ? ORDER BY position LIMIT 1 | run_ceiling.code",
                "UPDATE run_sku SET level = '99' WHERE run = ? AND level IS NOT NULL ORDER BY sku LIMIT 1 | levels.csv",
                "UPDATE run_sku SET supply = supply + 1 WHERE run = ? AND supply > 0 ORDER BY sku LIMIT 1 | skus.csv of the input",
                "UPDATE grant_total SET granted = granted + 1 WHERE run = ? ORDER BY licence LIMIT 1 | grant_total",
                "UPDATE allocation_run SET granted = granted + 1 WHERE id = ? | allocation_run",
                "UPDATE allocation_run SET record = REPLACE(record, 'county', 'countx') WHERE id = ? | run.json",
                "UPDATE allocation_run SET record = '{}' WHERE id = ? | run.json",
                "INSERT INTO run_finding SELECT id, 999999, 'R10', 'WARNING', 'Nobody', 'X', 'code=X' FROM allocation_run WHERE id = ? | findings.csv",
                "UPDATE demand_line l JOIN allocation_run a ON a.cycle = l.cycle SET l.demand = l.demand + 5 WHERE a.id = ? AND l.line_rank = 1 | orders.csv of the input",
                "UPDATE cycle_retailer f JOIN allocation_run a ON a.cycle = f.cycle SET f.agreed_total = f.agreed_total + 1 WHERE a.id = ? | retailers.csv of the input",
                "UPDATE demand_order o JOIN allocation_run a ON a.cycle = o.cycle SET o.actor = 'Somebody else' WHERE a.id = ? AND o.actor IS NOT NULL | submissions.csv of the input",
                "UPDATE cycle c JOIN allocation_run a ON a.cycle = c.cycle SET c.seed = 'another draw' WHERE a.id = ? | cycle.csv of the input",
            })
    void whatWasChangedInTheDatabaseIsFoundAndNamed(String change, String named) throws SQLException {
        String cycle = allocated();
        long run = onlyRun(cycle);
        assertTrue(asOwner(change, run) > 0, "nothing was changed");
        replayed(cycle, run, null)
                .body("replay.outcome", equalTo("DIFFERS"))
                .body("differences.words", hasItem(containsString(named)));
    }

    @Test
    void theLineThatWasChangedSaysWhoseItIs() throws SQLException {
        String cycle = allocated();
        long run = onlyRun(cycle);
        asOwner("UPDATE grant_line SET granted = granted + 1 WHERE run = ? ORDER BY licence LIMIT 1", run);
        String licence = fixtures.value("SELECT MIN(licence) FROM grant_line WHERE run = ?", run);
        replayed(cycle, run, null).body("differences.line", hasItem(containsString(licence + ",")));
    }

    @Test
    void aPolicyWhoseTablesWereChangedIsFoundThoughItIsRemembered() throws SQLException {
        String cycle = allocated();
        String digest = runs.of(cycle).get(0).policyDigest();
        String content =
                fixtures.value("SELECT content FROM policy_table WHERE digest = ? AND file = 'weights.csv'", digest);
        byte[] other = (content + "\n").replaceAll("LARGE,\\d+", "LARGE,77").getBytes();
        String trigger = "policy_table_is_never_changed";
        String again = "CREATE TRIGGER " + trigger + " BEFORE UPDATE ON policy_table FOR EACH ROW"
                + " SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'a policy version never changes'";
        asOwner("DROP TRIGGER " + trigger);
        try {
            asOwner("UPDATE policy_table SET content = ? WHERE digest = ? AND file = 'weights.csv'", other, digest);
            replayed(cycle, onlyRun(cycle), null)
                    .body("replay.outcome", equalTo("DIFFERS"))
                    .body("differences.words", hasItem(containsString("tables of the policy")));
        } finally {
            asOwner(
                    "UPDATE policy_table SET content = ? WHERE digest = ? AND file = 'weights.csv'",
                    content.getBytes(),
                    digest);
            asOwner(again);
        }
        replayed(cycle, onlyRun(cycle), null).body("replay.outcome", equalTo("SAME"));
    }

    @Test
    void askedForManyTimesAtOnceItIsDoneOnce() throws Exception {
        String cycle = allocated();
        long run = onlyRun(cycle);
        ExecutorService many = Executors.newFixedThreadPool(ASKED_AT_ONCE);
        CountDownLatch ready = new CountDownLatch(ASKED_AT_ONCE);
        List<Future<Response>> answers = new ArrayList<>();
        for (int i = 0; i < ASKED_AT_ONCE; i++) {
            answers.add(many.submit(() -> {
                ready.countDown();
                ready.await();
                return ask(planner, cycle, run, null);
            }));
        }
        Set<Integer> asked = new HashSet<>();
        for (Future<Response> answer : answers) {
            answer.get().then().statusCode(201);
            asked.add(answer.get().path("id"));
        }
        assertEquals(1, asked.size());
        Future<?> one = many.submit(work::goOn);
        Future<?> other = many.submit(work::goOn);
        one.get();
        other.get();
        many.shutdown();
        work.goOn();
        assertEquals("1", fixtures.value("SELECT COUNT(*) FROM replay WHERE run = ?", run));
        assertEquals(
                "1",
                fixtures.value(
                        "SELECT COUNT(*) FROM replay_result f JOIN replay r ON r.id = f.replay WHERE r.run = ?", run));
        Response again = ask(planner, cycle, run, null);
        assertFalse(asked.contains(again.<Integer>path("id")), "one that is over is another");
        work.goOn();
    }

    /** Another process has it until it ends, however it ends; then the next that looks takes it up. */
    @Test
    void whatAStoppedProcessLeftIsTakenUpByTheNext() {
        String cycle = allocated();
        int asked = ask(planner, cycle, onlyRun(cycle), null).path("id");
        Locks.Held other = locks.take("REPLAY " + asked).orElseThrow();
        work.goOn();
        answer(planner, asked).body("replay.outcome", equalTo("WAITING")).body("part", equalTo("WAITING"));
        other.close();
        work.goOn();
        answer(planner, asked).body("replay.outcome", equalTo("SAME")).body("part", nullValue());
    }

    @Test
    void underAnotherPolicyItSaysWhoGainsAndWhoLosesAndChangesNothing() {
        String cycle = allocated();
        long run = onlyRun(cycle);
        String before = everything(cycle);
        String other = policyWith("weights.csv", "size_class,weight\nLARGE,1\nMEDIUM,1\nSMALL,100\n", run);
        Response asked = ask(auditor, cycle, run, other);
        asked.then().statusCode(201).body("policy", equalTo(other));
        work.goOn();
        int id = asked.path("id");
        ValidatableResponse answer = answer(auditor, id)
                .body("replay.outcome", equalTo("COMPARED"))
                .body("comparison.byClass.name", hasItem("SMALL"));
        long gained = answer.extract().jsonPath().getLong("comparison.total.gained");
        assertTrue(gained > 0, "small shops gain by their weight");
        assertTrue(answer.extract().jsonPath().getLong("comparison.byClass.find { it.name == 'SMALL' }.gained") > 0);
        assertEquals(
                answer.extract().jsonPath().getInt("comparison.total.shopsGained"),
                as(auditor)
                        .get("/api/replays/" + id + "/retailers?size=500")
                        .jsonPath()
                        .getList("items", Map.class)
                        .stream()
                        .filter(shop -> (int) shop.get("difference") > 0)
                        .count());
        assertEquals(
                answer.extract().jsonPath().getLong("comparison.total.gained"),
                answer.extract().jsonPath().getList("comparison.byTerritory.gained", Long.class).stream()
                        .mapToLong(Long::longValue)
                        .sum());
        List<Integer> differences = as(auditor)
                .get("/api/replays/" + id + "/retailers?order=LOST&size=500")
                .jsonPath()
                .getList("items.difference");
        assertEquals(differences.stream().sorted().toList(), differences);
        for (String table : List.of("groups", "retailers", "skus", "reasons", "findings")) {
            for (String format : List.of("csv", "csv-gb18030", "xlsx")) {
                as(auditor)
                        .get("/api/replays/" + id + "/tables/" + table + "?format=" + format)
                        .then()
                        .statusCode(200);
            }
        }
        as(auditor).get("/api/replays/" + id + "/tables/nothing").then().statusCode(404);
        as(auditor)
                .get("/api/replays/" + id + "/tables/groups?format=pdf")
                .then()
                .statusCode(422);
        assertEquals(before, everything(cycle));
        replayed(cycle, run, null).body("replay.outcome", equalTo("SAME"));
    }

    @Test
    void theOwnPolicyIsNoOtherAndAnUnknownOneIsRefused() {
        String cycle = allocated();
        long run = onlyRun(cycle);
        String own = runs.of(cycle).get(0).policyDigest();
        int asked = ask(planner, cycle, run, own).path("id");
        work.goOn();
        answer(planner, asked).body("replay.outcome", equalTo("SAME")).body("replay.policy", nullValue());
        ask(planner, cycle, run, "0".repeat(64)).then().statusCode(422).body("fields[0].field", equalTo("policy"));
        assertEquals("1", fixtures.value("SELECT COUNT(*) FROM replay WHERE run = ?", run));
    }

    @Test
    void aPolicyThatServesNotAllClassesCannotBeTriedAndItSaysWhy() {
        String cycle = allocated();
        long run = onlyRun(cycle);
        String other = policyWith("weights.csv", "size_class,weight\nLARGE,1\nMEDIUM,1\n", run);
        int asked = ask(planner, cycle, run, other).path("id");
        work.goOn();
        String reason = answer(planner, asked)
                .body("replay.outcome", equalTo("IMPOSSIBLE"))
                .extract()
                .path("reason");
        assertFalse(reason.isBlank());
    }

    @Test
    void aRunWhoseRowsWereAlteredIsNotComparedButSaysThatTheyWere() throws SQLException {
        String cycle = allocated();
        long run = onlyRun(cycle);
        asOwner("UPDATE grant_line SET granted = granted + 1 WHERE run = ? ORDER BY licence LIMIT 1", run);
        String other = policyWith("weights.csv", "size_class,weight\nLARGE,3\nMEDIUM,2\nSMALL,1\n", run);
        int asked = ask(planner, cycle, run, other).path("id");
        work.goOn();
        answer(planner, asked)
                .body("replay.outcome", equalTo("IMPOSSIBLE"))
                .body("reason", containsString("grants.csv"));
    }

    @Test
    void nobodyElseAsksAndARunOfAnotherCycleIsNotThere() {
        String cycle = allocated();
        long run = onlyRun(cycle);
        for (Role role : List.of(Role.ORDER_DESK, Role.ADMIN)) {
            ask(fixtures.person(role), cycle, run, null).then().statusCode(403);
        }
        ask(planner, allocated(), run, null).then().statusCode(404);
        ask(planner, "none", run, null).then().statusCode(404);
        as(planner).get("/api/replays/" + Long.MAX_VALUE).then().statusCode(404);
        fixtures.execute(
                "INSERT INTO allocation_run (cycle, made_at, record, in_force) SELECT cycle, UTC_TIMESTAMP(6), '{}', NULL"
                        + " FROM cycle WHERE cycle = ?",
                cycle);
        String grantsOnly = fixtures.value("SELECT MAX(id) FROM allocation_run WHERE cycle = ?", cycle);
        ask(planner, cycle, Long.parseLong(grantsOnly), null).then().statusCode(409);
        as(planner)
                .get("/api/cycles/" + cycle + "/runs/" + run + "/replays")
                .then()
                .statusCode(200)
                .body("items", hasSize(0));
    }

    private String allocated() {
        String cycle = cycles.closed();
        TestRuns.start(planner, cycle, null).then().statusCode(201);
        cycles.work();
        return cycle;
    }

    private long onlyRun(String cycle) {
        return runs.of(cycle).get(0).id();
    }

    /** Policies of other content than that of a run. */
    private String policyWith(String file, String content, long run) {
        String digest = fixtures.value("SELECT policy FROM allocation_run WHERE id = ?", run);
        Map<String, String> tables = new HashMap<>();
        for (String name : fixtures.values("SELECT file FROM policy_table WHERE digest = ?", digest)) {
            tables.put(
                    name,
                    fixtures.value("SELECT content FROM policy_table WHERE digest = ? AND file = ?", digest, name));
        }
        tables.put(file, content);
        Response stored = as(planner).body(Map.of("tables", tables)).post("/api/policies");
        return stored.then().statusCode(201).extract().path("policy.digest");
    }

    private static Response ask(Fixtures.Somebody somebody, String cycle, long run, String policyOrNull) {
        Map<String, Object> body = new HashMap<>();
        body.put("policy", policyOrNull);
        return as(somebody).body(body).post("/api/cycles/" + cycle + "/runs/" + run + "/replays");
    }

    private ValidatableResponse replayed(String cycle, long run, String policyOrNull) {
        int asked = ask(planner, cycle, run, policyOrNull).path("id");
        work.goOn();
        return answer(planner, asked);
    }

    private static ValidatableResponse answer(Fixtures.Somebody somebody, int replay) {
        return as(somebody).get("/api/replays/" + replay).then().statusCode(200);
    }

    /** All that counts of a cycle, as one text. */
    private String everything(String cycle) {
        return String.join(
                "\n",
                fixtures.values(
                        "SELECT CONCAT_WS(',', c.state, c.policy, c.version, a.id, a.in_force, a.granted, g.licence, g.sku,"
                                + " g.demand, g.granted, g.binding, o.state, o.version) FROM cycle c"
                                + " JOIN allocation_run a ON a.cycle = c.cycle JOIN grant_line g ON g.run = a.id"
                                + " JOIN demand_order o ON o.cycle = c.cycle AND o.licence = g.licence"
                                + " WHERE c.cycle = ? ORDER BY a.id, g.licence, g.line_rank",
                        cycle));
    }

    private int asOwner(String sql, Object... values) throws SQLException {
        try (Connection connection = DriverManager.getConnection(
                        url, TestDatabase.owner().user(), TestDatabase.owner().password());
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            return statement.executeUpdate();
        }
    }
}
