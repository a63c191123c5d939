package io.plimsoll.service.forecasts;

import io.plimsoll.service.background.Job;
import io.plimsoll.service.background.WaitingWork;
import io.plimsoll.service.cycles.Demand;
import io.plimsoll.service.database.Sql;
import io.plimsoll.service.runs.RunWritten;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * Adds up what was reported in a cycle once it has been allocated, by customer manager and brand: those who read the sums
 * never wait for the lines of a whole county.
 */
@ApplicationScoped
class DemandWork implements Job {

    private static final Logger LOG = Logger.getLogger(DemandWork.class);

    /** As the table of waiting work calls it. */
    static final String KIND = "BRANDS";

    private static final int LONGEST_SECONDS = 3_600;

    private final WaitingWork waiting;
    private final Tallies tallies;
    private final Sql sql;
    private final Clock clock;

    DemandWork(WaitingWork waiting, Tallies tallies, Sql sql, Clock clock) {
        this.waiting = waiting;
        this.tallies = tallies;
        this.sql = sql;
        this.clock = clock;
    }

    /** In the transaction that writes the run. */
    void put(@Observes RunWritten written) {
        waiting.put(KIND, Long.toString(written.run()), written::run);
    }

    @Override
    public String kind() {
        return KIND;
    }

    private enum Part {
        READING,
        WRITING
    }

    private record Allocated(String cycle, String period) {}

    @Override
    public void work(long run, Progress progress) {
        progress.begins(Part.READING);
        Optional<Allocated> allocated = sql.first(
                "SELECT c.cycle, c.period FROM allocation_run a JOIN cycle c ON c.cycle = a.cycle WHERE a.id = ?",
                row -> new Allocated(row.getString(1), row.getString(2)),
                run);
        List<Tallies.Row> rows = allocated.map(each -> reported(each.cycle())).orElse(List.of());
        progress.begins(Part.WRITING);
        QuarkusTransaction.requiringNew().timeout(LONGEST_SECONDS).run(() -> {
            if (waiting.isTaken(KIND, run)) {
                allocated.ifPresent(each -> tallies.ofCycle(each.period(), each.cycle(), rows, clock.instant()));
            }
        });
    }

    /** Of orders and lines as they are, not as a run granted them: reported demand is what was reported (R14). */
    private List<Tallies.Row> reported(String cycle) {
        return sql.list(
                "SELECT r.manager, k.brand, SUM(l.demand) AS cartons FROM demand_order o"
                        + " JOIN demand_line l ON l.cycle = o.cycle AND l.licence = o.licence"
                        + " JOIN cycle_retailer r ON r.cycle = l.cycle AND r.licence = l.licence"
                        + " JOIN cycle_sku k ON k.cycle = l.cycle AND k.sku = l.sku WHERE o.cycle = ? AND "
                        + Demand.COUNTS + " GROUP BY r.manager, k.brand HAVING cartons > 0",
                row -> new Tallies.Row(row.getString(1), row.getString(2), row.getLong(3)),
                cycle);
    }

    /** The sums are missing then, and pages say of the month that it is not known; the next run of the cycle tries again. */
    @Override
    public void fail(long run, String failure) {
        LOG.errorf("The demand of run %d could not be added up: %s", run, failure);
    }
}
