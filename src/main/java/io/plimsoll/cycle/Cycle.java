package io.plimsoll.cycle;

import io.plimsoll.order.Orders;
import io.plimsoll.policy.ReleasePolicy;
import io.plimsoll.retailer.Retailer;
import io.plimsoll.sku.Sku;
import io.plimsoll.text.CodePoints;
import java.util.Iterator;
import java.util.List;

/**
 * One cycle of one company: everything that decides its grants, and nothing else.
 *
 * @param retailers sorted by key; the position is the index that {@code orders} uses
 * @param skus sorted by key; the position is the index that {@code orders} uses
 */
public record Cycle(CycleHead head, List<Retailer> retailers, List<Sku> skus, Orders orders, ReleasePolicy policy) {

    public Cycle {
        retailers = List.copyOf(retailers);
        skus = List.copyOf(skus);
        requireRising(retailers.stream().map(Retailer::key).iterator());
        requireRising(skus.stream().map(Sku::key).iterator());
        if (orders.retailers() != retailers.size()) {
            throw new IllegalArgumentException("orders are of other retailers");
        }
    }

    private static void requireRising(Iterator<String> keys) {
        String last = null;
        while (keys.hasNext()) {
            String key = keys.next();
            if (last != null && CodePoints.ORDER.compare(last, key) >= 0) {
                throw new IllegalArgumentException("not sorted, or twice there: " + key);
            }
            last = key;
        }
    }
}
