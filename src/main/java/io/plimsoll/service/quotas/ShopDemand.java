package io.plimsoll.service.quotas;

import io.plimsoll.quota.MonthlyDemand;
import io.plimsoll.quota.MonthlyDemand.Counted;
import io.plimsoll.service.database.Sql;
import io.plimsoll.service.database.Where;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What shops ask for in a month, over the three latest months that are over (R12). */
@ApplicationScoped
class ShopDemand {

    private static final String MONTHS = """
            SELECT period FROM cycle WHERE state IN ('ALLOCATED', 'DELIVERED') AND period < ?
            GROUP BY period HAVING COUNT(*) = MAX(of_period) ORDER BY period DESC LIMIT
            """ + " " + MonthlyDemand.MONTHS;

    private static final String COUNTED = """
            SELECT r.licence, c.period, c.cycle, COALESCE(SUM(
                IF(g.binding IN ('SUPPLY', 'TIGHT_BALANCE', 'SKU_CEILING', 'BLOCKED'), g.granted, g.demand)), 0)
            FROM retailer r JOIN cycle c ON c.period IN (%s) AND c.state IN ('ALLOCATED', 'DELIVERED')
            JOIN allocation_run a ON a.cycle = c.cycle AND a.in_force
            LEFT JOIN grant_line g ON g.run = a.id AND g.licence = r.licence %s
            GROUP BY r.licence, c.period, c.cycle
            """;

    private final Sql sql;

    ShopDemand(Sql sql) {
        this.sql = sql;
    }

    /**
     * Cartons a month by licence; nothing of anybody while fewer than three months are over.
     *
     * @param where which retailers {@code r}
     * @param before the month before which they lie
     */
    Map<String, Long> of(Where where, String before) {
        List<String> months = sql.texts(MONTHS, List.of(before));
        Map<String, Long> known = new HashMap<>();
        if (months.size() < MonthlyDemand.MONTHS) {
            return known;
        }
        Map<String, List<Counted>> orders = new HashMap<>();
        List<Object> values = new ArrayList<>(months);
        values.addAll(where.values());
        sql.list(
                COUNTED.formatted("?, ?, ?", where.sql()),
                values,
                row -> orders.computeIfAbsent(row.getString(1), first -> new ArrayList<>())
                        .add(new Counted(row.getString(2), row.getLong(4))));
        orders.forEach((licence, each) -> known.put(licence, MonthlyDemand.of(each)));
        return known;
    }
}
