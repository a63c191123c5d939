package io.plimsoll.service.cycles;

import static io.restassured.RestAssured.given;

import io.plimsoll.service.Fixtures;
import io.plimsoll.service.right.Role;
import io.plimsoll.service.web.Forms;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** Cycles for tests, each in a month of its own. */
@ApplicationScoped
class TestCycles {

    static final Instant OPENS = Instant.parse("2096-11-05T00:00:00Z");
    static final Instant CLOSES = Instant.parse("2096-11-06T10:00:00Z");
    static final Instant SECOND_CLOSES = Instant.parse("2096-11-07T02:00:00Z");

    private final Fixtures fixtures;

    TestCycles(Fixtures fixtures) {
        this.fixtures = fixtures;
    }

    static String random() {
        return Forms.random().replaceAll("[_-]", "x").substring(0, 8);
    }

    /** A month that no other test uses. */
    static String period() {
        int month = Math.floorMod(Forms.random().hashCode(), 12 * 900);
        return "2%03d-%02d".formatted(100 + month / 12, 1 + month % 12);
    }

    static Map<String, Object> plan(String cycle) {
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

    static RequestSpecification as(Fixtures.Somebody somebody) {
        return given().header("Authorization", "Bearer " + somebody.token())
                .header("Idempotency-Key", Forms.random())
                .contentType(ContentType.JSON);
    }

    String sku(String status) {
        String sku = "S-" + random();
        fixtures.execute(
                "INSERT INTO sku (sku, name, brand, tier, status) VALUES (?, ?, 'Pine', 'TIER_3', ?)",
                sku,
                sku,
                status);
        return sku;
    }

    /** A policy that is approved by another than its importer; effective from a cycle, or from now. */
    String policy(String effectiveFromOrNull) {
        String digest = unapprovedPolicy();
        approve(digest, fixtures.person(Role.PLANNER).id(), effectiveFromOrNull);
        return digest;
    }

    void approve(String digest, long by, String effectiveFromOrNull) {
        fixtures.execute(
                "INSERT INTO policy_approval (digest, approved_by, approved_at, effective_from)"
                        + " VALUES (?, ?, UTC_TIMESTAMP(6), ?)",
                digest,
                by,
                effectiveFromOrNull);
    }

    String unapprovedPolicy() {
        return unapprovedPolicy(fixtures.person(Role.PLANNER).id());
    }

    String unapprovedPolicy(long importer) {
        String digest = io.plimsoll.text.Sha256.of(Forms.random());
        fixtures.execute(
                "INSERT INTO policy_version (digest, name, imported_by, imported_at) VALUES (?, 'test', ?, UTC_TIMESTAMP(6))",
                digest,
                importer);
        table(digest, "floats.csv", "size_class,percent\nLARGE,10\nMEDIUM,8\nSMALL,15\n");
        table(digest, "weights.csv", "size_class,weight\nLARGE,4\nMEDIUM,2\nSMALL,1\n");
        table(digest, "tier_ceilings.csv", "size_class,market_type,tier,ceiling\nSMALL,*,TIER_1,7\n");
        table(digest, "class_totals.csv", "size_class,market_type,total\nSMALL,*,40\nSMALL,RURAL,30\n");
        return digest;
    }

    private void table(String digest, String file, String content) {
        fixtures.execute(
                "INSERT INTO policy_table (digest, file, content) VALUES (?, ?, ?)",
                digest,
                file,
                content.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    /** A planned cycle with a policy and one scarce Sku. */
    String ready(Fixtures.Somebody planner) {
        String cycle = "C-" + random();
        Map<String, Object> plan = plan(cycle);
        plan.put("policy", policy(null));
        as(planner).body(plan).post("/api/cycles").then().statusCode(201);
        supply(planner, cycle, sku("SCARCE"), 1200);
        return cycle;
    }

    void supply(Fixtures.Somebody planner, String cycle, String sku, long supply) {
        as(planner)
                .header("If-None-Match", "*")
                .body(Map.of("supply", supply))
                .put("/api/cycles/" + cycle + "/supply/" + sku)
                .then()
                .statusCode(200);
    }

    static Response step(Fixtures.Somebody planner, String cycle, String state) {
        return as(planner).body(Map.of("state", state)).post("/api/cycles/" + cycle + "/steps");
    }

    static Response step(Fixtures.Somebody planner, String cycle, String state, String reason) {
        return as(planner).body(Map.of("state", state, "reason", reason)).post("/api/cycles/" + cycle + "/steps");
    }

    String published(Fixtures.Somebody planner) {
        String cycle = ready(planner);
        step(planner, cycle, "PUBLISHED").then().statusCode(201);
        return cycle;
    }

    String state(String cycle) {
        return fixtures.value("SELECT state FROM cycle WHERE cycle = ?", cycle);
    }

    /** Retailers of one manager, all small and rural; the licences are the prefix and a number. */
    String retailers(int howMany) {
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

    void order(String cycle, String licence, String state) {
        fixtures.execute(
                "INSERT INTO demand_order (cycle, licence, state, channel, submitted_at) VALUES (?, ?, ?, 'SELF', ?)",
                cycle,
                licence,
                state,
                Timestamp.from(OPENS));
    }
}
