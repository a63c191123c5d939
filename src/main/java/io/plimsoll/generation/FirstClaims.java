package io.plimsoll.generation;

import io.plimsoll.cycle.CycleHead;
import io.plimsoll.order.Orders;
import io.plimsoll.policy.Pacing;
import io.plimsoll.policy.ReleasePolicy;
import io.plimsoll.retailer.MarketType;
import io.plimsoll.retailer.Retailer;
import io.plimsoll.retailer.RetailerStatus;
import io.plimsoll.retailer.SizeClass;
import io.plimsoll.sku.BrandTier;
import io.plimsoll.sku.SupplyStatus;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * Reckons how many cartons of each Sku shops will claim before any is cut: each goes down its lines by rank, under the
 * ceilings of this room's own {@link Policies}. A supply below that runs short. It only serves to draw a supply, so it
 * need not be what the rules make of it, and reckons in floating point.
 */
final class FirstClaims {

    private static final double UNLIMITED = Double.MAX_VALUE;

    private final CycleHead head;
    private final List<Item> items;
    private final ReleasePolicy policy;

    /** Of one cycle, by {@link Shop#kind}, then Sku or tier. */
    private final double[][] mostOfSku = new double[Shop.KINDS][];

    private final double[][] mostOfTier = new double[Shop.KINDS][];

    private FirstClaims(CycleHead head, List<Item> items, ReleasePolicy policy) {
        this.head = head;
        this.items = items;
        this.policy = policy;
        for (SizeClass sizeClass : SizeClass.values()) {
            for (MarketType marketType : MarketType.values()) {
                int kind = Shop.kind(sizeClass, marketType);
                mostOfSku[kind] = items.stream()
                        .map(item -> policy.skuCeilings().ceiling(sizeClass, marketType, item.key()))
                        .mapToDouble(FirstClaims::orUnlimited)
                        .toArray();
                mostOfTier[kind] = List.of(BrandTier.values()).stream()
                        .map(tier -> policy.tierCeilings().ceiling(sizeClass, marketType, tier.name()))
                        .mapToDouble(FirstClaims::orUnlimited)
                        .toArray();
            }
        }
    }

    private static double orUnlimited(Optional<BigDecimal> ceiling) {
        return ceiling.map(BigDecimal::doubleValue).orElse(UNLIMITED);
    }

    /** Cartons by Sku. */
    static long[] of(CycleHead head, List<Retailer> retailers, List<Item> items, Orders orders, ReleasePolicy policy) {
        FirstClaims claims = new FirstClaims(head, items, policy);
        long[] claimed = new long[items.size()];
        for (int r = 0; r < orders.retailers(); r++) {
            if (orders.ordered(r)) {
                claims.add(retailers.get(r), r, orders, claimed);
            }
        }
        return claimed;
    }

    private void add(Retailer retailer, int r, Orders orders, long[] claimed) {
        int kind = Shop.kind(retailer.sizeClass(), retailer.marketType());
        double floated = 1 + floatPercent(retailer) / 100;
        double[] leftOfTier = new double[BrandTier.values().length];
        for (int tier = 0; tier < leftOfTier.length; tier++) {
            leftOfTier[tier] = Math.floor(mostOfTier[kind][tier] * retailer.interval() * floated);
        }
        double left = headroom(retailer, orders.atMost()[r]);
        for (int line = orders.firstLine()[r]; line < orders.firstLine()[r + 1]; line++) {
            int sku = orders.sku()[line];
            Item item = items.get(sku);
            int tier = item.tier().ordinal();
            double claim = Math.min(orders.demand()[line], left);
            if (item.status() != SupplyStatus.OPEN) {
                claim = Math.min(claim, Math.floor(mostOfSku[kind][sku] * retailer.interval()));
                claim = Math.min(claim, leftOfTier[tier]);
                leftOfTier[tier] -= claim;
            }
            left -= claim;
            claimed[sku] += (long) claim;
        }
    }

    private double headroom(Retailer retailer, int atMost) {
        if (retailer.status() != RetailerStatus.ACTIVE) {
            return 0;
        }
        double ceiling = Math.floor(retailer.agreedTotal() * (100 + floatPercent(retailer)) / 100);
        double paced = policy.pacing()
                .filter(pacing -> ceiling > pacing.exempt())
                .map(pacing -> Math.floor(ceiling * pace(retailer, pacing)))
                .orElse(ceiling);
        double left = Math.max(0, paced - retailer.grantedInPeriod());
        return atMost == Orders.NO_LIMIT ? left : Math.min(left, atMost);
    }

    private double floatPercent(Retailer retailer) {
        return policy.floatPercents().get(retailer.sizeClass()).doubleValue();
    }

    private double pace(Retailer retailer, Pacing pacing) {
        int k = Math.min(head.of(), head.number() + retailer.interval() - 1);
        double burst = (1 + pacing.burst().doubleValue()) * k / head.of();
        double reserve = 1 - pacing.reserve().doubleValue() * (head.of() - k) / head.of();
        return Math.min(1, Math.min(burst, reserve));
    }
}
