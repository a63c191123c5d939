package io.plimsoll.service.figures;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.plimsoll.service.Fixtures;
import io.plimsoll.service.RealMysql;
import io.plimsoll.service.background.TestWork;
import io.plimsoll.service.figures.FigureCycles.Line;
import io.plimsoll.service.right.Role;
import io.plimsoll.service.runs.AllocatedCycles;
import io.plimsoll.service.runs.TestRuns;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is derived says what the records say, follows them by itself, and is the same however often it is derived. */
@QuarkusTest
@QuarkusTestResource(RealMysql.class)
class DerivedFiguresTest {

    private static final String OF_SHOP =
            "SELECT CONCAT_WS(' ', demand, counted, granted, came_back, IFNULL(ceiling, '-'), IFNULL(headroom, '-'),"
                    + " IFNULL(headroom_left, '-'), at_headroom, above_headroom, ran_dry) FROM shop_cycle"
                    + " WHERE cycle = ? AND licence = ?";

    @Inject
    Fixtures fixtures;

    @Inject
    FigureCycles cycles;

    @Inject
    AllocatedCycles allocated;

    @Inject
    TestWork work;

    private final String key = TestRuns.random();
    private String year;
    private String shop;

    @BeforeEach
    void aShop() {
        year = cycles.year();
        shop = cycles.shop(key);
    }

    @AfterEach
    void forgotten() {
        cycles.forget();
    }

    private String ofShop(String cycle) {
        return fixtures.value(OF_SHOP, cycle, shop);
    }

    private String indicator(String column) {
        return fixtures.value("SELECT " + column + " FROM shop_indicator WHERE licence = ?", shop);
    }

    @Test
    void whatSupplyCutCountsOnlyAsFarAsItWasGranted() {
        String cycle = cycles.cycle(year + "-05", 1, 4);
        cycles.order(
                cycle,
                shop,
                5,
                40,
                new Line(10, 4, "SUPPLY"),
                new Line(6, 1, "BLOCKED"),
                new Line(8, 2, "SKU_CEILING"),
                new Line(4, 3, "TIGHT_BALANCE"),
                new Line(9, 7, "AGREED_TOTAL"),
                new Line(3, 1, "TIER_CEILING"),
                new Line(2, 2, "NONE"));
        cycles.derive(cycle);
        // 42 asked for; 4 + 1 + 2 + 3 were granted of what was cut elsewhere, and 9 + 3 + 2 count whole.
        assertEquals("42 24 20 0 40 35 15 0 1 0", ofShop(cycle));
    }

    @Test
    void theHeadroomIsTheSmallestOfWhatHoldsAndWithoutAnyItIsUnlimited() {
        String cycle = cycles.cycle(year + "-05", 1, 4);
        cycles.order(cycle, shop, 5, 40, new Line(25, 25, "NONE"));
        cycles.ceiling(cycles.run(cycle), "PACE", shop, 30);
        cycles.derive(cycle);
        assertEquals("25 25 25 0 40 25 0 1 0 0", ofShop(cycle), "exactly at the pace, and all of it granted: not dry");
        String free = cycles.cycle(year + "-05", 2, 4);
        cycles.order(free, shop, 0, null, new Line(25, 25, "NONE"));
        cycles.derive(free);
        assertEquals("25 25 25 0 - - - 0 0 0", ofShop(free));
        String barred = cycles.cycle(year + "-05", 3, 4);
        cycles.order(barred, shop, 0, 40, new Line(25, 0, "INELIGIBLE"));
        cycles.ceiling(cycles.run(barred), "STANDING", shop, 0);
        cycles.derive(barred);
        assertEquals("25 25 0 0 40 0 0 0 1 1", ofShop(barred));
    }

    @Test
    void whoeverOrderedNothingStandsThereWithNothing() {
        String cycle = cycles.cycle(year + "-05", 1, 4);
        cycles.order(cycle, shop, 0, 40);
        cycles.derive(cycle);
        assertEquals("0 0 0 0 40 40 40 0 0 0", ofShop(cycle));
        assertEquals("0", fixtures.value("SELECT ordered FROM shop_cycle WHERE cycle = ?", cycle));
    }

    @Test
    void whatCameBackIsFollowedByItself() {
        String cycle = cycles.cycle(year + "-05", 1, 4);
        cycles.order(cycle, shop, 0, 40, new Line(30, 30, "NONE"));
        cycles.derive(cycle);
        Fixtures.Somebody orderDesk = fixtures.person(Role.ORDER_DESK);
        TestRuns.as(orderDesk)
                .body(Map.of(
                        "rows", List.of(Map.of("licence", shop, "sku", "F-SKU-0", "kind", "RETURNED", "cartons", 12))))
                .post("/api/cycles/" + cycle + "/came-back")
                .then()
                .statusCode(201);
        work.goOn();
        assertEquals("30 30 30 12 40 40 22 0 0 0", ofShop(cycle));
    }

