package io.plimsoll.policy;

import io.plimsoll.retailer.MarketType;
import io.plimsoll.retailer.SizeClass;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * From what volume on a shop is LARGE or MEDIUM; below both it is SMALL. Nobody has to order that much (R3): the cut-offs
 * only say which class a volume that has been reached belongs to.
 *
 * @param from cartons a month by market type and class; a market type without any is not classified by this policy
 */
public record ClassCutoffs(Map<MarketType, SortedMap<SizeClass, BigDecimal>> from) {

    /** @throws IllegalArgumentException when a smaller class does not begin below a larger one, or SMALL has a cut-off */
    public ClassCutoffs {
        Map<MarketType, SortedMap<SizeClass, BigDecimal>> own = new EnumMap<>(MarketType.class);
        from.forEach((marketType, cutoffs) -> {
            requireFalling(cutoffs);
            if (!cutoffs.isEmpty()) {
                own.put(marketType, Collections.unmodifiableSortedMap(new TreeMap<>(cutoffs)));
            }
        });
        from = Collections.unmodifiableMap(own);
    }

    private static void requireFalling(SortedMap<SizeClass, BigDecimal> cutoffs) {
        BigDecimal larger = null;
        for (Map.Entry<SizeClass, BigDecimal> cutoff : cutoffs.entrySet()) {
            boolean below = larger == null || cutoff.getValue().compareTo(larger) < 0;
            if (cutoff.getKey() == SizeClass.SMALL || !below) {
                throw new IllegalArgumentException("no cut-offs: " + cutoffs);
            }
            larger = cutoff.getValue();
        }
    }

    /** The cut-offs that hold for a market type, LARGE first; empty where it is not classified. */
    public SortedMap<SizeClass, BigDecimal> of(MarketType marketType) {
        return from.getOrDefault(marketType, Collections.emptySortedMap());
    }

    /** The class of a shop with this monthly volume, or empty where its market type is not classified. */
    public Optional<SizeClass> classOf(MarketType marketType, BigDecimal volume) {
        SortedMap<SizeClass, BigDecimal> cutoffs = of(marketType);
        return cutoffs.isEmpty() ? Optional.empty() : Optional.of(classOf(cutoffs, volume, 1));
    }

    /**
     * The largest class whose cut-off the mean volume reaches; exactly, without dividing.
     *
     * @param volume cartons of all months
     */
    static SizeClass classOf(SortedMap<SizeClass, BigDecimal> cutoffs, BigDecimal volume, int months) {
        return cutoffs.entrySet().stream()
                .filter(cutoff -> volume.compareTo(cutoff.getValue().multiply(BigDecimal.valueOf(months))) >= 0)
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(SizeClass.SMALL);
    }
}
