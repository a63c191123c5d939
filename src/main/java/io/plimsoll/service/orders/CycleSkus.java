package io.plimsoll.service.orders;

import io.plimsoll.service.database.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The Skus of a cycle by the names that people know. */
@ApplicationScoped
public class CycleSkus {

    private final Sql sql;

    CycleSkus(Sql sql) {
        this.sql = sql;
    }

    /**
     * A Sku that can be asked for.
     *
     * @param name what it is called; else its brand
     */
    public record Named(String sku, String name) {}

    /** By key, in the order of the keys. */
    public Map<String, Named> of(String cycle) {
        List<Named> skus = sql.list(
                "SELECT c.sku, COALESCE(s.name, c.brand) AS name FROM cycle_sku c LEFT JOIN sku s ON s.sku = c.sku"
                        + " WHERE c.cycle = ? ORDER BY c.sku",
                row -> new Named(row.getString("sku"), row.getString("name")),
                cycle);
        Map<String, Named> byKey = new LinkedHashMap<>();
        skus.forEach(each -> byKey.put(each.sku(), each));
        return byKey;
    }
}
