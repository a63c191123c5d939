package io.plimsoll.service.orders;

import static io.plimsoll.service.cycles.TestCycles.CLOSES;
import static io.plimsoll.service.cycles.TestCycles.OPENS;
import static io.plimsoll.service.cycles.TestCycles.SECOND_CLOSES;
import static io.plimsoll.service.cycles.TestCycles.as;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plimsoll.service.Fixtures;
import io.plimsoll.service.Fixtures.Somebody;
import io.plimsoll.service.RealMysql;
import io.plimsoll.service.TestClock;
import io.plimsoll.service.cycles.TestCycles;
import io.plimsoll.service.right.Role;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Retailers report what they ask for; it is stored as it is asked for, and every version stays (R14, R15). */
@QuarkusTest
@QuarkusTestResource(RealMysql.class)
class OrderTest {

    @Inject
    Fixtures fixtures;

    @Inject
    TestCycles cycles;

    @Inject
    TestClock clock;

    @Inject
    DataSource database;

    private Somebody planner;
    private Somebody retailer;
    private String licence;
    private String cycle;
    private String scarce;
    private String open;

    @BeforeEach
    void aCycleIsOpen() {
        planner = fixtures.person(Role.PLANNER);
        licence = cycles.retailers(1) + "0";
        retailer = fixtures.retailer(licence);
        cycle = cycles.ready(planner);
        scarce = fixtures.value("SELECT sku FROM supply WHERE cycle = ?", cycle);
        open = cycles.sku("OPEN");
        cycles.supply(planner, cycle, open, 9);
        TestCycles.step(planner, cycle, "PUBLISHED").then().statusCode(201);
        clock.set(OPENS.plusSeconds(60));
        cycles.goOn(clock.instant());
    }

    @AfterEach
    void theClockIsRightAgain() {
        clock.putBack();
    }

    static Map<String, Object> order(Object... skusAndDemands) {
        List<Map<String, Object>> lines = new ArrayList<>();
        for (int i = 0; i < skusAndDemands.length; i += 2) {
            Map<String, Object> line = new HashMap<>();
            line.put("sku", skusAndDemands[i]);
            line.put("demand", skusAndDemands[i + 1]);
            lines.add(line);
        }
        return Map.of("lines", lines);
    }

    private Response submit(Map<String, Object> order) {
        return as(retailer).body(order).post("/api/cycles/" + cycle + "/orders");
    }

    private Response change(Map<String, Object> order, String seen) {
        return as(retailer).header("If-Match", seen).body(order).put("/api/cycles/" + cycle + "/orders/" + licence);
    }

    private String lines() {
        return String.join(
                " ",
                fixtures.values(
                        "SELECT CONCAT(line_rank, ':', sku, '=', demand) FROM demand_line WHERE cycle = ? AND licence = ?"
                                + " ORDER BY line_rank",
                        cycle,
                        licence));
    }

    @Test
    void whatIsAskedForIsStoredHoweverMuchItIs() {
        submit(order(open, 1_000_000, scarce, 999_999))
                .then()
                .statusCode(201)
                .header("ETag", "\"1\"")
                .body("lines.demand", hasItems(1_000_000, 999_999))
                .body("channel", equalTo("SELF"))
                .body("version", equalTo(1));
        assertEquals("1:" + open + "=1000000 2:" + scarce + "=999999", lines());
        as(retailer)
                .get("/api/cycles/" + cycle + "/orders/" + licence)
                .then()
                .statusCode(200)
                .body("state", equalTo("SUBMITTED"))
                .body("lines[0].rank", equalTo(1))
                .body("atMost", nullValue());
    }

    @Test
    void noQuantityIsTooSmallAndNothingIsAnOrderToo() {
        submit(order()).then().statusCode(201).body("lines.size()", equalTo(0));
        change(order(scarce, 0), "\"1\"").then().statusCode(200);
        assertEquals("1:" + scarce + "=0", lines());
    }

    @Test
    void everythingThatIsWrongIsNamedAndNothingIsStored() {
        Map<String, Object> wrong = new HashMap<>(order(scarce, 1, scarce, 2, "nowhere", 3, open, -1, null, null));
        wrong.put("atMost", 1_000_001);
        submit(wrong)
                .then()
                .statusCode(422)
                .body(
                        "fields.field",
                        hasItems(
                                "lines[1].sku",
                                "lines[2].sku",
                                "lines[3].demand",
                                "lines[4].sku",
                                "lines[4].demand",
                                "atMost"));
        assertEquals("", lines());
        assertEquals("0", fixtures.value("SELECT COUNT(*) FROM demand_order WHERE cycle = ?", cycle));
        as(retailer)
                .body(Map.of())
                .post("/api/cycles/" + cycle + "/orders")
                .then()
                .statusCode(422);
    }

    @Test
    void aSecondOrderIsRefusedAndAChangeWantsTheVersionThatWasSeen() {
        submit(order(scarce, 3)).then().statusCode(201);
        submit(order(scarce, 4)).then().statusCode(409);
        as(retailer)
                .body(order(scarce, 4))
                .put("/api/cycles/" + cycle + "/orders/" + licence)
                .then()
                .statusCode(428);
        change(order(scarce, 4), "\"7\"").then().statusCode(412);
        change(order(open, 1, scarce, 5), "\"1\"").then().statusCode(200).header("ETag", "\"2\"");
        change(order(scarce, 6), "\"1\"").then().statusCode(412);
        assertEquals("1:" + open + "=1 2:" + scarce + "=5", lines());
    }

