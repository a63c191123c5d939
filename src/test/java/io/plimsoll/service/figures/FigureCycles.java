package io.plimsoll.service.figures;

import io.plimsoll.service.Fixtures;
import io.plimsoll.service.background.TestWork;
import io.plimsoll.service.runs.TestRuns;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** Shops and allocated cycles of a test, row by row, in months of its own that are later than everybody else's. */
@ApplicationScoped
class FigureCycles {

    private static final AtomicInteger YEARS = new AtomicInteger();

    private final Fixtures fixtures;
    private final FiguresDue due;
    private final TestWork work;
    private final List<String> made = new ArrayList<>();

    FigureCycles(Fixtures fixtures, FiguresDue due, TestWork work) {
        this.fixtures = fixtures;
        this.due = due;
        this.work = work;
    }

    /** A line: what was asked for and granted, and why not more. */
    record Line(int demand, int granted, String binding) {}

    /** The present month for the time of one test; months of the year before it are free too. */
    String year() {
        return "%04d".formatted(9000 + 2 * YEARS.getAndIncrement());
    }

    /** A shop of a manager and a territory of their own. */
    String shop(String key) {
        fixtures.execute("INSERT IGNORE INTO territory (code, name) VALUES (?, 'A town')", "T-" + key);
        String licence = "F-" + TestRuns.random();
        fixtures.execute(
                "INSERT INTO retailer (licence, name, manager, territory, market_type, size_class, status, order_interval)"
                        + " VALUES (?, ?, ?, ?, 'URBAN', 'SMALL', 'ACTIVE', 1)",
                licence,
                "Shop " + licence,
                "M-" + key,
                "T-" + key);
        return licence;
    }

    void agree(String licence, int total) {
        fixtures.execute(
                "INSERT INTO agreed_total (licence, period, cartons, state, proposed_at) VALUES (?, '2020-01', ?, 'APPROVED',"
                        + " UTC_TIMESTAMP(6))",
                licence,
                total);
    }

    void earlier(String licence, String period, int demand, int granted, Integer ceiling) {
        fixtures.execute(
                "INSERT INTO earlier_month (licence, period, demand, granted, ceiling) VALUES (?, ?, ?, ?, ?)",
                licence,
                period,
                demand,
                granted,
                ceiling);
    }

    /** An allocated cycle; of each shop that takes part {@link #order} says the rest. */
    String cycle(String period, int number, int of) {
        String cycle = "F-" + TestRuns.random();
        fixtures.execute(
                "INSERT INTO cycle (cycle, seed, period, number_in_period, of_period, state) VALUES (?, 's', ?, ?, ?,"
                        + " 'DELIVERED')",
                cycle,
                period,
                number,
                of);
        fixtures.execute(
                "INSERT INTO allocation_run (cycle, made_at, in_force, record) VALUES (?, UTC_TIMESTAMP(6), TRUE, '{}')",
                cycle);
        made.add(cycle);
        return cycle;
    }

    long run(String cycle) {
        return Long.parseLong(fixtures.value("SELECT id FROM allocation_run WHERE cycle = ? AND in_force", cycle));
    }

    /** Takes a shop into a cycle, with its ceiling of the month and its order, which may have no line. */
    void order(String cycle, String licence, int grantedBefore, Integer ceiling, Line... lines) {
        long run = run(cycle);
        fixtures.execute(
                "INSERT INTO cycle_retailer (cycle, licence, manager, size_class, market_type, status, agreed_total,"
                        + " granted_in_period, order_interval) SELECT ?, licence, manager, size_class, market_type, status, 40, ?,"
                        + " order_interval FROM retailer WHERE licence = ?",
                cycle,
                grantedBefore,
                licence);
        fixtures.execute(
                "INSERT INTO demand_order (cycle, licence, state, channel) VALUES (?, ?, ?, ?)",
                cycle,
                licence,
                lines.length == 0 ? "NO_DEMAND" : "DELIVERED",
                lines.length == 0 ? null : "SELF");
        if (ceiling != null) {
            ceiling(run, "PERIOD", licence, ceiling);
        }
        int granted = 0;
        for (int i = 0; i < lines.length; i++) {
            String sku = "F-SKU-" + i;
            fixtures.execute(
                    "INSERT IGNORE INTO sku (sku, brand, tier, status) VALUES (?, 'Wood', 'TIER_2', 'NORMAL')", sku);
            fixtures.execute(
                    "INSERT IGNORE INTO cycle_sku (cycle, sku, brand, tier, status) VALUES (?, ?, 'Wood', 'TIER_2', 'NORMAL')",
                    cycle,
                    sku);
            fixtures.execute(
                    "INSERT INTO grant_line (run, licence, line_rank, sku, demand, granted, binding) VALUES (?, ?, ?, ?, ?, ?, ?)",
                    run,
                    licence,
                    i + 1,
                    sku,
                    lines[i].demand(),
                    lines[i].granted(),
                    lines[i].binding());
            granted += lines[i].granted();
        }
        if (lines.length > 0) {
            fixtures.execute(
                    "INSERT INTO grant_total (run, licence, cycle, granted) VALUES (?, ?, ?, ?)",
                    run,
                    licence,
                    cycle,
                    granted);
        }
    }

    void ceiling(long run, String scope, String subject, int max) {
        int position = Integer.parseInt(
                fixtures.value("SELECT COALESCE(MAX(position), 0) + 1 FROM run_ceiling WHERE run = ?", run));
        fixtures.execute(
                "INSERT INTO run_ceiling (run, position, scope, subject, ref, max_cartons, rule, code)"
                        + " VALUES (?, ?, ?, ?, '', ?, 'R2', 'X')",
                run,
                position,
                scope,
                subject,
                max);
    }

    /** Has the figures of cycles derived, and then those of all shops. */
    void derive(String... cycles) {
        QuarkusTransaction.requiringNew().run(() -> {
            for (String cycle : cycles) {
                due.ofCycle(cycle);
            }
            due.ofShops();
        });
        work.goOn();
        work.goOn();
    }

    /** From now on they are nobody's present or past. */
    void forget() {
        made.forEach(cycle -> fixtures.execute("UPDATE cycle SET state = 'CANCELLED' WHERE cycle = ?", cycle));
        made.clear();
    }
}
