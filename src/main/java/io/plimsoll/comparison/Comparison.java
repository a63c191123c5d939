package io.plimsoll.comparison;

import io.plimsoll.retailer.MarketType;
import io.plimsoll.retailer.PeerGroup;
import io.plimsoll.retailer.SizeClass;
import io.plimsoll.run.Binding;
import io.plimsoll.run.Summary.Cut;
import io.plimsoll.sku.BrandTier;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Two outcomes of the same orders: A, and B beside it. Cartons gained and lost are counted line by line, so that those
 * of groups, of Skus and of retailers add up to those of all.
 *
 * @see "docs/compare.md"
 */
public final class Comparison {

    private final GroupChange[] byPeers;
    private final GroupChange[] byTier;
    private final List<RetailerChange> retailers;
    private final List<Change> skus;
    private final List<ReasonMove> reasons;
    private final CapUse capUseA;
    private final CapUse capUseB;

    private Comparison(Counting counted, CapUse capUseA, CapUse capUseB) {
        byPeers = counted.byPeers();
        byTier = counted.byTier();
        retailers = counted.retailers();
        skus = counted.skus();
        reasons = counted.reasons();
        this.capUseA = capUseA;
        this.capUseB = capUseB;
    }

    /** Compares what two policies made of the same orders. */
    public static Comparison of(SameOrders same, Outcome a, Outcome b) {
        return new Comparison(Counting.of(same, a, b), CapUse.of(same, a), CapUse.of(same, b));
    }

    /** All that ordered. */
    public GroupChange total() {
        return sum(peers -> true);
    }

    /** By size class. */
    public Map<SizeClass, GroupChange> byClass() {
        Map<SizeClass, GroupChange> changes = new EnumMap<>(SizeClass.class);
        for (SizeClass sizeClass : SizeClass.values()) {
            changes.put(sizeClass, sum(peers -> peers.sizeClass() == sizeClass));
        }
        return changes;
    }

    /** By market type. */
    public Map<MarketType, GroupChange> byMarketType() {
        Map<MarketType, GroupChange> changes = new EnumMap<>(MarketType.class);
        for (MarketType marketType : MarketType.values()) {
            changes.put(marketType, sum(peers -> peers.marketType() == marketType));
        }
        return changes;
    }

    /** The retailers of a class in markets of a type. */
    public GroupChange of(SizeClass sizeClass, MarketType marketType) {
        return sum(peers -> peers.sizeClass() == sizeClass && peers.marketType() == marketType);
    }

    private GroupChange sum(Predicate<PeerGroup> which) {
        return IntStream.range(0, PeerGroup.COUNT)
                .filter(index -> which.test(PeerGroup.of(index)))
                .mapToObj(index -> byPeers[index])
                .reduce(GroupChange.NONE, GroupChange::plus);
    }

    /** By tier: of each retailer only its lines of the tier count. */
    public Map<BrandTier, GroupChange> byTier() {
        Map<BrandTier, GroupChange> changes = new EnumMap<>(BrandTier.class);
        for (BrandTier tier : BrandTier.values()) {
            changes.put(tier, byTier[tier.ordinal()]);
        }
        return changes;
    }

    /** Every retailer that ordered, by index. */
    public List<RetailerChange> retailers() {
        return retailers;
    }

    /** Those that were granted the most cartons more under B, the first first; equals by index. */
    public List<RetailerChange> gainedMost(int atMost) {
        return mostChanged(1).limit(atMost).toList();
    }

    /** Those that were granted the most cartons less under B, the first first; equals by index. */
    public List<RetailerChange> lostMost(int atMost) {
        return mostChanged(-1).limit(atMost).toList();
    }

    private Stream<RetailerChange> mostChanged(int way) {
        return retailers.stream()
                .filter(change -> way * change.cartons().difference() > 0)
                .sorted(Comparator.comparingLong(
                        change -> -way * change.cartons().difference()));
    }

    /** Every Sku by index, those too that nobody ordered. */
    public List<Change> skus() {
        return skus;
    }

    /** The pairs of reasons that any line has, in the order of the reason under A, then under B. */
    public List<ReasonMove> reasons() {
        return reasons;
    }

    /** How far ceilings on single Skus were used under A. */
    public CapUse capUseA() {
        return capUseA;
    }

    /** How far ceilings on single Skus were used under B. */
    public CapUse capUseB() {
        return capUseB;
    }

    /** Lines cut under A, and cartons they were cut by, by reason; NONE is not among them. */
    public Map<Binding, Cut> cutsA() {
        return cuts(ReasonMove::a, ReasonMove::cutA);
    }

    /** The same under B. */
    public Map<Binding, Cut> cutsB() {
        return cuts(ReasonMove::b, ReasonMove::cutB);
    }

    private Map<Binding, Cut> cuts(Function<ReasonMove, Binding> reason, ToLongFunction<ReasonMove> cartons) {
        Map<Binding, Cut> cuts = new EnumMap<>(Binding.class);
        for (Binding binding : Binding.values()) {
            if (binding != Binding.NONE) {
                List<ReasonMove> those = reasons.stream()
                        .filter(move -> reason.apply(move) == binding)
                        .toList();
                int lines = those.stream().mapToInt(ReasonMove::lines).sum();
                cuts.put(
                        binding,
                        new Cut(lines, those.stream().mapToLong(cartons).sum()));
            }
        }
        return cuts;
    }

    /** How many lines have another reason under B, whether they got another quantity or not. */
    public int linesWithOtherReason() {
        return reasons.stream()
                .filter(move -> move.a() != move.b())
                .mapToInt(ReasonMove::lines)
                .sum();
    }
}
