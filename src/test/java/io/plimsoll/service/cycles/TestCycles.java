package io.plimsoll.service.cycles;

import static io.restassured.RestAssured.given;

import io.plimsoll.files.BadInput;
import io.plimsoll.files.PolicyVersion;
import io.plimsoll.service.Fixtures;
import io.plimsoll.service.policies.Policies;
import io.plimsoll.service.right.Role;
import io.plimsoll.service.web.Forms;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** Cycles for tests, each in a month of its own. */
@ApplicationScoped
public class TestCycles {

    public static final Instant OPENS = Instant.parse("2096-11-05T00:00:00Z");
    public static final Instant CLOSES = Instant.parse("2096-11-06T10:00:00Z");
    public static final Instant SECOND_CLOSES = Instant.parse("2096-11-07T02:00:00Z");

    private final Fixtures fixtures;
    private final Policies policies;
    private final CycleSchedule schedule;

    TestCycles(Fixtures fixtures, Policies policies, CycleSchedule schedule) {
        this.fixtures = fixtures;
        this.policies = policies;
        this.schedule = schedule;
    }

    /** What the schedule does by itself once this moment has come. */
    public void goOn(Instant moment) {
        schedule.goOn(moment);
    }

    /** Drawn ones would meet now and then. */
    private static final AtomicInteger MONTHS = new AtomicInteger();

    public static String random() {
        return Forms.random().replaceAll("[_-]", "x").substring(0, 8);
    }

    /** A month that no other test uses. */
    public static String period() {
        int month = MONTHS.getAndIncrement();
        return "2%03d-%02d".formatted(100 + month / 12, 1 + month % 12);
    }

    public static Map<String, Object> plan(String cycle) {
        Map<String, Object> plan = new HashMap<>();
        plan.put("cycle", cycle);
        plan.put("seed", "seed of " + cycle);
        plan.put("period", period());
        plan.put("number", 1);
        plan.put("of", 4);
        plan.put("opensAt", OPENS.toString());
        plan.put("closesAt", CLOSES.toString());
        plan.put("secondClosesAt", SECOND_CLOSES.toString());
        return plan;
    }

    public static RequestSpecification as(Fixtures.Somebody somebody) {
        return given().header("Authorization", "Bearer " + somebody.token())
                .header("Idempotency-Key", Forms.random())
                .contentType(ContentType.JSON);
    }

    public String sku(String status) {
        String sku = "S-" + random();
        fixtures.execute(
                "INSERT INTO sku (sku, name, brand, tier, status) VALUES (?, ?, 'Pine', 'TIER_3', ?)",
                sku,
                sku,
                status);
        return sku;
    }

    /** A policy that binds from a cycle or month on, or at once. */
    public String policy(String fromOrNull, String periodOrNull) {
        String digest = unapprovedPolicy();
        fixtures.execute(
                "INSERT INTO policy_step (digest, number, step, by_person, at, effective_from, effective_period,"
                        + " effective_number) VALUES (?, 1, 'APPROVED', ?, UTC_TIMESTAMP(6), ?, ?, ?)",
                digest,
                fixtures.person(Role.PLANNER).id(),
                fromOrNull,
                periodOrNull,
                periodOrNull == null ? null : 1);
        return digest;
    }

    /** A policy of content of its own. */
    public String unapprovedPolicy() {
        Map<String, byte[]> files = new HashMap<>();
        int percent = Math.floorMod(random().hashCode(), 1_000_000);
        files.put(
                "policy/floats.csv",
                bytes("size_class,percent\nLARGE,10.%06d\nMEDIUM,8\nSMALL,15\n".formatted(percent)));
        files.put("policy/weights.csv", bytes("size_class,weight\nLARGE,4\nMEDIUM,2\nSMALL,1\n"));
        files.put("policy/tier_ceilings.csv", bytes("size_class,market_type,tier,ceiling\nSMALL,*,TIER_1,7\n"));
        files.put("policy/class_totals.csv", bytes("size_class,market_type,total\nSMALL,*,40\nSMALL,RURAL,30\n"));
        try {
            return policies.store(PolicyVersion.of(files).named("test"), Optional.empty())
                    .digest();
        } catch (BadInput spoilt) {
            throw new IllegalStateException(spoilt);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** Ends what other tests have left open: no two cycles take orders at once. */
    public void alone() {
        fixtures.execute("UPDATE cycle SET state = 'CANCELLED' WHERE state IN ('PUBLISHED', 'OPEN', 'SECOND_WINDOW')");
    }

    /** A planned cycle with a policy and one scarce Sku. */
    public String ready(Fixtures.Somebody planner) {
        alone();
        String cycle = "C-" + random();
        Map<String, Object> plan = plan(cycle);
        plan.put("policy", policy(null, null));
        as(planner).body(plan).post("/api/cycles").then().statusCode(201);
        supply(planner, cycle, sku("SCARCE"), 1200);
        return cycle;
    }

    public void supply(Fixtures.Somebody planner, String cycle, String sku, long supply) {
        as(planner)
                .header("If-None-Match", "*")
                .body(Map.of("supply", supply))
                .put("/api/cycles/" + cycle + "/supply/" + sku)
                .then()
                .statusCode(200);
    }

    public static Response step(Fixtures.Somebody planner, String cycle, String state) {
        return as(planner).body(Map.of("state", state)).post("/api/cycles/" + cycle + "/steps");
    }

    public static Response step(Fixtures.Somebody planner, String cycle, String state, String reason) {
        return as(planner).body(Map.of("state", state, "reason", reason)).post("/api/cycles/" + cycle + "/steps");
    }

    public String published(Fixtures.Somebody planner) {
        String cycle = ready(planner);
        step(planner, cycle, "PUBLISHED").then().statusCode(201);
        return cycle;
    }

    public String state(String cycle) {
        return fixtures.value("SELECT state FROM cycle WHERE cycle = ?", cycle);
    }

    /** Retailers of one manager, all small and rural; the licences are the prefix and a number. */
    public String retailers(int howMany) {
        String prefix = "L" + random();
        for (int i = 0; i < howMany; i++) {
            fixtures.execute(
                    "INSERT INTO retailer (licence, manager, market_type, size_class, status, order_interval)"
                            + " VALUES (?, ?, 'RURAL', 'SMALL', 'ACTIVE', 1)",
                    prefix + i,
                    prefix);
        }
        return prefix;
    }

    public void order(String cycle, String licence, String state) {
        fixtures.execute(
                "INSERT INTO demand_order (cycle, licence, state, channel, submitted_at) VALUES (?, ?, ?, 'SELF', ?)",
                cycle,
                licence,
                state,
                Timestamp.from(OPENS));
    }
}
