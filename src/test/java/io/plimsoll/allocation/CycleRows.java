package io.plimsoll.allocation;

import io.plimsoll.cycle.Cycle;
import io.plimsoll.cycle.CycleHead;
import io.plimsoll.order.Orders;
import io.plimsoll.policy.ReleasePolicy;
import io.plimsoll.retailer.Retailer;
import io.plimsoll.sku.Sku;
import io.plimsoll.text.CodePoints;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * A cycle as rows in any order, the way files hold it, before it is sorted into a {@link Cycle}.
 *
 * @param atMost by retailer key; who isn't in it set no limit
 */
public record CycleRows(
        CycleHead head,
        List<Retailer> retailers,
        List<Sku> skus,
        List<OrderRow> orders,
        Map<String, Integer> atMost,
        ReleasePolicy policy) {

    /** One line of one order. */
    public record OrderRow(String retailer, int rank, String sku, int demand) {}

    /** The rows of a cycle that is there already. */
    public static CycleRows of(Cycle cycle) {
        Orders orders = cycle.orders();
        List<OrderRow> rows = new ArrayList<>();
        Map<String, Integer> atMost = new HashMap<>();
        for (int r = 0; r < orders.retailers(); r++) {
            String retailer = cycle.retailers().get(r).key();
            if (orders.atMost()[r] != Orders.NO_LIMIT) {
                atMost.put(retailer, orders.atMost()[r]);
            }
            for (int line = orders.firstLine()[r]; line < orders.firstLine()[r + 1]; line++) {
                String sku = cycle.skus().get(orders.sku()[line]).key();
                rows.add(new OrderRow(retailer, orders.rank()[line], sku, orders.demand()[line]));
            }
        }
        return new CycleRows(cycle.head(), cycle.retailers(), cycle.skus(), rows, atMost, cycle.policy());
    }

    /** The same rows in another order. */
    public CycleRows shuffled(long seed) {
        return new CycleRows(
                head, shuffled(retailers, seed), shuffled(skus, seed + 1), shuffled(orders, seed + 2), atMost, policy);
    }

    /** The same without the retailers who have no order. */
    public CycleRows onlyThoseWhoOrdered() {
        List<String> ordered = orders.stream().map(OrderRow::retailer).toList();
        List<Retailer> kept =
                retailers.stream().filter(r -> ordered.contains(r.key())).toList();
        return new CycleRows(head, kept, skus, orders, atMost, policy);
    }

    /** Sorts the rows into a cycle. */
    public Cycle toCycle() {
        List<Retailer> byKey = sorted(retailers, Comparator.comparing(Retailer::key, CodePoints.ORDER));
        List<Sku> skusByKey = sorted(skus, Comparator.comparing(Sku::key, CodePoints.ORDER));
        Map<String, Integer> skuIndex = new HashMap<>();
        skusByKey.forEach(sku -> skuIndex.put(sku.key(), skuIndex.size()));
        List<OrderRow> lines = sorted(
                orders,
                Comparator.comparing(OrderRow::retailer, CodePoints.ORDER).thenComparing(OrderRow::rank));
        int[] firstLine = new int[byKey.size() + 1];
        int line = 0;
        for (int r = 0; r < byKey.size(); r++) {
            firstLine[r] = line;
            while (line < lines.size()
                    && lines.get(line).retailer().equals(byKey.get(r).key())) {
                line++;
            }
        }
        firstLine[byKey.size()] = line;
        return new Cycle(
                head,
                byKey,
                skusByKey,
                new Orders(
                        firstLine,
                        lines.stream().mapToInt(OrderRow::rank).toArray(),
                        lines.stream().mapToInt(row -> skuIndex.get(row.sku())).toArray(),
                        lines.stream().mapToInt(OrderRow::demand).toArray(),
                        byKey.stream()
                                .mapToInt(r -> atMost.getOrDefault(r.key(), Orders.NO_LIMIT))
                                .toArray()),
                policy);
    }

    private static <T> List<T> sorted(List<T> rows, Comparator<T> order) {
        return rows.stream().sorted(order).toList();
    }

    private static <T> List<T> shuffled(List<T> rows, long seed) {
        List<T> copy = new ArrayList<>(rows);
        Collections.shuffle(copy, new Random(seed));
        return copy;
    }
}