    @Test
    void everyVersionStaysAsItWasSubmitted() {
        submit(order(scarce, 3)).then().statusCode(201);
        change(order(scarce, 30, open, 1), "\"1\"").then().statusCode(200);
        as(retailer)
                .get("/api/cycles/" + cycle + "/orders/" + licence + "/receipts")
                .then()
                .statusCode(200)
                .body("version", equalTo(List.of(2, 1)))
                .body("[1].lines[0].demand", equalTo(3))
                .body("[0].lines[0].demand", equalTo(30));
        assertEquals(
                List.of("ORDER_SUBMITTED", "ORDER_CHANGED"),
                fixtures
                        .values("SELECT kind FROM journal WHERE content LIKE ? ORDER BY number", "%" + cycle + "%")
                        .stream()
                        .filter(kind -> kind.startsWith("ORDER_"))
                        .toList());
    }

    @Test
    void nothingIsTakenBeforeTheWindowOrAfterBoth() {
        clock.set(SECOND_CLOSES);
        submit(order(scarce, 3)).then().statusCode(409);
        cycles.goOn(clock.instant());
        submit(order(scarce, 3)).then().statusCode(409);
        assertEquals(
                "NO_DEMAND",
                fixtures.value("SELECT state FROM demand_order WHERE cycle = ? AND licence = ?", cycle, licence));
    }

    @Test
    void aLateOrderOfHisOwnIsTakenInTheSecondWindow() {
        clock.set(CLOSES.plusSeconds(1));
        submit(order(scarce, 3)).then().statusCode(201);
    }

    @Test
    void anOrderThatWasCollectedGivesWayToHisOwn() {
        cycles.order(cycle, licence, "ENTERED");
        submit(order(scarce, 3)).then().statusCode(201);
        assertEquals(
                "SUBMITTED SELF",
                fixtures.value(
                        "SELECT CONCAT(state, ' ', channel) FROM demand_order WHERE cycle = ? AND licence = ?",
                        cycle,
                        licence));
    }

    @Test
    void aSuspendedShopMayStillSayWhatItNeeds() {
        fixtures.execute("UPDATE retailer SET status = 'SUSPENDED' WHERE licence = ?", licence);
        submit(order(scarce, 3)).then().statusCode(201);
        as(retailer)
                .get("/api/cycles/" + cycle + "/allowance")
                .then()
                .statusCode(200)
                .body("left", equalTo(0));
    }

    @Test
    void aClockThatIsSetBackReopensNothingAndReordersNothing() {
        submit(order(scarce, 3)).then().statusCode(201);
        String first = fixtures.value("SELECT submitted_at FROM demand_order WHERE cycle = ?", cycle);
        clock.set(OPENS.minus(Duration.ofHours(3)));
        change(order(scarce, 4), "\"1\"").then().statusCode(200);
        assertEquals(first, fixtures.value("SELECT submitted_at FROM demand_order WHERE cycle = ?", cycle));
        cycles.goOn(SECOND_CLOSES);
        clock.set(OPENS.plusSeconds(60));
        change(order(scarce, 5), "\"2\"").then().statusCode(409);
        assertEquals("1:" + scarce + "=4", lines());
    }

    @Test
    void whoeverWaitsTooLongForAnotherIsToldToComeAgainAndNothingIsStored() throws SQLException {
        try (Connection other = database.getConnection();
                PreparedStatement hold = other.prepareStatement("SELECT state FROM cycle WHERE cycle = ? FOR UPDATE")) {
            other.setAutoCommit(false);
            hold.setString(1, cycle);
            hold.executeQuery();
            submit(order(scarce, 3)).then().statusCode(503).header("Retry-After", "1");
            other.rollback();
        }
        assertEquals("", lines());
        submit(order(scarce, 3)).then().statusCode(201);
    }

    @Test
    void nobodyOrdersForAnother() {
        submit(order(scarce, 3)).then().statusCode(201);
        Somebody other = fixtures.retailer(cycles.retailers(1) + "0");
        as(other)
                .header("If-Match", "\"1\"")
                .body(order(scarce, 9))
                .put("/api/cycles/" + cycle + "/orders/" + licence)
                .then()
                .statusCode(403);
        as(other).get("/api/cycles/" + cycle + "/orders/" + licence).then().statusCode(403);
        as(other)
                .get("/api/cycles/" + cycle + "/orders/" + licence + "/receipts")
                .then()
                .statusCode(403);
        for (Role role : List.of(Role.PLANNER, Role.ORDER_DESK, Role.AUDITOR, Role.ADMIN)) {
            as(fixtures.person(role))
                    .body(order(scarce, 9))
                    .post("/api/cycles/" + cycle + "/orders")
                    .then()
                    .statusCode(403);
        }
        assertEquals("1:" + scarce + "=3", lines());
    }

    @Test
    void whatHeMayReceiveIsSaidWithItsRulesAndIsAnUpperLimitOnly() {
        fixtures.execute(
                "INSERT INTO agreed_total (licence, period, cartons, state, proposed_at, agreed_at, approved_at)"
                        + " VALUES (?, '2001-01', 40, 'APPROVED', UTC_TIMESTAMP(6), UTC_TIMESTAMP(6), UTC_TIMESTAMP(6))",
                licence);
        String said = as(retailer)
                .get("/api/cycles/" + cycle + "/allowance")
                .then()
                .statusCode(200)
                .body("agreedTotal", equalTo(40))
                .body("forPeriod.max", equalTo(46))
                .body("forPeriod.rule", equalTo("R2"))
                .body("left", equalTo(46))
                .body("tiers.TIER_1.max", equalTo(8))
                .extract()
                .asString();
        assertFalse(said.contains("min"), said);
        assertTrue(said.contains("test@"), said);
    }
}
