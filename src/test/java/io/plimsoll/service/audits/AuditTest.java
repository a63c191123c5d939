package io.plimsoll.service.audits;

import static io.plimsoll.service.runs.TestRuns.as;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plimsoll.drools.BuiltInRules;
import io.plimsoll.files.CycleFolder;
import io.plimsoll.files.CycleInput;
import io.plimsoll.files.GrantsFile;
import io.plimsoll.finding.Finding;
import io.plimsoll.results.ResultWriter;
import io.plimsoll.rule.RuleBook;
import io.plimsoll.run.CycleRun;
import io.plimsoll.service.Browser;
import io.plimsoll.service.Fixtures;
import io.plimsoll.service.RealMysql;
import io.plimsoll.service.background.TestWork;
import io.plimsoll.service.database.Locks;
import io.plimsoll.service.right.Role;
import io.plimsoll.service.runs.Runs;
import io.plimsoll.service.runs.TestRuns;
import io.plimsoll.service.web.Forms;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Grants that others made are judged as the command line judges them, and never become grants of the cycle. */
@QuarkusTest
@QuarkusTestResource(RealMysql.class)
class AuditTest {

    private static final RuleBook RULES = BuiltInRules.load();
    private static final String SOURCE = "Lists of the north depot";

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

    private Fixtures.Somebody planner;
    private Fixtures.Somebody auditor;

    @BeforeEach
    void people() {
        planner = fixtures.person(Role.PLANNER);
        auditor = fixtures.person(Role.AUDITOR);
    }

    @Test
    void whatPlimsollGrantedItselfIsFoundToBeLawfulForPlannersAndAuditors() {
        for (Fixtures.Somebody somebody : List.of(planner, auditor)) {
            String cycle = allocated();
            Response brought = bring(somebody, cycle, ownGrants(cycle));
            brought.then().statusCode(201).body("state", equalTo("WAITING"));
            work.goOn();
            answer(somebody, brought.path("id"))
                    .body("audit.state", equalTo("JUDGED"))
                    .body("audit.critical", equalTo(0))
                    .body("beside.more", equalTo(0))
                    .body("beside.less", equalTo(0));
        }
    }

    @Test
    void whatIsForbiddenIsFoundWithItsEvidenceAndTheCycleKeepsItsOwnGrants() {
        String cycle = allocated();
        String before = everything(cycle);
        Response brought = bring(auditor, cycle, ownGrants(cycle) + "NOBODY,NOTHING,7\n");
        work.goOn();
        int id = brought.path("id");
        answer(auditor, id)
                .body("audit.critical", greaterThan(0))
                .body("audit.source", equalTo(SOURCE))
                .body("audit.digest", notNullValue())
                .body("beside.more", equalTo(1))
                .body("beside.most[0].licence", equalTo("NOBODY"));
        as(auditor)
                .get("/api/audits/" + id + "/findings?severity=CRITICAL")
                .then()
                .statusCode(200)
                .body("items.finding.rule", hasItem("R17"))
                .body("items.finding.evidence", hasItem(containsString("NOTHING")))
                .body("items[0].words", notNullValue());
        as(auditor)
                .get("/api/cycles/" + cycle + "/audits")
                .then()
                .statusCode(200)
                .body("items", hasSize(1))
                .body("items[0].file", equalTo("paper.csv"));
        assertEquals(before, everything(cycle));
        assertEquals("1", fixtures.value("SELECT COUNT(*) FROM allocation_run WHERE cycle = ?", cycle));
        assertEquals(
                List.of("AUDIT_BROUGHT", "AUDIT_JUDGED"),
                fixtures.values(
                        "SELECT kind FROM journal WHERE subject = ? AND kind LIKE 'AUDIT%' ORDER BY number",
                        "cycle:" + cycle));
    }

