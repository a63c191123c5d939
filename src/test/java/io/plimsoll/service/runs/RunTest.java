package io.plimsoll.service.runs;

import static io.plimsoll.service.runs.TestRuns.as;
import static io.plimsoll.service.runs.TestRuns.start;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.plimsoll.service.Fixtures;
import io.plimsoll.service.RealMysql;
import io.plimsoll.service.database.Locks;
import io.plimsoll.service.right.Role;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A run is done once, whole or not at all; another takes its place only with a reason, and both stay. */
@QuarkusTest
@QuarkusTestResource(RealMysql.class)
class RunTest {

    private static final int STARTS_AT_ONCE = 8;

    @Inject
    Fixtures fixtures;

    @Inject
    TestRuns cycles;

    @Inject
    RunWorker worker;

    @Inject
    Runs runs;

    private Fixtures.Somebody planner;

    @BeforeEach
    void aPlanner() {
        planner = fixtures.person(Role.PLANNER);
    }

    @Test
    void aRunThatIsAskedForIsDoneAndEveryOrderIsAllocated() {
        String cycle = cycles.closed();
        start(planner, cycle, null).then().statusCode(201).body("state", equalTo("WAITING"));
        assertEquals("ALLOCATING", state(cycle));
        worker.goOn();
        assertEquals("ALLOCATED", state(cycle));
        as(planner)
                .get("/api/cycles/" + cycle + "/runs")
                .then()
                .statusCode(200)
                .body("request.state", equalTo("DONE"))
                .body("progress", nullValue())
                .body("runs", hasSize(1))
                .body("runs[0].inForce", equalTo(true))
                .body("runs[0].policyDigest", notNullValue());
        assertEquals(
                fixtures.values("SELECT DISTINCT state FROM demand_order WHERE cycle = ? ORDER BY state", cycle),
                List.of("ALLOCATED", "NO_DEMAND"));
        assertEquals(
                fixtures.value("SELECT SUM(demand) FROM demand_line WHERE cycle = ?", cycle),
                grants("SUM(g.demand)", cycle));
        assertEquals(
                grants("SUM(g.granted)", cycle),
                fixtures.value(
                        "SELECT SUM(t.granted) FROM grant_total t JOIN allocation_run a ON a.id = t.run WHERE a.cycle = ?",
                        cycle));
        assertEquals(
                grants("SUM(g.granted)", cycle),
                fixtures.value(
                        "SELECT SUM(s.granted) FROM run_sku s JOIN allocation_run a ON a.id = s.run WHERE a.cycle = ?",
                        cycle));
        assertEquals(List.of("RUN_STARTED", "RUN_FINISHED"), acts(cycle));
    }

    @Test
    void manyStartsAtOnceMakeOneRun() throws Exception {
        String cycle = cycles.closed();
        ExecutorService many = Executors.newFixedThreadPool(STARTS_AT_ONCE);
        CountDownLatch ready = new CountDownLatch(STARTS_AT_ONCE);
        List<Future<Response>> answers = new ArrayList<>();
        for (int i = 0; i < STARTS_AT_ONCE; i++) {
            answers.add(many.submit(() -> {
                ready.countDown();
                ready.await();
                return start(planner, cycle, null);
            }));
        }
        Set<Integer> requests = new HashSet<>();
        for (Future<Response> answer : answers) {
            answer.get().then().statusCode(201);
            requests.add(answer.get().path("id"));
        }
        many.shutdown();
        assertEquals(1, requests.size());
        ExecutorService two = Executors.newFixedThreadPool(2);
        Future<?> one = two.submit(worker::goOn);
        Future<?> other = two.submit(worker::goOn);
        one.get();
        other.get();
        two.shutdown();
        worker.goOn();
        assertEquals("1", fixtures.value("SELECT COUNT(*) FROM allocation_run WHERE cycle = ?", cycle));
        assertEquals(List.of("RUN_STARTED", "RUN_FINISHED"), acts(cycle));
    }

