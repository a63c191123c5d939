package io.plimsoll.service.runs;

import static io.restassured.RestAssured.given;

import io.plimsoll.cycle.Cycle;
import io.plimsoll.cycle.CycleHead;
import io.plimsoll.files.PolicyVersion;
import io.plimsoll.generation.County;
import io.plimsoll.generation.CountyPlan;
import io.plimsoll.generation.GeneratedCycle;
import io.plimsoll.service.Fixtures;
import io.plimsoll.service.intake.CycleIntake;
import io.plimsoll.service.policies.Policies;
import io.plimsoll.service.right.Role;
import io.plimsoll.service.web.Forms;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** Cycles of a small county, closed and with orders, each in a month of its own. */
@ApplicationScoped
public class TestRuns {

    private static final int SHOPS = 60;
    private static final int SKUS = 12;
    private static final Instant CLOSED = Instant.parse("2026-11-04T02:00:00Z");

    private final Fixtures fixtures;
    private final CycleIntake intake;
    private final Policies policies;
    private final RunWorker worker;

    TestRuns(Fixtures fixtures, CycleIntake intake, Policies policies, RunWorker worker) {
        this.fixtures = fixtures;
        this.intake = intake;
        this.policies = policies;
        this.worker = worker;
    }

    /** Does the runs that wait, as the service does by itself. */
    public void work() {
        worker.goOn();
    }

    /** Drawn ones would meet now and then. */
    private static final AtomicInteger MONTHS = new AtomicInteger();

    /** Eight characters that no other test has. */
    public static String random() {
        return Forms.random().replaceAll("[_-]", "x").substring(0, 8);
    }

    /** A month that no other test uses. */
    public static String period() {
        int month = MONTHS.getAndIncrement();
        return "3%03d-%02d".formatted(100 + month / 12, 1 + month % 12);
    }

    /** A program of somebody, with a request of its own. */
    public static RequestSpecification as(Fixtures.Somebody somebody) {
        return given().header("Authorization", "Bearer " + somebody.token())
                .header("Idempotency-Key", Forms.random())
                .contentType(ContentType.JSON);
    }

    /** A small county in its first cycle. */
    public static GeneratedCycle drawn() {
        List<GeneratedCycle> drawn = new ArrayList<>();
        County.of(CountyPlan.of(SHOPS, SKUS, 7)).show(1, new County.Visitor<RuntimeException>() {

            @Override
            public void begins(String cycle) {}

            @Override
            public void takes(GeneratedCycle cycle) {
                drawn.add(cycle);
            }

            @Override
            public int[] allocates(Cycle cycle) {
                throw new IllegalStateException("only one is drawn");
            }
        });
        return drawn.get(0);
    }

    /** The first cycle of a month, both windows over. */
    public String closed() {
        return closed("R-" + random(), period(), 1);
    }

    @Transactional
    public String closed(String name, String period, int number) {
        GeneratedCycle generated = drawn();
        Cycle drawn = generated.cycle();
        PolicyVersion policy = PolicyVersion.of(drawn.policy());
        if (policies.store(policy, Optional.empty()).isNew()) {
            fixtures.execute(
                    "INSERT INTO policy_step (digest, number, step, by_person, at) VALUES (?, 1, 'APPROVED', ?, UTC_TIMESTAMP(6))",
                    policy.digest(),
                    fixtures.person(Role.PLANNER).id());
        }
        Cycle cycle = new Cycle(
                new CycleHead(name, drawn.head().seed(), period, number, 4),
                drawn.retailers(),
                drawn.skus(),
                drawn.orders(),
                policy.releasePolicy());
        intake.storeRegister(cycle, generated.details());
        intake.storeCycle(
                cycle,
                generated.details(),
                policy.digest(),
                new CycleIntake.Life(
                        "CLOSED",
                        "CLOSED",
                        Optional.of("NO_DEMAND"),
                        CLOSED,
                        CLOSED,
                        CLOSED.plusSeconds(1),
                        CLOSED.plusSeconds(2)),
                false);
        intake.storeDetails(cycle, generated.details());
        return name;
    }

    public static Response start(Fixtures.Somebody planner, String cycle, String reasonOrNull) {
        Map<String, Object> body = new HashMap<>();
        body.put("reason", reasonOrNull);
        return as(planner).body(body).post("/api/cycles/" + cycle + "/runs");
    }

    /** Some Sku of a cycle that ran short. */
    public String shortSku(String cycle) {
        return fixtures.value(
                "SELECT s.sku FROM run_sku s JOIN allocation_run a ON a.id = s.run WHERE a.cycle = ? AND a.in_force"
                        + " AND s.level IS NOT NULL AND s.supply IS NOT NULL AND s.supply > 10 ORDER BY s.sku LIMIT 1",
                cycle);
    }

    /** Corrects supply as a planner does. */
    public void correct(Fixtures.Somebody planner, String cycle, String sku, long supply) {
        String version = fixtures.value("SELECT version FROM supply WHERE cycle = ? AND sku = ?", cycle, sku);
        String forecast = fixtures.value("SELECT forecast FROM supply WHERE cycle = ? AND sku = ?", cycle, sku);
        Map<String, Object> body = new HashMap<>();
        body.put("supply", supply);
        body.put("forecast", forecast == null ? null : new BigDecimal(forecast));
        body.put("reason", "The second lorry did not come.");
        as(planner)
                .header("If-Match", "\"" + version + "\"")
                .body(body)
                .put("/api/cycles/" + cycle + "/supply/" + sku)
                .then()
                .statusCode(200);
    }

    byte[] record(String cycle) {
        return fixtures.value("SELECT record FROM allocation_run WHERE cycle = ? AND in_force", cycle)
                .getBytes(java.nio.charset.StandardCharsets.UTF_8);
    }
}
