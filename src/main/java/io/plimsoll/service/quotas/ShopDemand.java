package io.plimsoll.service.quotas;

import io.plimsoll.service.database.Sql;
import io.plimsoll.service.database.Where;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.Map;

/** What shops ask for in a month (R12), as the figures say that managers look at. */
@ApplicationScoped
class ShopDemand {

    private final Sql sql;

    ShopDemand(Sql sql) {
        this.sql = sql;
    }

    /**
     * Cartons a month by licence; of whom nothing is known is missing.
     *
     * @param where which retailers {@code r}
     */
    Map<String, Long> of(Where where) {
        Map<String, Long> known = new HashMap<>();
        sql.list(
                "SELECT r.licence, i.monthly_demand FROM retailer r JOIN shop_indicator i ON i.licence = r.licence"
                        + " AND i.monthly_demand IS NOT NULL" + where.sql(),
                where.values(),
                row -> known.put(row.getString(1), row.getLong(2)));
        return known;
    }
}
