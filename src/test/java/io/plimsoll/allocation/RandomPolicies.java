package io.plimsoll.allocation;

import io.plimsoll.policy.Alerts;
import io.plimsoll.policy.ClassCeilings;
import io.plimsoll.policy.Pacing;
import io.plimsoll.policy.ReleasePolicy;
import io.plimsoll.retailer.MarketType;
import io.plimsoll.retailer.SizeClass;
import io.plimsoll.sku.BrandTier;
import io.plimsoll.sku.Sku;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;

/** Random release policies for {@link RandomCycles}: from almost no ceilings to a row for everything. */
final class RandomPolicies {

    private static final List<String> PERCENTS = List.of("0", "8", "10", "15", "12.5", "7.25", "33.333", "100");
    private static final List<String> RHOS = List.of("0.95", "0.985", "0.9", "1", "0.3333");
    private static final List<String> BURSTS = List.of("0", "0.3", "0.25", "1.7");
    private static final List<String> RESERVES = List.of("0", "0.5", "0.333", "1");

    private final Random random;
    private final int mostDemand;

    private RandomPolicies(Random random, int mostDemand) {
        this.random = random;
        this.mostDemand = mostDemand;
    }

    static ReleasePolicy draw(Random random, List<Sku> skus, int mostDemand, Map<SizeClass, Integer> weights) {
        RandomPolicies draw = new RandomPolicies(random, mostDemand);
        Map<SizeClass, BigDecimal> floats = new HashMap<>();
        for (SizeClass sizeClass : SizeClass.values()) {
            floats.put(sizeClass, draw.decimal(PERCENTS));
        }
        List<String> tiers = Stream.of(BrandTier.values()).map(BrandTier::name).toList();
        ClassCeilings tierCeilings = draw.ceilings(tiers, 3 * mostDemand);
        ClassCeilings skuCeilings = draw.ceilings(skus.stream().map(Sku::key).toList(), mostDemand);
        Map<BrandTier, BigDecimal> balance = new HashMap<>();
        for (BrandTier tier : List.of(BrandTier.TIER_4, BrandTier.TIER_5)) {
            if (random.nextInt(3) > 0) {
                balance.put(tier, draw.decimal(RHOS));
            }
        }
        Optional<Pacing> pacing = random.nextBoolean()
                ? Optional.empty()
                : Optional.of(new Pacing(draw.decimal(BURSTS), draw.decimal(RESERVES), random.nextInt(3) * 20));
        return new ReleasePolicy(
                "random", floats, weights, tierCeilings, skuCeilings, balance, pacing, new Alerts(Map.of()));
    }

    /** Rows for every market type and rows of one, at a density drawn once: none, few or many. */
    private ClassCeilings ceilings(List<String> refs, int most) {
        ClassCeilings ceilings = new ClassCeilings();
        double density = List.of(0.0, 0.15, 0.5).get(random.nextInt(3));
        for (SizeClass sizeClass : SizeClass.values()) {
            for (String ref : refs) {
                for (Optional<MarketType> marketType : List.of(
                        Optional.<MarketType>empty(), Optional.of(MarketType.URBAN), Optional.of(MarketType.RURAL))) {
                    if (random.nextDouble() < density) {
                        ceilings.add(sizeClass, marketType, ref, ceiling(most));
                    }
                }
            }
        }
        return ceilings;
    }

    /** Blank, 0, whole or with tenths. */
    private Optional<BigDecimal> ceiling(int most) {
        return switch (random.nextInt(6)) {
            case 0 -> Optional.empty();
            case 1 -> Optional.of(BigDecimal.ZERO);
            case 2 -> Optional.of(BigDecimal.valueOf(random.nextInt(most)));
            default -> Optional.of(BigDecimal.valueOf(random.nextInt(10 * most), 1));
        };
    }

    private BigDecimal decimal(List<String> texts) {
        return new BigDecimal(texts.get(random.nextInt(texts.size())));
    }
}
