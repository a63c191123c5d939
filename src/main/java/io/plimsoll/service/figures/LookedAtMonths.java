package io.plimsoll.service.figures;

import io.plimsoll.quota.MonthlyDemand;
import io.plimsoll.service.database.Sql;
import io.plimsoll.service.master.PresentPeriod;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Which months the indicators look at: the latest three that are over, and the present one. */
@ApplicationScoped
class LookedAtMonths {

    /** So many months are over at the most until one is found that is known: a gap of half a year says that it is old news. */
    private static final int FURTHEST = 6;

    private static final int MOST = MonthlyDemand.MONTHS;

    private final PresentPeriod present;
    private final Sql sql;

    LookedAtMonths(PresentPeriod present, Sql sql) {
        this.present = present;
        this.sql = sql;
    }

    /**
     * A month.
     *
     * @param lastCycle of it; null where it came in as sums, or its last cycle is not allocated yet
     */
    record Month(String period, String lastCycle) {

        boolean isOf(String other) {
            return period.equals(other);
        }
    }

    /**
     * The months.
     *
     * @param over those that count for the monthly demand, the latest first; all their cycles are allocated, or they lie before
     *     the service and their sums came in
     * @param policy digest of the one that binds the present month; null where none does
     */
    record Months(List<Month> over, Month present, String policy) {

        Optional<Month> latestOver() {
            return over.stream().findFirst();
        }

        boolean isOver(String period) {
            return over.stream().anyMatch(month -> month.isOf(period));
        }

        List<String> all() {
            List<String> periods =
                    new ArrayList<>(over.stream().map(Month::period).toList());
            periods.add(present.period());
            return periods;
        }
    }

    Months now() {
        PresentPeriod.Period period = present.period();
        List<Month> over = new ArrayList<>();
        YearMonth month = YearMonth.parse(period.month());
        for (int back = 1; back <= FURTHEST && over.size() < MOST; back++) {
            whole(month.minusMonths(back).toString()).ifPresent(over::add);
        }
        String lastNow = lastCycle(period.month()).orElse(null);
        return new Months(List.copyOf(over), new Month(period.month(), lastNow), period.policy());
    }

    private Optional<Month> whole(String period) {
        record Cycles(int allocated, int planned, int there) {}
        Cycles cycles = sql.first(
                        "SELECT COALESCE(SUM(state IN ('ALLOCATED', 'DELIVERED')), 0), COALESCE(MAX(of_period), 0), COUNT(*)"
                                + " FROM cycle WHERE period = ? AND state <> 'CANCELLED'",
                        row -> new Cycles(row.getInt(1), row.getInt(2), row.getInt(3)),
                        period)
                .orElseThrow();
        if (cycles.there() > 0) {
            return cycles.allocated() == cycles.planned()
                    ? Optional.of(new Month(period, lastCycle(period).orElse(null)))
                    : Optional.empty();
        }
        boolean cameIn = sql.count("SELECT EXISTS (SELECT 1 FROM earlier_month WHERE period = ?)", period) > 0;
        return cameIn ? Optional.of(new Month(period, null)) : Optional.empty();
    }

    private Optional<String> lastCycle(String period) {
        return sql.first(
                "SELECT cycle FROM cycle WHERE period = ? AND number_in_period = of_period"
                        + " AND state IN ('ALLOCATED', 'DELIVERED')",
                row -> row.getString(1),
                period);
    }
}
