package io.plimsoll.service.orders;

import io.plimsoll.service.database.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The Skus of a cycle. They are fixed when it is published, so they are read once. */
@ApplicationScoped
class OrderableSkus {

    private static final int MOST_REMEMBERED = 16;

    private final Sql sql;
    private final Map<String, Set<String>> remembered = new ConcurrentHashMap<>();

    OrderableSkus(Sql sql) {
        this.sql = sql;
    }

    /**
     * The Skus that can be ordered in a cycle.
     *
     * @param cycle one that takes orders
     */
    Set<String> of(String cycle) {
        Set<String> known = remembered.get(cycle);
        if (known != null) {
            return known;
        }
        Set<String> read = Set.copyOf(sql.texts("SELECT sku FROM cycle_sku WHERE cycle = ?", List.of(cycle)));
        if (remembered.size() >= MOST_REMEMBERED) {
            remembered.clear();
        }
        remembered.put(cycle, read);
        return read;
    }
}
