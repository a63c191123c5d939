package io.plimsoll.policy;

import io.plimsoll.retailer.MarketType;
import io.plimsoll.retailer.SizeClass;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.OptionalInt;

/**
 * The total that holds for a new shop until one has been agreed with it (R1).
 *
 * @param totals cartons a month, by market type and class
 */
public record ClassTotals(Map<MarketType, Map<SizeClass, Integer>> totals) {

    public ClassTotals {
        Map<MarketType, Map<SizeClass, Integer>> own = new EnumMap<>(MarketType.class);
        totals.forEach((marketType, ofClass) -> own.put(marketType, Map.copyOf(ofClass)));
        totals = Collections.unmodifiableMap(own);
    }

    /** The default total, or empty where the policy names none. */
    public OptionalInt total(SizeClass sizeClass, MarketType marketType) {
        Integer total = totals.getOrDefault(marketType, Map.of()).get(sizeClass);
        return total == null ? OptionalInt.empty() : OptionalInt.of(total);
    }
}
