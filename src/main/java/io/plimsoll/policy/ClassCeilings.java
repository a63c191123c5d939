package io.plimsoll.policy;

import io.plimsoll.retailer.MarketType;
import io.plimsoll.retailer.SizeClass;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A published table of reasonable quantities (Q) by size class, market type and a tier or Sku: one cycle's worth in
 * cartons (R5). A row for every market type (*) serves the types that have no row of their own; a row of its own beats
 * it even when it is blank. There is no way to write one for a retailer (R4).
 */
public final class ClassCeilings {

    /**
     * One row of the table.
     *
     * @param marketType empty for every market type (*)
     * @param ref key of the Sku, or name of the tier
     * @param ceiling cartons of one cycle; empty means unlimited
     */
    public record Row(SizeClass sizeClass, Optional<MarketType> marketType, String ref, Optional<BigDecimal> ceiling) {}

    /** Can be ordered, so that a map finds it quickly also among Skus whose names have the same hash. */
    private record Place(SizeClass sizeClass, Optional<MarketType> marketType, String ref)
            implements Comparable<Place> {

        private static final Comparator<Place> ORDER = Comparator.comparing(Place::ref)
                .thenComparing(Place::sizeClass)
                .thenComparing(place -> place.marketType().map(Enum::ordinal).orElse(-1));

        @Override
        public int compareTo(Place other) {
            return ORDER.compare(this, other);
        }
    }

    private final Map<Place, Optional<BigDecimal>> rows = new HashMap<>();
    private final Set<String> refs = new HashSet<>();

    /**
     * Adds a row.
     *
     * @param marketType empty for every market type (*)
     * @param ref key of the Sku, or name of the tier
     * @param ceiling cartons; empty means unlimited
     * @return whether the row is new; a duplicate is not added
     */
    public boolean add(SizeClass sizeClass, Optional<MarketType> marketType, String ref, Optional<BigDecimal> ceiling) {
        refs.add(ref);
        return rows.putIfAbsent(new Place(sizeClass, marketType, ref), ceiling) == null;
    }

    /** The ceiling of one cycle for this class and market type, or empty where there is none. */
    public Optional<BigDecimal> ceiling(SizeClass sizeClass, MarketType marketType, String ref) {
        Optional<BigDecimal> own = rows.get(new Place(sizeClass, Optional.of(marketType), ref));
        if (own != null) {
            return own;
        }
        return rows.getOrDefault(new Place(sizeClass, Optional.empty(), ref), Optional.empty());
    }

    /** Every row, in no order. */
    public List<Row> rows() {
        return rows.entrySet().stream()
                .map(row -> new Row(
                        row.getKey().sizeClass(),
                        row.getKey().marketType(),
                        row.getKey().ref(),
                        row.getValue()))
                .toList();
    }

    /** The tiers or Skus that have any row. */
    public Set<String> refs() {
        return Collections.unmodifiableSet(refs);
    }
}
