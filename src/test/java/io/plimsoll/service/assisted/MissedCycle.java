package io.plimsoll.service.assisted;

import static io.restassured.RestAssured.given;

import io.plimsoll.service.Fixtures;
import io.plimsoll.service.Fixtures.Somebody;
import io.plimsoll.service.TestClock;
import io.plimsoll.service.policies.SomePolicies;
import io.plimsoll.service.right.Role;
import io.plimsoll.service.web.Forms;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A cycle in its second window that one shop missed, and everybody who looks after that shop. Tuesday evening, in Shanghai. */
public final class MissedCycle {

    public static final Instant CLOSES = Instant.parse("2096-11-06T10:00:00Z");
    public static final Instant VISIT = Instant.parse("2096-11-06T11:00:00Z");
    public static final Instant TUESDAY_EVENING = Instant.parse("2096-11-06T11:30:00Z");
    public static final Instant WEDNESDAY_MORNING = Instant.parse("2096-11-07T00:30:00Z");
    public static final Instant SECOND_CLOSES = Instant.parse("2096-11-07T02:00:00Z");

    public final Fixtures fixtures;
    public final TestClock clock;
    public final String run = Forms.random().replaceAll("[_-]", "x").substring(0, 8);
    public final String cycle = "C-" + run;
    public final String licence = "R-" + run;
    public final String sku = "S-" + run;
    public final String otherSku = "Z-" + run;
    public final Somebody retailer;
    public final Somebody manager;
    public final Somebody market;
    public final Somebody desk;
    public final Somebody planner;

    public MissedCycle(Fixtures fixtures, TestClock clock) {
        this(fixtures, clock, SECOND_CLOSES);
    }

    public MissedCycle(Fixtures fixtures, TestClock clock, Instant secondCloses) {
        this.fixtures = fixtures;
        this.clock = clock;
        planner = fixtures.person(Role.PLANNER);
        fixtures.execute("UPDATE cycle SET state = 'CANCELLED' WHERE state IN ('PUBLISHED', 'OPEN', 'SECOND_WINDOW')");
        fixtures.execute("INSERT INTO territory (code, name) VALUES (?, ?)", "T-" + run, "Town " + run);
        shop(licence);
        fixtures.execute(
                "INSERT INTO cycle (cycle, seed, period, number_in_period, of_period, state, policy, opens_at, closes_at,"
                        + " second_closes_at, published_at) VALUES (?, 'drawn', '2096-11', ?, 1000000000, 'SECOND_WINDOW', ?,"
                        + " '2096-11-05 00:00:00', ?, ?, '2096-11-02 00:00:00')",
                cycle,
                Math.floorMod(cycle.hashCode(), 1_000_000_000),
                SomePolicies.stored(fixtures, planner.id()),
                Timestamp.from(CLOSES),
                Timestamp.from(secondCloses));
        for (String each : List.of(sku, otherSku)) {
            fixtures.execute(
                    "INSERT INTO sku (sku, name, brand, tier, status) VALUES (?, ?, 'Pine', 'TIER_3', 'NORMAL')",
                    each,
                    "Pine " + each);
            fixtures.execute(
                    "INSERT INTO cycle_sku (cycle, sku, brand, tier, status) VALUES (?, ?, 'Pine', 'TIER_3', 'NORMAL')",
                    cycle,
                    each);
            fixtures.execute("INSERT INTO supply (cycle, sku, supply) VALUES (?, ?, 1200)", cycle, each);
        }
        retailer = fixtures.retailer(licence);
        manager = fixtures.manager("M-" + run);
        market = fixtures.marketManager("T-" + run);
        desk = fixtures.person(Role.ORDER_DESK);
        clock.set(TUESDAY_EVENING);
        forgetSignIns(fixtures);
    }

    /** Of clocks that go back and forth in tests, those who guard signing in know nothing. */
    public static void forgetSignIns(Fixtures fixtures) {
        fixtures.execute("DELETE FROM sign_in_guard");
    }

