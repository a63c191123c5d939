package io.plimsoll.service.figures;

import io.plimsoll.retailer.PeerGroup;
import io.plimsoll.service.database.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** How many Skus shops may order (R10): those of the latest cycle that was allocated, less what a ceiling of 0 blocks (R5). */
@ApplicationScoped
class OrderableCounts {

    private final Sql sql;

    OrderableCounts(Sql sql) {
        this.sql = sql;
    }

    /** By group of peers; of a group that was not in the cycle, and before any cycle, nothing is known. */
    record Counts(Map<String, Integer> byGroup) {

        Integer of(ShopFigures.Shop shop) {
            return byGroup.get(new PeerGroup(shop.sizeClass(), shop.marketType(), shop.interval()).toString());
        }
    }

    private record Latest(String cycle, long run) {}

    private record Item(String sku, String tier) {}

    Counts latest() {
        Optional<Latest> latest = sql.first(
                "SELECT c.cycle, a.id FROM cycle c JOIN allocation_run a ON a.cycle = c.cycle AND a.in_force"
                        + " WHERE c.state IN ('ALLOCATED', 'DELIVERED') ORDER BY c.period DESC, c.number_in_period DESC LIMIT 1",
                List.of(),
                row -> new Latest(row.getString(1), row.getLong(2)));
        return latest.map(this::counts).orElse(new Counts(Map.of()));
    }

    private Counts counts(Latest latest) {
        List<Item> items = sql.list(
                "SELECT sku, tier FROM cycle_sku WHERE cycle = ?",
                row -> new Item(row.getString(1), row.getString(2)),
                latest.cycle());
        Map<String, Set<String>> blocked = new HashMap<>();
        sql.list(
                "SELECT subject, ref FROM run_ceiling WHERE run = ? AND scope IN ('SKU', 'TIER') AND max_cartons = 0",
                row -> blocked.computeIfAbsent(row.getString(1), group -> new HashSet<>())
                        .add(row.getString(2)),
                latest.run());
        Map<String, Integer> counts = new HashMap<>();
        sql.texts(
                        "SELECT DISTINCT CONCAT(size_class, '/', market_type, '/', order_interval) FROM cycle_retailer"
                                + " WHERE cycle = ?",
                        List.of(latest.cycle()))
                .forEach(group -> counts.put(group, count(items, blocked.getOrDefault(group, Set.of()))));
        return new Counts(counts);
    }

    private static int count(List<Item> items, Set<String> blocked) {
        return (int) items.stream()
                .filter(item -> !blocked.contains(item.sku()) && !blocked.contains(item.tier()))
                .count();
    }
}
