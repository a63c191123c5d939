package io.plimsoll.service.cycles;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.plimsoll.service.Fixtures;
import io.plimsoll.service.RealMysql;
import io.plimsoll.service.right.Role;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

/** When both windows are over, orders and register stand as they are, and no order is no demand (R17). */
@QuarkusTest
@QuarkusTestResource(RealMysql.class)
class FreezingTest {

    private static final int SHOPS = 300;

    @Inject
    Fixtures fixtures;

    @Inject
    TestCycles cycles;

    @Inject
    CycleSchedule schedule;

    @Test
    void closingFreezesOrdersAndTheRegister() {
        Fixtures.Somebody planner = fixtures.person(Role.PLANNER);
        String shops = cycles.retailers(SHOPS);
        String cycle = cycles.published(planner);
        String period = fixtures.value("SELECT period FROM cycle WHERE cycle = ?", cycle);
        fixtures.execute("UPDATE cycle SET number_in_period = 3 WHERE cycle = ?", cycle);
        cycles.order(cycle, shops + "0", "SUBMITTED");
        cycles.order(cycle, shops + "1", "ENTERED");
        agreed(shops + "0", "2001-01", 100, "APPROVED");
        agreed(shops + "0", period, 120, "APPROVED");
        agreed(shops + "0", "2999-12", 300, "APPROVED");
        agreed(shops + "1", period, 500, "PROPOSED");
        granted(period, 1, shops + "0", 50, 20);
        granted(period, 4, shops + "0", 7, 0);

        schedule.goOn(TestCycles.SECOND_CLOSES);

        assertEquals("CLOSED", order(cycle, shops + "0"));
        assertEquals("ENTERED", order(cycle, shops + "1"));
        assertEquals("NO_DEMAND", order(cycle, shops + (SHOPS - 1)));
        assertEquals(
                "120 30", frozen(cycle, shops + "0"), "the total of this month, what was granted less what came back");
        assertEquals("30 0", frozen(cycle, shops + "1"), "a total that nobody approved is none: the class's holds");
        assertEquals(
                Integer.toString(SHOPS),
                fixtures.value("SELECT COUNT(*) FROM cycle_retailer WHERE cycle = ? AND manager = ?", cycle, shops));
        assertEquals(
                "0",
                fixtures.value(
                        "SELECT COUNT(*) FROM retailer r LEFT JOIN demand_order o ON o.licence = r.licence AND o.cycle = ?"
                                + " WHERE r.manager = ? AND o.licence IS NULL",
                        cycle,
                        shops));
        assertEquals("SCARCE", fixtures.value("SELECT status FROM cycle_sku WHERE cycle = ?", cycle));
    }

    @Test
    void whatHappensToTheRegisterLaterChangesNothing() {
        Fixtures.Somebody planner = fixtures.person(Role.PLANNER);
        String shops = cycles.retailers(1);
        String cycle = cycles.published(planner);
        String sku = fixtures.value("SELECT sku FROM supply WHERE cycle = ?", cycle);
        fixtures.execute("UPDATE sku SET status = 'OPEN' WHERE sku = ?", sku);
        schedule.goOn(TestCycles.SECOND_CLOSES);
        fixtures.execute("UPDATE retailer SET size_class = 'LARGE' WHERE licence = ?", shops + "0");
        assertEquals("SCARCE", fixtures.value("SELECT status FROM cycle_sku WHERE cycle = ?", cycle));
        assertEquals(
                "SMALL",
                fixtures.value(
                        "SELECT size_class FROM cycle_retailer WHERE cycle = ? AND licence = ?", cycle, shops + "0"));
    }

    private void agreed(String licence, String period, int cartons, String state) {
        fixtures.execute(
                "INSERT INTO agreed_total (licence, period, cartons, state, proposed_at) VALUES (?, ?, ?, ?, UTC_TIMESTAMP(6))",
                licence,
                period,
                cartons,
                state);
    }

    private void granted(String period, int number, String licence, int granted, int cameBack) {
        String cycle = "C-" + TestCycles.random();
        String sku = cycles.sku("NORMAL");
        fixtures.execute(
                "INSERT INTO cycle (cycle, seed, period, number_in_period, of_period, state) VALUES (?, 's', ?, ?, 4, 'ALLOCATED')",
                cycle,
                period,
                number);
        run(cycle, licence, 999, null);
        run(cycle, licence, granted, true);
        if (cameBack > 0) {
            fixtures.execute(
                    "INSERT INTO came_back (cycle, licence, sku, cartons, kind, recorded_at)"
                            + " VALUES (?, ?, ?, ?, 'RETURNED', UTC_TIMESTAMP(6))",
                    cycle,
                    licence,
                    sku,
                    cameBack);
        }
    }

    private void run(String cycle, String licence, int granted, Boolean inForce) {
        long run = fixtures.execute(
                "INSERT INTO allocation_run (cycle, made_at, in_force, record) VALUES (?, UTC_TIMESTAMP(6), ?, '{}')",
                cycle,
                inForce);
        fixtures.execute(
                "INSERT INTO grant_total (run, licence, cycle, granted) VALUES (?, ?, ?, ?)",
                run,
                licence,
                cycle,
                granted);
    }

    private String order(String cycle, String licence) {
        return fixtures.value("SELECT state FROM demand_order WHERE cycle = ? AND licence = ?", cycle, licence);
    }

    private String frozen(String cycle, String licence) {
        return fixtures.value(
                "SELECT CONCAT(agreed_total, ' ', granted_in_period) FROM cycle_retailer WHERE cycle = ? AND licence = ?",
                cycle,
                licence);
    }
}
