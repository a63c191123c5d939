package io.plimsoll.generation;

import io.plimsoll.cycle.CycleHead;
import io.plimsoll.order.Orders;
import io.plimsoll.policy.Pacing;
import io.plimsoll.policy.ReleasePolicy;
import io.plimsoll.retailer.Retailer;
import io.plimsoll.retailer.RetailerStatus;
import java.util.List;

/**
 * Reckons about how many cartons of each Sku shops will claim: each goes down its lines by rank until its headroom is used
 * up. A supply below that runs short. What this is for needs no exactness, so it asks no rule and leaves the tier
 * ceilings out.
 */
final class FirstClaims {

    private static final double UNLIMITED = Double.MAX_VALUE;

    private FirstClaims() {}

    /** Cartons by Sku. */
    static long[] of(CycleHead head, List<Retailer> retailers, List<Item> items, Orders orders, ReleasePolicy policy) {
        long[] claimed = new long[items.size()];
        double[][] most = skuCeilings(retailers, items, policy);
        for (int r = 0; r < orders.retailers(); r++) {
            Retailer retailer = retailers.get(r);
            double left = headroom(head, retailer, orders.atMost()[r], policy);
            double[] ofKind = most[Shop.kind(retailer.sizeClass(), retailer.marketType())];
            for (int line = orders.firstLine()[r]; line < orders.firstLine()[r + 1]; line++) {
                int sku = orders.sku()[line];
                double ceiling = Math.floor(ofKind[sku] * retailer.interval());
                long claim = (long) Math.min(Math.min(orders.demand()[line], ceiling), left);
                claimed[sku] += claim;
                left -= claim;
            }
        }
        return claimed;
    }

    private static double headroom(CycleHead head, Retailer retailer, int atMost, ReleasePolicy policy) {
        if (retailer.status() != RetailerStatus.ACTIVE) {
            return 0;
        }
        double percent = policy.floatPercents().get(retailer.sizeClass()).doubleValue();
        double ceiling = Math.floor(retailer.agreedTotal() * (100 + percent) / 100);
        double paced = policy.pacing()
                .filter(pacing -> ceiling > pacing.exempt())
                .map(pacing -> Math.floor(ceiling * pace(head, retailer, pacing)))
                .orElse(ceiling);
        double left = Math.max(0, paced - retailer.grantedInPeriod());
        return atMost == Orders.NO_LIMIT ? left : Math.min(left, atMost);
    }

    private static double pace(CycleHead head, Retailer retailer, Pacing pacing) {
        int k = Math.min(head.of(), head.number() + retailer.interval() - 1);
        double burst = (1 + pacing.burst().doubleValue()) * k / head.of();
        double reserve = 1 - pacing.reserve().doubleValue() * (head.of() - k) / head.of();
        return Math.min(1, Math.min(burst, reserve));
    }

    private static double[][] skuCeilings(List<Retailer> retailers, List<Item> items, ReleasePolicy policy) {
        double[][] most = new double[Shop.KINDS][];
        for (Retailer retailer : retailers) {
            int kind = Shop.kind(retailer.sizeClass(), retailer.marketType());
            if (most[kind] == null) {
                most[kind] = items.stream()
                        .mapToDouble(item -> policy.skuCeilings()
                                .ceiling(retailer.sizeClass(), retailer.marketType(), item.key())
                                .map(Number::doubleValue)
                                .orElse(UNLIMITED))
                        .toArray();
            }
        }
        return most;
    }
}
