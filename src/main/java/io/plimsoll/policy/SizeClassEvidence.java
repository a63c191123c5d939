package io.plimsoll.policy;

import io.plimsoll.retailer.MarketType;
import io.plimsoll.retailer.SizeClass;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Why a shop is of its size class in a period: anybody can redo it from what stands here. The class is computed from
 * the mean monthly volume, its cut-offs are published, and it holds for the whole period (R2).
 *
 * @param period for which the class holds; none of the figures is of it
 * @param marketType of the shop, when it was classified
 * @param figures the months that count, each once
 * @param cutoffs those applied, in cartons a month, LARGE first
 * @param policy version of the policy that publishes them
 * @param sizeClass what comes of it
 */
public record SizeClassEvidence(
        String period,
        MarketType marketType,
        List<MonthVolume> figures,
        SortedMap<SizeClass, BigDecimal> cutoffs,
        String policy,
        SizeClass sizeClass) {

    private static final int DECIMALS = 2;

    /** @throws IllegalArgumentException when the class does not follow from the figures and the cut-offs */
    public SizeClassEvidence {
        figures = List.copyOf(figures);
        cutoffs = Collections.unmodifiableSortedMap(new TreeMap<>(cutoffs));
        long months = figures.stream().map(MonthVolume::period).distinct().count();
        String own = period;
        boolean ofItself = figures.stream().anyMatch(figure -> figure.period().equals(own));
        if (months == 0 || months < figures.size() || ofItself || cutoffs.isEmpty()) {
            throw new IllegalArgumentException("no evidence for " + period + ": " + figures + ", " + cutoffs);
        }
        if (ClassCutoffs.classOf(cutoffs, BigDecimal.valueOf(sum(figures)), figures.size()) != sizeClass) {
            throw new IllegalArgumentException(sizeClass + " does not follow from " + figures + " by " + cutoffs);
        }
    }

    /**
     * Classifies a shop.
     *
     * @return empty where there is no month that counts, or the policy does not classify the market type: the shop then
     *     keeps the class it has
     */
    public static Optional<SizeClassEvidence> of(
            String period, MarketType marketType, List<MonthVolume> figures, ClassCutoffs published, String policy) {
        SortedMap<SizeClass, BigDecimal> cutoffs = published.of(marketType);
        if (figures.isEmpty() || cutoffs.isEmpty()) {
            return Optional.empty();
        }
        SizeClass sizeClass = ClassCutoffs.classOf(cutoffs, BigDecimal.valueOf(sum(figures)), figures.size());
        return Optional.of(new SizeClassEvidence(period, marketType, figures, cutoffs, policy, sizeClass));
    }

    /** Cartons a month, rounded down to two decimals, so that it is never shown at a cut-off it did not reach. */
    public BigDecimal meanVolume() {
        return BigDecimal.valueOf(sum(figures)).divide(BigDecimal.valueOf(figures.size()), DECIMALS, RoundingMode.DOWN);
    }

    private static long sum(List<MonthVolume> figures) {
        return figures.stream().mapToLong(MonthVolume::cartons).reduce(0, Math::addExact);
    }
}
