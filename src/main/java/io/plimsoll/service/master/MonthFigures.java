package io.plimsoll.service.master;

import io.plimsoll.policy.MonthVolume;
import io.plimsoll.service.database.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * From what the size classes of a month are computed: what shops were supplied with in the three months before it. A month
 * counts when all its cycles are allocated; of a part of a month a shop would look smaller than it is. Of a shop those
 * months count in which it was granted something: no order costs nothing later (R3, R17).
 */
@ApplicationScoped
class MonthFigures {

    static final int MONTHS = 3;

    private final Sql sql;
    private final GrantedInPeriod granted;
    private final EarlierVolumes earlier;

    MonthFigures(Sql sql, GrantedInPeriod granted, EarlierVolumes earlier) {
        this.sql = sql;
        this.granted = granted;
        this.earlier = earlier;
    }

    /** Whether the figures of a month count. */
    public enum Counts {
        /** All its cycles are allocated here. */
        WHOLE,
        /** It lies before the service, and its volumes came in. */
        CAME_IN,
        /** Some of its cycles are missing or have no grants, so it does not count. */
        IN_PART,
        /** Nothing is known of it, so it does not count. */
        UNKNOWN
    }

    /** One of the months before. */
    public record Month(String period, Counts counts) {}

    private record CyclesOf(int allocated, int there, int planned) {}

    /** The months before a month, the earliest first. */
    List<Month> before(String period) {
        List<Month> months = new ArrayList<>();
        YearMonth first = YearMonth.parse(period).minusMonths(MONTHS);
        for (int i = 0; i < MONTHS; i++) {
            String month = first.plusMonths(i).toString();
            months.add(new Month(month, counts(month)));
        }
        return months;
    }

    private Counts counts(String month) {
        CyclesOf cycles = sql.first(
                        "SELECT COALESCE(SUM(state IN ('ALLOCATED', 'DELIVERED')), 0), COUNT(*),"
                                + " COALESCE(MAX(of_period), 0) FROM cycle WHERE period = ? AND state <> 'CANCELLED'",
                        row -> new CyclesOf(row.getInt(1), row.getInt(2), row.getInt(3)),
                        month)
                .orElseThrow();
        if (cycles.there() == 0) {
            return earlier.of(month).isEmpty() ? Counts.UNKNOWN : Counts.CAME_IN;
        }
        return cycles.allocated() == cycles.planned() ? Counts.WHOLE : Counts.IN_PART;
    }

    /** Cartons of the months that count, the earliest first, by licence; who was granted nothing is missing. */
    Map<String, List<MonthVolume>> volumes(List<Month> months) {
        Map<String, List<MonthVolume>> volumes = new HashMap<>();
        for (Month month : months) {
            ofAll(month).forEach((licence, cartons) -> {
                if (cartons > 0) {
                    volumes.computeIfAbsent(licence, any -> new ArrayList<>())
                            .add(new MonthVolume(month.period(), cartons));
                }
            });
        }
        return volumes;
    }

    private Map<String, Long> ofAll(Month month) {
        return switch (month.counts()) {
            case WHOLE -> granted.ofAll(month.period());
            case CAME_IN -> earlier.of(month.period());
            case IN_PART, UNKNOWN -> Map.of();
        };
    }
}
