package io.plimsoll.allocation;

import io.plimsoll.allocation.CycleRows.OrderRow;
import io.plimsoll.cycle.Cycle;
import io.plimsoll.cycle.CycleHead;
import io.plimsoll.policy.Alerts;
import io.plimsoll.policy.ClassCeilings;
import io.plimsoll.policy.ReleasePolicy;
import io.plimsoll.retailer.MarketType;
import io.plimsoll.retailer.Retailer;
import io.plimsoll.retailer.RetailerStatus;
import io.plimsoll.retailer.SizeClass;
import io.plimsoll.sku.BrandTier;
import io.plimsoll.sku.Sku;
import io.plimsoll.sku.SupplyStatus;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** Cycles in which nothing binds but what an example is about: no float, no pacing, no ceilings, totals of 1000. */
final class PlainExample {

    static final int AMPLE = 1000;

    private static final Map<SizeClass, BigDecimal> NO_FLOAT = Map.of(
            SizeClass.LARGE, BigDecimal.ZERO, SizeClass.MEDIUM, BigDecimal.ZERO, SizeClass.SMALL, BigDecimal.ZERO);

    private static final Map<SizeClass, Integer> WEIGHTS =
            Map.of(SizeClass.LARGE, 2, SizeClass.MEDIUM, 1, SizeClass.SMALL, 1);

    private PlainExample() {}

    /** One shop and a line of each demand, by rank. */
    static Cycle oneShop(int... demand) {
        List<Sku> skus = new ArrayList<>();
        List<OrderRow> orders = new ArrayList<>();
        for (int i = 0; i < demand.length; i++) {
            skus.add(sku("X" + i, OptionalLong.empty(), Optional.empty()));
            orders.add(new OrderRow("A", i + 1, "X" + i, demand[i]));
        }
        return cycle(List.of(shop("A", SizeClass.SMALL)), skus, orders, Map.of());
    }

    /** Shops A and B of weight 1 and C of weight 2, which all want one Sku. */
    static Cycle threeShops(Sku sku, int demandOfA, int demandOfB, int demandOfC) {
        return cycle(
                List.of(shop("A", SizeClass.SMALL), shop("B", SizeClass.MEDIUM), shop("C", SizeClass.LARGE)),
                List.of(sku),
                List.of(
                        new OrderRow("A", 1, sku.key(), demandOfA),
                        new OrderRow("B", 1, sku.key(), demandOfB),
                        new OrderRow("C", 1, sku.key(), demandOfC)),
                Map.of(BrandTier.TIER_4, new BigDecimal("0.95")));
    }

    static Sku sku(String key, OptionalLong supply, Optional<BigDecimal> forecast) {
        return new Sku(key, "B", BrandTier.TIER_4, SupplyStatus.NORMAL, supply, forecast);
    }

    private static Retailer shop(String key, SizeClass sizeClass) {
        return new Retailer(key, "CM", sizeClass, MarketType.URBAN, RetailerStatus.ACTIVE, AMPLE, 0, 1);
    }

    private static Cycle cycle(
            List<Retailer> retailers, List<Sku> skus, List<OrderRow> orders, Map<BrandTier, BigDecimal> balance) {
        ReleasePolicy policy = new ReleasePolicy(
                "example",
                NO_FLOAT,
                WEIGHTS,
                new ClassCeilings(),
                new ClassCeilings(),
                balance,
                Optional.empty(),
                new Alerts(Map.of()));
        CycleHead head = new CycleHead("c", "s", "2026-11", 1, 4);
        return new CycleRows(head, retailers, skus, orders, Map.of(), policy).toCycle();
    }
}