    /** The same bytes as {@code plimsoll audit CYCLE GRANTS --out OUT} on what is exported, of superseded supply too. */
    @Test
    void findingsAndRecordAreThoseOfTheCommandLineOnTheExportedCycle() throws Exception {
        String cycle = allocated();
        String grants = ownGrants(cycle).replaceFirst(",(\\d+)\n", ",999\n") + "NOBODY,NOTHING,7\n";
        int id = bring(auditor, cycle, grants).path("id");
        work.goOn();
        Path place = Files.createTempDirectory(Files.createDirectories(Path.of("target/audits")), "audit-");
        takeOut(cycle, place);
        Path file = Files.writeString(place.resolve("paper.csv"), grants);
        CycleInput input = CycleFolder.read(place.resolve("cycle"));
        GrantsFile read = GrantsFile.read(file, input.cycle());
        List<Finding> findings = new CycleRun(RULES, 2).audit(input.cycle(), read.grants(), part -> {});
        Path out = Files.createDirectory(place.resolve("out"));
        ResultWriter.writeAudit(out, input, read.digest(), findings, RULES.texts());
        assertTrue(findings.size() > 1);
        for (String each : List.of("findings.csv", "audit.json")) {
            assertArrayEquals(Files.readAllBytes(out.resolve(each)), file(id, each), each);
        }
        assertEquals("PK", new String(file(id, "findings.xlsx"), 0, 2, StandardCharsets.US_ASCII));
        assertEquals(
                grants.lines().count(),
                new String(file(id, "grants.csv"), StandardCharsets.UTF_8)
                        .lines()
                        .count());
        as(auditor).get("/api/audits/" + id + "/files/other.csv").then().statusCode(404);
    }

    @Test
    void aCycleThatCameInAndWasNeverRunHereIsJudgedAgainstWhatCameIn() {
        String cycle = cycles.closed();
        fixtures.execute("UPDATE cycle SET came_in = TRUE WHERE cycle = ?", cycle);
        String line = fixtures.value(
                "SELECT CONCAT(licence, ',', sku, ',', demand + 1, '\n') FROM demand_line WHERE cycle = ?"
                        + " ORDER BY licence, line_rank LIMIT 1",
                cycle);
        int id = bring(auditor, cycle, "retailer,sku,granted\n" + line).path("id");
        work.goOn();
        answer(auditor, id)
                .body("audit.state", equalTo("JUDGED"))
                .body("audit.run", nullValue())
                .body("beside", nullValue())
                .body("audit.critical", greaterThan(0));
    }

    @Test
    void ofABadFileEveryErrorIsNamedByLineAndColumnAndNothingIsStored() {
        String cycle = allocated();
        String bad = "retailer,sku,granted\nA,S,1\nA,S,2\n,S,3\nB,S,-1\nC,T,some\n";
        bring(auditor, cycle, bad)
                .then()
                .statusCode(422)
                .body("errors.line", equalTo(List.of(3, 4, 5, 6)))
                .body("errors.column", equalTo(List.of("sku", "retailer", "granted", "granted")))
                .body("errors.expected", hasItem(containsString("once")));
        bring(auditor, cycle, "retailer,sku\nA,S\n").then().statusCode(422);
        bring(auditor, cycle, "").then().statusCode(422);
        assertEquals("0", fixtures.value("SELECT COUNT(*) FROM audit WHERE cycle = ?", cycle));
        assertEquals(
                "0",
                fixtures.value(
                        "SELECT COUNT(*) FROM audit_grant WHERE licence IN ('A', 'B', 'C') AND sku IN ('S', 'T')"));
    }

    @Test
    void otherEncodingsAndWorkbooksAreTakenButNoZips() throws Exception {
        String cycle = allocated();
        byte[] chinese = "retailer,sku,granted\n张三,红河,7\n".getBytes(Charset.forName("GB18030"));
        int id = bring(auditor, cycle, chinese).path("id");
        work.goOn();
        as(auditor)
                .get("/api/audits/" + id + "/findings")
                .then()
                .body("items.finding.subject", hasItem(containsString("张三")));
        ByteArrayOutputStream book = new ByteArrayOutputStream();
        io.plimsoll.exchange.Exports.table(
                io.plimsoll.exchange.TableFormat.XLSX,
                "Tabelle1",
                List.of("retailer", "sku", "granted"),
                List.of(List.of("NOBODY", "NOTHING", 7)).iterator(),
                book);
        bring(auditor, cycle, book.toByteArray()).then().statusCode(201);
        work.goOn();
        ByteArrayOutputStream zip = new ByteArrayOutputStream();
        try (ZipOutputStream out = new ZipOutputStream(zip)) {
            out.putNextEntry(new ZipEntry("grants.csv"));
            out.write(chinese);
        }
        bring(auditor, cycle, zip.toByteArray()).then().statusCode(422).body("detail", containsString("one table"));
    }