    @Test
    void aRunIsFollowedByItselfAndSoIsTheOneThatSupersedesIt() {
        String cycle = allocated.allocated();
        work.goOn();
        String granted = "SELECT granted FROM allocation_run WHERE cycle = ? AND in_force";
        String derived = "SELECT SUM(granted) FROM shop_cycle WHERE cycle = ?";
        String mixed = "SELECT SUM(granted) FROM cycle_mix WHERE cycle = ?";
        String first = fixtures.value(granted, cycle);
        assertEquals(first, fixtures.value(derived, cycle));
        assertEquals(first, fixtures.value(mixed, cycle));
        assertEquals(
                fixtures.value("SELECT COUNT(*) FROM cycle_retailer WHERE cycle = ? AND status = 'ACTIVE'", cycle),
                fixtures.value("SELECT SUM(shops) FROM cycle_share WHERE cycle = ?", cycle));
        allocated.allocateAnew(cycle);
        work.goOn();
        assertEquals(fixtures.value(granted, cycle), fixtures.value(derived, cycle));
        assertEquals(fixtures.value(granted, cycle), fixtures.value(mixed, cycle));
    }

    @Test
    void derivedAgainTheyAreTheSame() {
        String cycle = cycles.cycle(year + "-05", 1, 1);
        cycles.order(cycle, shop, 0, 40, new Line(50, 40, "AGREED_TOTAL"));
        cycles.derive(cycle);
        String first = ofShop(cycle);
        cycles.derive(cycle);
        assertEquals(first, ofShop(cycle));
        assertEquals("1", fixtures.value("SELECT COUNT(*) FROM shop_cycle WHERE cycle = ?", cycle));
        assertEquals("0", fixtures.value("SELECT COUNT(*) FROM waiting_work WHERE kind IN ('FIGURES', 'SHOPS')"));
    }

    @Test
    void aCancelledCycleHasNoFigures() {
        String cycle = cycles.cycle(year + "-05", 1, 1);
        cycles.order(cycle, shop, 0, 40, new Line(50, 40, "AGREED_TOTAL"));
        cycles.derive(cycle);
        fixtures.execute("UPDATE cycle SET state = 'CANCELLED' WHERE cycle = ?", cycle);
        cycles.derive(cycle);
        assertNull(ofShop(cycle));
    }

    @Test
    void theIndicatorsOfAShopFollowFromItsMonths() {
        cycles.agree(shop, 40);
        cycles.earlier(shop, year + "-03", 100, 44, 44);
        cycles.earlier(shop, year + "-04", 100, 44, 44);
        String over = cycles.cycle(year + "-05", 1, 1);
        cycles.order(over, shop, 0, 44, new Line(120, 44, "AGREED_TOTAL"));
        String first = cycles.cycle(year + "-06", 1, 4);
        cycles.order(first, shop, 0, 70, new Line(70, 70, "NONE"));
        cycles.derive(over, first);
        assertEquals("100", indicator("monthly_demand"));
        assertEquals("0.400", indicator("fit"));
        assertEquals("1", indicator("misfit"));
        assertEquals("1", indicator("starved"), "nothing was left in the last cycle of the month before");
        assertEquals("0", indicator("starved_now"), "the present month is not over");
        assertEquals("1.591", indicator("surge"), "70 after 44");
        assertEquals("1 2", indicator("CONCAT(at_headroom, ' ', orders)"));
        assertEquals("44", indicator("monthly_granted"));
        // 100 + 100 + 120 + 70 asked for, 44 + 44 + 44 + 70 granted.
        assertEquals("0.5179", indicator("fill"));
    }

    @Test
    void aMonthThatIsNotWholeDoesNotCount() {
        cycles.agree(shop, 40);
        String part = cycles.cycle(year + "-05", 1, 4);
        cycles.order(part, shop, 0, 44, new Line(10, 10, "NONE"));
        String present = cycles.cycle(year + "-06", 1, 4);
        cycles.order(present, shop, 0, 44, new Line(10, 10, "NONE"));
        cycles.derive(part, present);
        assertNull(indicator("monthly_demand"));
        assertNull(indicator("fit"));
        assertEquals("0", indicator("starved"));
    }

    @Test
    void aMonthThatCameInEndsWithNothingWhereItsCeilingWasUsedUpAndMoreAskedFor() {
        cycles.earlier(shop, year + "-05", 50, 44, 44);
        String other = cycles.shop(key);
        cycles.earlier(other, year + "-05", 44, 44, 44);
        cycles.cycle(year + "-06", 1, 4);
        cycles.derive();
        assertEquals("1", indicator("starved"));
        assertEquals("0", fixtures.value("SELECT starved FROM shop_indicator WHERE licence = ?", other));
    }

    @Test
    void aSuspendedShopIsNotWatched() {
        fixtures.execute("UPDATE retailer SET status = 'SUSPENDED' WHERE licence = ?", shop);
        cycles.derive();
        assertNull(indicator("licence"));
    }
}
