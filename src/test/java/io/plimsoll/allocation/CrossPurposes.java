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
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;

/**
 * Cycles small enough to enumerate, in which shops with little headroom rank the same scarce Skus differently. Only
 * such cycles have several fair outcomes: two shops could trade, each giving up what he wants less. In cycles with
 * everything in them that is one in thousands.
 */
final class CrossPurposes {

    private final Random random;

    private CrossPurposes(long seed) {
        random = new Random(seed * 0x9E3779B97F4A7C15L);
    }

    /** Such a cycle for three seeds in four, for the fourth any tiny cycle. */
    static Cycle orTiny(long seed) {
        return seed % 4 == 0 ? RandomCycles.cycle(seed, RandomCycles.TINY) : new CrossPurposes(seed).cycle();
    }

    private Cycle cycle() {
        int shops = 2 + random.nextInt(2);
        int skuCount = shops == 2 && random.nextBoolean() ? 3 : 2;
        List<Sku> skus = new ArrayList<>();
        for (int i = 0; i < skuCount; i++) {
            skus.add(new Sku(
                    "S" + i,
                    "B",
                    random.nextBoolean() ? BrandTier.TIER_1 : BrandTier.TIER_2,
                    SupplyStatus.NORMAL,
                    OptionalLong.of(2 + random.nextInt(2)),
                    Optional.empty()));
        }
        List<Retailer> retailers = new ArrayList<>();
        List<OrderRow> orders = new ArrayList<>();
        for (int i = 0; i < shops; i++) {
            String key = "R" + i;
            retailers.add(new Retailer(
                    key,
                    "CM",
                    random.nextInt(6) == 0 ? SizeClass.LARGE : SizeClass.SMALL,
                    MarketType.URBAN,
                    RetailerStatus.ACTIVE,
                    2 + random.nextInt(2),
                    0,
                    1));
            Collections.rotate(skus, 1);
            for (int rank = 1; rank <= skuCount; rank++) {
                orders.add(new OrderRow(key, rank, skus.get(rank - 1).key(), random.nextInt(5) == 0 ? 1 : 2));
            }
        }
        CycleHead head = new CycleHead("c", "s" + random.nextInt(9), "2026-11", 1, 4);
        return new CycleRows(head, retailers, skus, orders, Map.of(), policy()).toCycle();
    }

    /** No float and no pacing; sometimes a tier ceiling, which makes room follow rank inside a tier too. */
    private ReleasePolicy policy() {
        ClassCeilings tierCeilings = new ClassCeilings();
        if (random.nextInt(3) == 0) {
            tierCeilings.add(
                    SizeClass.SMALL, Optional.empty(), "TIER_1", Optional.of(BigDecimal.valueOf(random.nextInt(4))));
        }
        Map<SizeClass, BigDecimal> noFloat = Map.of(
                SizeClass.LARGE, BigDecimal.ZERO, SizeClass.MEDIUM, BigDecimal.ZERO, SizeClass.SMALL, BigDecimal.ZERO);
        Map<SizeClass, Integer> weights = Map.of(SizeClass.LARGE, 2, SizeClass.MEDIUM, 1, SizeClass.SMALL, 1);
        return new ReleasePolicy(
                "cross purposes",
                noFloat,
                weights,
                tierCeilings,
                new ClassCeilings(),
                Map.of(),
                Optional.empty(),
                new Alerts(Map.of()));
    }
}