    @Test
    void cyclesThatAreNotPastTakeNoneAndWhoIsNeitherPlannerNorAuditorBringsNone() {
        String cycle = cycles.closed();
        bring(planner, cycle, "retailer,sku,granted\n").then().statusCode(409);
        bring(planner, "none", "retailer,sku,granted\n").then().statusCode(404);
        String past = allocated();
        for (Role role : List.of(Role.ORDER_DESK, Role.ADMIN)) {
            bring(fixtures.person(role), past, "retailer,sku,granted\n").then().statusCode(403);
        }
        as(auditor)
                .contentType("text/csv")
                .body("retailer,sku,granted\n")
                .post("/api/cycles/" + past + "/audits?file=a.csv")
                .then()
                .statusCode(422)
                .body("fields[0].field", equalTo("source"));
        as(auditor).get("/api/audits/" + Long.MAX_VALUE).then().statusCode(404);
        assertEquals("0", fixtures.value("SELECT COUNT(*) FROM audit WHERE cycle IN (?, ?)", cycle, past));
    }

    @Test
    void theSameFileBroughtTwiceAtOnceIsJudgedOnceAndTheSameRequestIsDoneOnce() throws Exception {
        String cycle = allocated();
        String grants = ownGrants(cycle);
        ExecutorService two = Executors.newFixedThreadPool(2);
        List<Future<Response>> answers = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            answers.add(two.submit(() -> bring(auditor, cycle, grants)));
        }
        Set<Integer> ids = new HashSet<>();
        for (Future<Response> answer : answers) {
            answer.get().then().statusCode(201);
            ids.add(answer.get().path("id"));
        }
        two.shutdown();
        assertEquals(1, ids.size());
        work.goOn();
        bring(planner, cycle, grants)
                .then()
                .statusCode(409)
                .body("detail", containsString("was brought for this cycle"));
        bring(planner, cycle, "retailer,sku,granted\n").then().statusCode(422).body("fields[0].field", equalTo("file"));
        assertEquals("1", fixtures.value("SELECT COUNT(*) FROM audit WHERE cycle = ?", cycle));
        String other = grants.substring(0, grants.lastIndexOf('\n', grants.length() - 2) + 1);
        String key = Forms.random();
        List<Integer> again = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            again.add(sending(auditor, key)
                    .body(other)
                    .post("/api/cycles/" + cycle + "/audits?file=paper.csv&source=depot")
                    .path("id"));
            work.goOn();
        }
        assertEquals(again.get(0), again.get(1));
        assertEquals("2", fixtures.value("SELECT COUNT(*) FROM audit WHERE cycle = ?", cycle));
    }

    @Test
    void whatAStoppedProcessLeftIsTakenUpByTheNext() {
        String cycle = allocated();
        int id = bring(auditor, cycle, ownGrants(cycle)).path("id");
        Locks.Held other = locks.take("AUDIT " + id).orElseThrow();
        work.goOn();
        answer(auditor, id).body("audit.state", equalTo("WAITING")).body("part", equalTo("WAITING"));
        other.close();
        work.goOn();
        answer(auditor, id).body("audit.state", equalTo("JUDGED")).body("part", nullValue());
    }

    @Test
    void anAuditorBringsAFileByThePageAndSeesWhatWasFound() {
        String cycle = allocated();
        Browser browser = Browser.of(auditor);
        String form = browser.get("/cycles/" + cycle + "/audits/new").asString();
        Response bad = browser.request()
                .multiPart("csrf", Browser.csrf(form))
                .multiPart("once", Forms.random())
                .multiPart("source", SOURCE)
                .multiPart("file", "paper.csv", "retailer,sku,granted\nA,S,-1\n".getBytes(StandardCharsets.UTF_8))
                .post("/cycles/" + cycle + "/audits");
        bad.then().statusCode(422);
        assertTrue(bad.asString().contains(SOURCE), "what was typed is kept");
        assertTrue(bad.asString().contains("granted"));
        Response good = browser.request()
                .multiPart("csrf", Browser.csrf(form))
                .multiPart("once", Forms.random())
                .multiPart("source", SOURCE)
                .multiPart(
                        "file", "paper.csv", (ownGrants(cycle) + "NOBODY,NOTHING,7\n").getBytes(StandardCharsets.UTF_8))
                .post("/cycles/" + cycle + "/audits");
        good.then().statusCode(303);
        String page = good.getHeader("Location");
        assertTrue(browser.get(page).asString().contains("run-progress"));
        assertEquals(200, browser.get(page + "/progress").statusCode());
        work.goOn();
        assertEquals("true", browser.get(page + "/progress").getHeader("HX-Refresh"));
        String shown = browser.get(page).asString();
        assertTrue(shown.contains("NOBODY"));
        assertTrue(shown.contains(SOURCE));
        assertTrue(browser.get("/cycles/" + cycle + "/audits").asString().contains(SOURCE));
        assertTrue(browser.get(page + "?severity=CRITICAL").asString().contains("NOBODY"));
        assertNotEquals(
                200, Browser.of(fixtures.person(Role.ORDER_DESK)).get(page).statusCode());
    }

    @ParameterizedTest
    @CsvSource({"audit", "audit_grant", "audit_finding", "audit_result"})
    void whatWasBroughtAndFoundIsOnlyEverAddedTo(String table) {
        String denied = "";
        try {
            fixtures.execute("DELETE FROM " + table);
        } catch (IllegalStateException refused) {
            denied = String.valueOf(refused.getMessage());
        }
        assertTrue(denied.contains("denied"), denied);
    }

    private String allocated() {
        String cycle = cycles.closed();
        TestRuns.start(planner, cycle, null).then().statusCode(201);
        cycles.work();
        return cycle;
    }

    private String ownGrants(String cycle) {
        return "retailer,sku,granted\n"
                + String.join(
                        "",
                        fixtures.values(
                                "SELECT CONCAT(g.licence, ',', g.sku, ',', g.granted, '\n') FROM grant_line g"
                                        + " JOIN allocation_run a ON a.id = g.run WHERE a.cycle = ? AND a.in_force"
                                        + " ORDER BY g.licence, g.line_rank",
                                cycle));
    }

    private static io.restassured.specification.RequestSpecification sending(Fixtures.Somebody somebody, String key) {
        return RestAssured.given()
                .header("Authorization", "Bearer " + somebody.token())
                .header("Idempotency-Key", key)
                .contentType("text/csv");
    }

    private static Response bring(Fixtures.Somebody somebody, String cycle, String grants) {
        return bring(somebody, cycle, grants.getBytes(StandardCharsets.UTF_8));
    }

    private static Response bring(Fixtures.Somebody somebody, String cycle, byte[] grants) {
        return sending(somebody, Forms.random())
                .queryParam("file", "paper.csv")
                .queryParam("source", SOURCE)
                .body(grants)
                .post("/api/cycles/" + cycle + "/audits");
    }

    private static ValidatableResponse answer(Fixtures.Somebody somebody, int audit) {
        return as(somebody).get("/api/audits/" + audit).then().statusCode(200);
    }

    private byte[] file(int audit, String name) {
        return as(auditor)
                .get("/api/audits/" + audit + "/files/" + name)
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();
    }

    private void takeOut(String cycle, Path to) throws Exception {
        byte[] zip = RestAssured.given()
                .auth()
                .oauth2(planner.token())
                .get("/api/exports/cycles/" + cycle + "/runs/"
                        + runs.of(cycle).get(0).id())
                .asByteArray();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                Path file = to.resolve(entry.getName());
                Files.createDirectories(file.getParent());
                Files.copy(in, file);
            }
        }
    }

    private String everything(String cycle) {
        return String.join(
                "\n",
                fixtures.values(
                        "SELECT CONCAT_WS(',', c.state, c.version, a.id, a.in_force, a.granted, g.licence, g.sku, g.demand,"
                                + " g.granted, o.state, o.version) FROM cycle c JOIN allocation_run a ON a.cycle = c.cycle"
                                + " JOIN grant_line g ON g.run = a.id"
                                + " JOIN demand_order o ON o.cycle = c.cycle AND o.licence = g.licence"
                                + " WHERE c.cycle = ? ORDER BY a.id, g.licence, g.line_rank",
                        cycle));
    }
}
