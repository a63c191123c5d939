package io.plimsoll.service.cycles;

import io.plimsoll.service.database.Sql;
import io.plimsoll.service.right.Viewer;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;

/** The figures of a cycle that matter while people order. */
@ApplicationScoped
class Figures {

    private final Sql sql;

    Figures(Sql sql) {
        this.sql = sql;
    }

    /**
     * How a cycle stands.
     *
     * @param orders of retailers whom the viewer may see
     * @param retailers active ones whom he may see
     * @param skus that are sold in it
     * @param scarce those of them that are scarce
     */
    public record Of(long orders, long retailers, long skus, long scarce) {}

    Of of(Viewer viewer, String cycle) {
        List<Object> values = new ArrayList<>();
        String within = Within.scope(viewer.scope(), values);
        long retailers =
                sql.count("SELECT COUNT(*) FROM retailer r WHERE r.status = 'ACTIVE' AND " + within, values.toArray());
        values.add(0, cycle);
        long orders = sql.count(
                "SELECT COUNT(*) FROM demand_order o JOIN retailer r ON r.licence = o.licence WHERE o.cycle = ?"
                        + " AND " + Demand.COUNTS + " AND "
                        + within,
                values.toArray());
        return new Of(
                orders,
                retailers,
                sql.count("SELECT COUNT(*) FROM supply WHERE cycle = ?", cycle),
                sql.count(
                        "SELECT COUNT(*) FROM supply p JOIN sku s ON s.sku = p.sku"
                                + " LEFT JOIN cycle_sku c ON c.cycle = p.cycle AND c.sku = p.sku"
                                + " WHERE p.cycle = ? AND COALESCE(c.status, s.status) = 'SCARCE'",
                        cycle));
    }
}
