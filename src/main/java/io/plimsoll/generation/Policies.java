package io.plimsoll.generation;

import io.plimsoll.files.PolicyTables;
import io.plimsoll.policy.Alerts;
import io.plimsoll.policy.ClassCeilings;
import io.plimsoll.policy.Pacing;
import io.plimsoll.policy.ReleasePolicy;
import io.plimsoll.retailer.MarketType;
import io.plimsoll.retailer.SizeClass;
import io.plimsoll.sku.BrandTier;
import io.plimsoll.sku.SupplyStatus;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The release policy of a period: the defaults of the domain, Sku ceilings on what is scarce and on nothing else (R5), and
 * tier ceilings on the two dear tiers.
 */
final class Policies {

    private static final BigDecimal RHO = new BigDecimal("0.95");

    /** Cartons a month of an ordinary shop of the class; there are more of the smaller ones. */
    private static final Map<SizeClass, Double> ORDINARY_MONTHLY =
            Map.of(SizeClass.LARGE, 350.0, SizeClass.MEDIUM, 140.0, SizeClass.SMALL, 55.0);

    /** A Sku ceiling over the cartons of an ordinary line. */
    private static final double SKU_CEILING_OVER_LINE = 2;

    private static final double RURAL_OF_URBAN = 0.75;

    /** A tier ceiling over what an ordinary shop asks for of the tier. */
    private static final double TIER_CEILING_OVER_DEMAND = 2;

    /** Small shops in villages may not order every seventh of the scarce Skus of the dearest tier. */
    private static final int BLOCKED_OF_DEAREST = 7;

    private static final Map<SizeClass, BigDecimal> FLOAT_PERCENTS = Map.of(
            SizeClass.LARGE, BigDecimal.valueOf(10),
            SizeClass.MEDIUM, BigDecimal.valueOf(8),
            SizeClass.SMALL, BigDecimal.valueOf(15));

    private Policies() {}

    /** By how much the ceiling of a class lies above the agreed total (R2). */
    static BigDecimal floatPercent(SizeClass sizeClass) {
        return FLOAT_PERCENTS.get(sizeClass);
    }

    /**
     * The policy of a period, which is the same in all its weeks.
     *
     * @param week any of them
     */
    static ReleasePolicy of(List<Item> items, Week week) {
        Taste taste = Taste.of(items, week.firstOfPeriod());
        ReleasePolicy policy = new ReleasePolicy(
                "",
                FLOAT_PERCENTS,
                Map.of(SizeClass.LARGE, 4, SizeClass.MEDIUM, 2, SizeClass.SMALL, 1),
                tierCeilings(items, taste),
                skuCeilings(items),
                Map.of(BrandTier.TIER_4, RHO, BrandTier.TIER_5, RHO),
                Optional.of(new Pacing(new BigDecimal("0.3"), new BigDecimal("0.5"), 20)),
                new Alerts(Map.of(new Alerts.Key("R5", "headroom_multiple"), BigDecimal.valueOf(3))));
        return PolicyTables.publish("county-" + week.period(), policy);
    }

    private static ClassCeilings tierCeilings(List<Item> items, Taste taste) {
        ClassCeilings ceilings = new ClassCeilings();
        for (SizeClass sizeClass : SizeClass.values()) {
            for (MarketType marketType : MarketType.values()) {
                for (BrandTier tier : List.of(BrandTier.TIER_1, BrandTier.TIER_2)) {
                    double share = taste.shareOf(tier, Shop.kind(sizeClass, marketType), items);
                    double most = TIER_CEILING_OVER_DEMAND * share * ordinaryDemand(sizeClass);
                    if (share > 0) {
                        ceilings.add(sizeClass, Optional.of(marketType), tier.name(), cartons(most));
                    }
                }
            }
        }
        return ceilings;
    }

    private static ClassCeilings skuCeilings(List<Item> items) {
        ClassCeilings ceilings = new ClassCeilings();
        int dearest = 0;
        for (Item item : items) {
            if (item.status() != SupplyStatus.SCARCE) {
                continue;
            }
            for (SizeClass sizeClass : SizeClass.values()) {
                double demand = ordinaryDemand(sizeClass);
                double line = demand / Baskets.lines((int) demand, items.size());
                double most = SKU_CEILING_OVER_LINE * line;
                ceilings.add(sizeClass, Optional.of(MarketType.URBAN), item.key(), cartons(most));
                ceilings.add(sizeClass, Optional.empty(), item.key(), cartons(RURAL_OF_URBAN * most));
            }
            if (item.tier() == BrandTier.TIER_1 && dearest++ % BLOCKED_OF_DEAREST == 0) {
                Optional<BigDecimal> blocked = Optional.of(BigDecimal.ZERO);
                ceilings.add(SizeClass.SMALL, Optional.of(MarketType.RURAL), item.key(), blocked);
            }
        }
        return ceilings;
    }

    private static double ordinaryDemand(SizeClass sizeClass) {
        return Shop.weeklyDemand(ORDINARY_MONTHLY.get(sizeClass));
    }

    /** In halves, upward; a ceiling of a half carton would block. */
    private static Optional<BigDecimal> cartons(double most) {
        long halves = (long) Math.max(2, Math.ceil(2 * most));
        return Optional.of(BigDecimal.valueOf(5 * halves, 1));
    }
}
