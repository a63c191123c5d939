package io.plimsoll.service.forecasts;

import io.plimsoll.forecast.SeasonalNaive;
import io.plimsoll.service.database.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;

/** Reported demand per brand, month by month, as it was tallied. */
@ApplicationScoped
class BrandDemand {

    private final Sql sql;

    BrandDemand(Sql sql) {
        this.sql = sql;
    }

    /**
     * The months of which all demand is known, by their numbers: those that came in, and those whose cycles are all
     * tallied.
     */
    NavigableSet<Integer> wholeMonths() {
        return new TreeSet<>(sql.list(
                "SELECT t.period FROM demand_tally t LEFT JOIN cycle c ON c.cycle = t.source GROUP BY t.period"
                        + " HAVING SUM(t.source = '') > 0 OR COUNT(*) >= MAX(c.of_period)",
                row -> Months.number(row.getString(1))));
    }

    /** The month whose demand is the seasonal naive forecast. */
    Optional<String> naiveOf(String period, NavigableSet<Integer> whole) {
        return SeasonalNaive.base(Months.number(period), whole).stream()
                .mapToObj(Months::of)
                .findFirst();
    }

    /** Cartons of a manager by month and brand; a brand nobody asked for is missing. */
    Map<String, Map<String, Long>> of(String manager, List<String> periods) {
        Map<String, Map<String, Long>> demand = new HashMap<>();
        for (String period : periods) {
            Map<String, Long> brands = new HashMap<>();
            sql.list(
                    "SELECT brand, SUM(cartons) FROM brand_demand WHERE manager = ? AND period = ? GROUP BY brand",
                    row -> brands.put(row.getString(1), row.getLong(2)),
                    manager,
                    period);
            demand.put(period, brands);
        }
        return demand;
    }

    /** A brand of a manager. */
    record Of(String manager, String brand) {}

    /** Cartons of a month by manager and brand. */
    Map<Of, Long> ofAll(String period) {
        Map<Of, Long> demand = new HashMap<>();
        sql.list(
                "SELECT manager, brand, SUM(cartons) FROM brand_demand WHERE period = ? GROUP BY manager, brand",
                row -> demand.put(new Of(row.getString(1), row.getString(2)), row.getLong(3)),
                period);
        return demand;
    }
}