    @Test
    void correctedSupplyMakesARunThatSupersedesTheFirstWithAReasonAndBothStay() {
        String cycle = allocated();
        String sku = cycles.shortSku(cycle);
        long before =
                Long.parseLong(fixtures.value("SELECT supply FROM supply WHERE cycle = ? AND sku = ?", cycle, sku));
        start(planner, cycle, "No reason to.").then().statusCode(409);
        cycles.correct(planner, cycle, sku, before / 2);
        start(planner, cycle, "").then().statusCode(422).body("fields[0].field", equalTo("reason"));
        start(planner, cycle, "A lorry less.").then().statusCode(201);
        assertEquals("ALLOCATED", state(cycle), "what was granted holds until it is superseded");
        worker.goOn();
        List<Run> both = runs.of(cycle);
        assertEquals(2, both.size());
        assertEquals(both.get(1).id(), both.get(0).supersedes());
        assertEquals("A lorry less.", both.get(0).reason());
        assertEquals(List.of(true, false), both.stream().map(Run::inForce).toList());
        assertEquals(
                List.of(Long.toString(before), Long.toString(before / 2)),
                fixtures.values(
                        "SELECT s.supply FROM run_sku s JOIN allocation_run a ON a.id = s.run"
                                + " WHERE a.cycle = ? AND s.sku = ? ORDER BY a.id",
                        cycle,
                        sku));
        assertNotEquals(both.get(0).granted(), both.get(1).granted());
        start(planner, cycle, "Again.").then().statusCode(409);
    }

    @Test
    void onceDeliveredOrWithGoodsComeBackNothingIsSupersededAnyMore() {
        String cycle = allocated();
        String sku = cycles.shortSku(cycle);
        cycles.correct(planner, cycle, sku, 1);
        fixtures.execute(
                "INSERT INTO came_back (cycle, licence, sku, cartons, kind, recorded_at)"
                        + " SELECT cycle, licence, ?, 1, 'RETURNED', UTC_TIMESTAMP(6) FROM cycle_retailer WHERE cycle = ? LIMIT 1",
                sku,
                cycle);
        start(planner, cycle, "x").then().statusCode(409).body("detail", containsString("come back"));
        String delivered = allocated();
        step(delivered, "DELIVERED").then().statusCode(201);
        assertEquals(
                List.of("DELIVERED", "NO_DEMAND"),
                fixtures.values("SELECT DISTINCT state FROM demand_order WHERE cycle = ? ORDER BY state", delivered));
        start(planner, delivered, "x").then().statusCode(409);
    }

    @Test
    void nothingElseIsDoneToACycleWhileItsRunWaits() {
        String cycle = cycles.closed();
        start(planner, cycle, null);
        as(planner)
                .body(Map.of("state", "CANCELLED", "reason", "x"))
                .post("/api/cycles/" + cycle + "/steps")
                .then()
                .statusCode(409);
        worker.goOn();
    }

    @Test
    void aCycleThatIsOpenOrWithoutAPolicyIsNotRun() {
        String cycle = cycles.closed();
        fixtures.execute("UPDATE cycle SET state = 'SECOND_WINDOW' WHERE cycle = ?", cycle);
        start(planner, cycle, null).then().statusCode(409);
        fixtures.execute("UPDATE cycle SET state = 'CLOSED', policy = NULL WHERE cycle = ?", cycle);
        start(planner, cycle, null).then().statusCode(409).body("detail", containsString("policy"));
        start(planner, "none", null).then().statusCode(404);
        assertEquals("0", fixtures.value("SELECT COUNT(*) FROM run_request WHERE cycle = ?", cycle));
    }

