package io.plimsoll.service.figures;

import io.plimsoll.service.database.Sql;
import io.plimsoll.service.master.PresentPeriod;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Twelve months of shops, the present one last: as the cycles of each went, and before the service as was said of it. */
@ApplicationScoped
class ShopMonths {

    static final int MONTHS = 12;

    private static final String OF_CYCLES =
            "SELECT licence, period, SUM(demand) AS demand, SUM(granted - came_back) AS granted, MAX(ceiling) AS ceiling"
                    + " FROM shop_cycle WHERE licence IN (%s) AND period BETWEEN ? AND ? GROUP BY licence, period";

    private static final String EARLIER = "SELECT licence, period, demand, granted, ceiling FROM earlier_month"
            + " WHERE licence IN (%s) AND period BETWEEN ? AND ?";

    private final PresentPeriod present;
    private final Sql sql;

    ShopMonths(PresentPeriod present, Sql sql) {
        this.present = present;
        this.sql = sql;
    }

    /** The months of each shop, the earliest first; always twelve of them, whatever is known. */
    Map<String, List<ShopMonth>> of(List<String> licences) {
        if (licences.isEmpty()) {
            return Map.of();
        }
        YearMonth last = YearMonth.parse(present.period().month());
        YearMonth first = last.minusMonths(MONTHS - 1L);
        List<Object> values = new ArrayList<>(licences);
        values.add(first.toString());
        values.add(last.toString());
        Map<String, Map<String, ShopMonth>> known = new HashMap<>();
        String marks = String.join(", ", Collections.nCopies(licences.size(), "?"));
        // What was allocated here holds where both say something of a month.
        for (String select : List.of(EARLIER, OF_CYCLES)) {
            sql.list(
                    select.formatted(marks),
                    values,
                    row -> known.computeIfAbsent(row.getString("licence"), any -> new HashMap<>())
                            .put(row.getString("period"), month(row)));
        }
        Map<String, List<ShopMonth>> months = new HashMap<>();
        licences.forEach(licence -> months.put(licence, inTurn(first, known.getOrDefault(licence, Map.of()))));
        return months;
    }

    List<ShopMonth> of(String licence) {
        return of(List.of(licence)).get(licence);
    }

    private static List<ShopMonth> inTurn(YearMonth first, Map<String, ShopMonth> known) {
        List<ShopMonth> months = new ArrayList<>();
        for (int i = 0; i < MONTHS; i++) {
            String period = first.plusMonths(i).toString();
            months.add(known.getOrDefault(period, new ShopMonth(period, null, null, null)));
        }
        return months;
    }

    private static ShopMonth month(ResultSet row) throws SQLException {
        return new ShopMonth(
                row.getString("period"),
                Sql.whole(row, "demand"),
                Sql.whole(row, "granted"),
                Sql.whole(row, "ceiling"));
    }
}
