package io.plimsoll.service.figures;

import io.plimsoll.policy.Alerts;
import io.plimsoll.service.background.Job;
import io.plimsoll.service.database.Sql;
import io.plimsoll.service.policies.Policies;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.YearMonth;
import java.util.Map;
import java.util.Optional;

/** Derives what one cycle came to: shop by shop, and summed up over those that a manager looks after. */
@ApplicationScoped
class CycleFigures implements Job {

    /** A province takes minutes; what takes longer than this hangs. */
    private static final int LONGEST_SECONDS = 3_600;

    /** So many cycles at a month's end are what its beginning is compared with (R9). */
    private static final int COMPARED_CYCLES = 3;

    private final FiguresDue due;
    private final Policies policies;
    private final Sql sql;

    CycleFigures(FiguresDue due, Policies policies, Sql sql) {
        this.due = due;
        this.policies = policies;
        this.sql = sql;
    }

    private record Allocated(String cycle, String period, int number, int of, long run, String policy) {}

    @Override
    public String kind() {
        return FiguresDue.OF_CYCLE;
    }

    @Override
    public void work(long id, Progress progress) {
        QuarkusTransaction.requiringNew().timeout(LONGEST_SECONDS).run(() -> {
            FiguresDue.Due piece = due.due(id);
            derive(piece.cycle());
            due.ofShops();
            due.derived(FiguresDue.OF_CYCLE, piece);
        });
    }

    @Override
    public void fail(long id, String failure) {
        due.failed(id, failure);
    }

    private void derive(String cycle) {
        for (String table : CycleStatements.TABLES) {
            sql.update("DELETE FROM " + table + " WHERE cycle = ?", cycle);
        }
        allocated(cycle).ifPresent(this::derive);
    }

    private void derive(Allocated cycle) {
        sql.update(CycleStatements.SHOPS, cycle.cycle(), cycle.run(), cycle.run(), cycle.cycle(), cycle.cycle());
        if (cycle.number() == 1) {
            sql.update(CycleStatements.SURGES, monthBefore(cycle), COMPARED_CYCLES, cycle.cycle());
        }
        sql.update(CycleStatements.MIX, cycle.run(), cycle.cycle());
        sql.update(CycleStatements.SHARES, thresholds(cycle.policy()).surge(), cycle.cycle());
        if (cycle.number() > cycle.of() - COMPARED_CYCLES) {
            comparedWith(cycle).ifPresent(due::ofCycle);
        }
    }

    private Optional<Allocated> allocated(String cycle) {
        return sql.first(
                "SELECT c.cycle, c.period, c.number_in_period, c.of_period, a.id, c.policy FROM cycle c"
                        + " JOIN allocation_run a ON a.cycle = c.cycle AND a.in_force"
                        + " WHERE c.cycle = ? AND c.state <> 'CANCELLED'",
                row -> new Allocated(
                        row.getString("cycle"),
                        row.getString("period"),
                        row.getInt("number_in_period"),
                        row.getInt("of_period"),
                        row.getLong("id"),
                        row.getString("policy")),
                cycle);
    }

    private Thresholds thresholds(String policy) {
        return Thresholds.of(
                policy == null
                        ? new Alerts(Map.of())
                        : policies.releasePolicy(policy).alerts());
    }

    private static String monthBefore(Allocated cycle) {
        return YearMonth.parse(cycle.period()).minusMonths(1).toString();
    }

    /** The first cycle of the month after, where it was derived before this one, which it is compared with. */
    private Optional<String> comparedWith(Allocated cycle) {
        return sql.first(
                "SELECT c.cycle FROM cycle c JOIN figures_due d ON d.cycle = c.cycle WHERE c.period = ?"
                        + " AND c.number_in_period = 1 AND c.state <> 'CANCELLED' AND d.derived_at IS NOT NULL",
                row -> row.getString(1),
                YearMonth.parse(cycle.period()).plusMonths(1).toString());
    }
}