    @Test
    void cyclesOfAMonthAreRunInTheirOrderAndKnowWhatTheEarlierOnesGranted() {
        String period = TestRuns.period();
        String first = cycles.closed("R-" + TestRuns.random(), period, 1);
        String second = cycles.closed("R-" + TestRuns.random(), period, 2);
        start(planner, second, null).then().statusCode(409).body("detail", containsString(first));
        start(planner, first, null).then().statusCode(201);
        worker.goOn();
        start(planner, second, null).then().statusCode(201);
        worker.goOn();
        assertEquals(
                grants("SUM(g.granted)", first),
                fixtures.value("SELECT SUM(granted_in_period) FROM cycle_retailer WHERE cycle = ?", second));
        cycles.correct(planner, first, cycles.shortSku(first), 1);
        start(planner, first, "x").then().statusCode(409).body("detail", containsString(second));
    }

    @Test
    void aRunThatBreaksInItsLastRowsLeavesNothingAndTheNextOneIsWhole() {
        String cycle = cycles.closed();
        start(planner, cycle, null);
        RunRequest request = runs.waiting(cycle).orElseThrow();
        worker.attempt(request, new BreaksAtTheEnd());
        assertEquals("0", fixtures.value("SELECT COUNT(*) FROM allocation_run WHERE cycle = ?", cycle));
        assertEquals("0", fixtures.value("SELECT COUNT(*) FROM grant_total WHERE cycle = ?", cycle));
        assertEquals("ALLOCATING", state(cycle));
        as(planner)
                .get("/api/cycles/" + cycle + "/runs")
                .then()
                .body("request.state", equalTo("FAILED"))
                .body("request.failure", equalTo("broken"));
        start(planner, cycle, null).then().statusCode(201);
        worker.goOn();
        assertEquals("ALLOCATED", state(cycle));
        assertEquals(List.of("RUN_STARTED", "RUN_FAILED", "RUN_STARTED", "RUN_FINISHED"), acts(cycle));
    }

    /** The lock of another process on the same database is respected. */
    @Test
    void whatAnotherProcessIsAtIsLeftToIt() {
        String cycle = cycles.closed();
        start(planner, cycle, null);
        Locks.Held held = locks.take(cycle).orElseThrow();
        worker.goOn();
        as(planner).get("/api/cycles/" + cycle + "/runs").then().body("progress.part", equalTo("ELSEWHERE"));
        held.close();
        worker.goOn();
        assertEquals("ALLOCATED", state(cycle));
    }

    @Inject
    RunLock locks;

    /** Equal input gives equal bytes, wherever and in whichever order it is stored. */
    @Test
    void theSameCycleGivesTheSameRecordAgain() {
        String cycle = allocated();
        byte[] once = cycles.record(cycle);
        String sku = cycles.shortSku(cycle);
        long supply =
                Long.parseLong(fixtures.value("SELECT supply FROM supply WHERE cycle = ? AND sku = ?", cycle, sku));
        for (long other : new long[] {supply / 2, supply}) {
            cycles.correct(planner, cycle, sku, other);
            start(planner, cycle, "x").then().statusCode(201);
            worker.goOn();
        }
        assertArrayEquals(once, cycles.record(cycle));
    }

    private static final class BreaksAtTheEnd implements RunProgress.Listener {

        @Override
        public void begins(RunPart part) {}

        @Override
        public void wrote(int lines, int of) {
            if (lines == of) {
                throw new IllegalArgumentException("broken");
            }
        }
    }

    private String allocated() {
        String cycle = cycles.closed();
        start(planner, cycle, null).then().statusCode(201);
        worker.goOn();
        assertEquals("ALLOCATED", state(cycle));
        return cycle;
    }

    private Response step(String cycle, String state) {
        return as(planner).body(Map.of("state", state)).post("/api/cycles/" + cycle + "/steps");
    }

    private String state(String cycle) {
        return fixtures.value("SELECT state FROM cycle WHERE cycle = ?", cycle);
    }

    private String grants(String what, String cycle) {
        return fixtures.value(
                "SELECT " + what
                        + " FROM grant_line g JOIN allocation_run a ON a.id = g.run WHERE a.cycle = ? AND a.in_force",
                cycle);
    }

    private List<String> acts(String cycle) {
        return fixtures.values(
                "SELECT kind FROM journal WHERE subject = ? AND kind LIKE 'RUN%' ORDER BY number", "cycle:" + cycle);
    }
}