    /** Another active shop of the same manager and territory. */
    public void shop(String key) {
        fixtures.execute(
                "INSERT INTO retailer (licence, name, manager, territory, market_type, size_class, status,"
                        + " order_interval, phone) VALUES (?, ?, ?, ?, 'URBAN', 'SMALL', 'ACTIVE', 1, '13800000017')",
                key,
                "Shop " + key,
                "M-" + run,
                "T-" + run);
    }

    public static RequestSpecification as(Somebody somebody) {
        return as(somebody, Forms.random());
    }

    /** The same with a key of its own. */
    public static RequestSpecification as(Somebody somebody, String once) {
        return given().header("Authorization", "Bearer " + somebody.token())
                .header("Idempotency-Key", once)
                .contentType(ContentType.JSON);
    }

    /** What the retailer states on the visit. */
    public Map<String, Object> stated() {
        Map<String, Object> stated = new HashMap<>();
        stated.put("licence", licence);
        stated.put("visitedAt", VISIT.toString());
        stated.put("place", "12 Harbour Road");
        stated.put("lines", lines(4, 8));
        stated.put("atMost", 10);
        return stated;
    }

    public List<Map<String, Object>> lines(int first, int second) {
        return List.of(Map.of("sku", otherSku, "demand", first), Map.of("sku", sku, "demand", second));
    }

    public String list() {
        return "/api/cycles/" + cycle + "/assisted-orders";
    }

    public static String of(long id) {
        return "/api/assisted-orders/" + id;
    }

    public Response collect(Map<String, Object> stated) {
        return as(manager).body(stated).post(list());
    }

    public long collected() {
        Response answer = collect(stated());
        answer.then().statusCode(201);
        return answer.jsonPath().getLong("id");
    }

    public Response confirm(long id, boolean confirms) {
        return as(retailer).body(Map.of("confirms", confirms)).post(of(id) + "/confirmation");
    }

    public Response typeCode(long id, String code) {
        return as(manager).body(Map.of("code", code)).post(of(id) + "/confirmation");
    }

    public Response sign(long id) {
        return as(market).body(Map.of("signs", true)).post(of(id) + "/signature");
    }

    public Response refuse(long id) {
        return as(market)
                .body(Map.of("signs", false, "reason", "The shop was closed."))
                .post(of(id) + "/signature");
    }

    public Response enter(long id) {
        return as(desk).post(of(id) + "/entry");
    }

    public long signed() {
        long id = collected();
        confirm(id, true).then().statusCode(200);
        sign(id).then().statusCode(200);
        return id;
    }

    public Response orderHimself() {
        return as(retailer).body(Map.of("lines", lines(1, 2))).post("/api/cycles/" + cycle + "/orders");
    }

    public String state(long id) {
        return fixtures.value("SELECT state FROM assisted_order WHERE id = ?", id);
    }

    /** State and channel of the shop's demand; null where it has none. */
    public String demand() {
        return fixtures.value(
                "SELECT CONCAT(state, ' ', COALESCE(channel, '-')) FROM demand_order WHERE cycle = ? AND licence = ?",
                cycle,
                licence);
    }

    public List<String> demanded() {
        return fixtures.values(
                "SELECT CONCAT(sku, ' ', demand) FROM demand_line WHERE cycle = ? AND licence = ? ORDER BY line_rank",
                cycle,
                licence);
    }

    public void step(String state) {
        as(planner)
                .body(Map.of("state", state, "reason", "for a test"))
                .post("/api/cycles/" + cycle + "/steps")
                .then()
                .statusCode(201);
    }

    /** The acts on the shop, the earliest first, without what others have to do with it. */
    public List<String> acts() {
        return fixtures.values(
                "SELECT j.kind FROM journal j JOIN reference f ON f.reference = j.subject"
                        + " WHERE f.kind = 'RETAILER' AND f.subject_key = ? ORDER BY j.number",
                licence);
    }
}
