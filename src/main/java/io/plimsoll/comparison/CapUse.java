package io.plimsoll.comparison;

import io.plimsoll.order.Orders;

/**
 * How far the ceilings on single Skus were used: over the order lines that have one above 0.
 *
 * @param granted cartons granted on these lines
 * @param ceilings the sum of their ceilings
 * @param atCap of these lines, those that were granted all their ceiling allows
 */
public record CapUse(int lines, long granted, long ceilings, int atCap) {

    /** A ceiling that no demand can reach is none. */
    private static final long LARGEST_DEMAND = 1_000_000;

    static CapUse of(SameOrders same, Outcome outcome) {
        Orders orders = same.orders();
        int lines = 0;
        long granted = 0;
        long ceilings = 0;
        int atCap = 0;
        for (int retailer = 0; retailer < orders.retailers(); retailer++) {
            int group = same.peers()[retailer];
            for (int line = orders.firstLine()[retailer]; line < orders.firstLine()[retailer + 1]; line++) {
                long ceiling = outcome.skuCeilings()[group * same.skus() + orders.sku()[line]];
                if (ceiling > 0 && ceiling <= LARGEST_DEMAND) {
                    lines++;
                    granted += outcome.granted()[line];
                    ceilings += ceiling;
                    atCap += outcome.granted()[line] == ceiling ? 1 : 0;
                }
            }
        }
        return new CapUse(lines, granted, ceilings, atCap);
    }
}
