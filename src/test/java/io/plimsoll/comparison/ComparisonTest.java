package io.plimsoll.comparison;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plimsoll.allocation.RandomCycles;
import io.plimsoll.cycle.Cycle;
import io.plimsoll.order.Orders;
import io.plimsoll.retailer.MarketType;
import io.plimsoll.retailer.PeerGroup;
import io.plimsoll.retailer.SizeClass;
import io.plimsoll.run.Binding;
import io.plimsoll.sku.BrandTier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Who gains and who loses when the same orders meet another policy. */
class ComparisonTest {

    private static final int CYCLES = 400;

    @Test
    void everyFigureIsThatOfAPlainSecondCount() {
        int differing = 0;
        for (int seed = 0; seed < CYCLES; seed++) {
            TwoPolicies two = TwoPolicies.of(seed, RandomCycles.VILLAGE);
            Comparison comparison = two.compare();
            PlainComparison plain = new PlainComparison(two.a(), two.b());
            String where = "cycle with seed " + seed;
            assertEquals(plain.group(line -> true), comparison.total(), where);
            for (SizeClass sizeClass : SizeClass.values()) {
                assertEquals(
                        plain.group(line -> line.retailer().sizeClass() == sizeClass),
                        comparison.byClass().get(sizeClass),
                        where);
            }
            for (BrandTier tier : BrandTier.values()) {
                assertEquals(
                        plain.group(line -> line.sku().tier() == tier),
                        comparison.byTier().get(tier),
                        where);
            }
            agreeOnMarkets(plain, comparison, where);
            assertEquals(plain.reasons(), comparison.reasons(), where);
            agreeOnRetailersAndSkus(two.a().cycle(), plain, comparison, where);
            differing += comparison.total().cartons().anyLineDiffers() ? 1 : 0;
        }
        assertTrue(differing > CYCLES / 2, "cycles in which anything differs: " + differing);
    }

    private static void agreeOnMarkets(PlainComparison plain, Comparison comparison, String where) {
        for (MarketType marketType : MarketType.values()) {
            assertEquals(
                    plain.group(line -> line.retailer().marketType() == marketType),
                    comparison.byMarketType().get(marketType),
                    where);
            for (SizeClass sizeClass : SizeClass.values()) {
                assertEquals(
                        plain.group(line -> line.retailer().marketType() == marketType
                                && line.retailer().sizeClass() == sizeClass),
                        comparison.of(sizeClass, marketType),
                        where);
            }
        }
    }

    private static void agreeOnRetailersAndSkus(
            Cycle cycle, PlainComparison plain, Comparison comparison, String where) {
        List<RetailerChange> expected = new ArrayList<>();
        for (int r = 0; r < cycle.retailers().size(); r++) {
            if (cycle.orders().ordered(r)) {
                expected.add(plain.retailer(r, cycle.retailers().get(r)));
            }
        }
        assertEquals(expected, comparison.retailers(), where);
        for (int s = 0; s < cycle.skus().size(); s++) {
            int sku = s;
            assertEquals(
                    plain.change(line -> line.sku() == cycle.skus().get(sku)),
                    comparison.skus().get(sku),
                    where);
        }
    }

    @Test
    void groupsRetailersSkusAndReasonsAddUpToAll() {
        for (int seed = 0; seed < CYCLES; seed++) {
            TwoPolicies two = TwoPolicies.of(seed, RandomCycles.SMALL);
            Comparison comparison = two.compare();
            GroupChange total = comparison.total();
            assertEquals(total, sum(comparison.byClass().values()));
            assertEquals(total, sum(comparison.byMarketType().values()));
            assertEquals(total.cartons(), sum(comparison.byTier().values()).cartons());
            assertEquals(total.cartons(), sumOf(comparison.skus()));
            assertEquals(
                    total.cartons(),
                    sumOf(comparison.retailers().stream()
                            .map(RetailerChange::cartons)
                            .toList()));
            Change all = total.cartons();
            assertEquals(all.difference(), all.gained() - all.lost());
            assertEquals(
                    all.lines(),
                    comparison.reasons().stream().mapToInt(ReasonMove::lines).sum());
            assertEquals(two.a().summary().cuts(), comparison.cutsA());
            assertEquals(two.b().summary().cuts(), comparison.cutsB());
            assertEquals(two.a().summary().total(), all.filledA());
            assertEquals(two.b().summary().total(), all.filledB());
        }
    }

    private static GroupChange sum(Collection<GroupChange> groups) {
        return groups.stream().reduce(GroupChange.NONE, GroupChange::plus);
    }

    private static Change sumOf(List<Change> changes) {
        return changes.stream().reduce(new Change(0, 0, 0, 0, 0, 0), Change::plus);
    }

    @Test
    void whatIsGainedOneWayIsLostTheOther() {
        for (int seed = 0; seed < CYCLES; seed++) {
            TwoPolicies two = TwoPolicies.of(seed, RandomCycles.VILLAGE);
            GroupChange there = two.compare().total();
            GroupChange back = new TwoPolicies(two.b(), two.a()).compare().total();
            assertEquals(there.cartons().gained(), back.cartons().lost());
            assertEquals(there.bySum().better(), back.bySum().worse());
            assertEquals(there.byRank().worse(), back.byRank().better());
            assertEquals(there.bySum().alike(), back.bySum().alike());
        }
    }

    @Test
    void nobodyGainsOrLosesWhereBothAreTheSame() {
        for (int seed = 0; seed < 50; seed++) {
            TwoPolicies two = TwoPolicies.of(seed, RandomCycles.VILLAGE);
            Comparison comparison = new TwoPolicies(two.a(), two.a()).compare();
            GroupChange total = comparison.total();
            assertFalse(total.cartons().anyLineDiffers());
            assertEquals(new Fortunes(0, 0, comparison.retailers().size()), total.bySum());
            assertEquals(total.bySum(), total.byRank());
            assertEquals(0, comparison.linesWithOtherReason());
            assertEquals(List.of(), comparison.gainedMost(10));
            assertEquals(List.of(), comparison.lostMost(10));
            assertEquals(comparison.cutsA(), comparison.cutsB());
            assertEquals(comparison.capUseA(), comparison.capUseB());
        }
    }

    @Test
    void whoGainedOrLostMostComesFirstAndEqualsInTheOrderOfTheirNames() {
        int[] a = {5, 5, 5, 5, 5, 5};
        int[] b = {6, 9, 5, 6, 3, 0};
        Comparison comparison = oneLineEach(a, b);
        assertEquals(List.of(1, 0, 3), retailers(comparison.gainedMost(10)));
        assertEquals(List.of(1, 0), retailers(comparison.gainedMost(2)));
        assertEquals(List.of(5, 4), retailers(comparison.lostMost(10)));
        assertEquals(List.of(), comparison.lostMost(0));
    }

    private static List<Integer> retailers(List<RetailerChange> changes) {
        return changes.stream().map(RetailerChange::retailer).toList();
    }

    @Test
    void aRetailerMayLoseCartonsAndStillFareBetterInHisOwnRanks() {
        int[] a = {1, 9};
        int[] b = {2, 3};
        Comparison comparison = Comparison.of(
                new SameOrders(orders(new int[] {0, 2}, 9, 9), new int[] {0}, new int[] {0, 4}),
                outcome(a, Binding.SUPPLY, Binding.NONE),
                outcome(b, Binding.SUPPLY, Binding.PACING));
        RetailerChange shop = comparison.retailers().get(0);
        assertEquals(-5, shop.cartons().difference());
        assertEquals(Fortune.BETTER, shop.byRank());
        assertEquals(
                new RetailerChange.Reason(Binding.NONE, Binding.PACING),
                shop.reason().orElseThrow());
        assertEquals(new Fortunes(0, 1, 0), comparison.total().bySum());
        assertEquals(new Fortunes(1, 0, 0), comparison.total().byRank());
        assertEquals(
                new Fortunes(1, 0, 0), comparison.byTier().get(BrandTier.TIER_1).bySum());
        assertEquals(
                new Fortunes(0, 1, 0), comparison.byTier().get(BrandTier.TIER_5).byRank());
        assertEquals(
                new Fortunes(0, 0, 0), comparison.byTier().get(BrandTier.TIER_3).bySum());
    }

    @Test
    void theReasonThatChangedMostIsTheOneThatMovedCartonsTheWayTheOrderWent() {
        int[] a = {4, 4, 4, 9};
        int[] b = {6, 6, 7, 4};
        Comparison comparison = Comparison.of(
                new SameOrders(orders(new int[] {0, 4}, 9, 9, 9, 9), new int[] {0}, new int[4]),
                outcome(a, Binding.SUPPLY, Binding.SUPPLY, Binding.SKU_CEILING, Binding.NONE),
                outcome(b, Binding.SUPPLY, Binding.SUPPLY, Binding.SKU_CEILING, Binding.PACING));
        assertEquals(
                new RetailerChange.Reason(Binding.SUPPLY, Binding.SUPPLY),
                comparison.retailers().get(0).reason().orElseThrow());
    }

    @Test
    void ceilingsOnSkusAreUsedOverTheLinesThatHaveOne() {
        Orders orders = orders(new int[] {0, 4}, 9, 9, 9, 9);
        Outcome outcome = new Outcome(
                new int[] {4, 3, 0, 9},
                new Binding[] {Binding.SKU_CEILING, Binding.SUPPLY, Binding.BLOCKED, Binding.NONE},
                withoutCeilings(4));
        System.arraycopy(new long[] {4, 5, 0, Long.MAX_VALUE}, 0, outcome.skuCeilings(), 0, 4);
        CapUse use = CapUse.of(new SameOrders(orders, new int[] {0}, new int[4]), outcome);
        assertEquals(new CapUse(2, 7, 9, 1), use);
    }

    @Test
    void outcomesOfOtherOrdersAreNoComparison() {
        SameOrders same = new SameOrders(orders(new int[] {0, 2}, 1, 1), new int[] {0}, new int[2]);
        Outcome fits = outcome(new int[] {1, 1}, Binding.NONE, Binding.NONE);
        Outcome shorter = outcome(new int[] {1}, Binding.NONE);
        assertThrows(IllegalArgumentException.class, () -> Comparison.of(same, fits, shorter));
    }

    /** The Skus are 0, 1, 2 ... on the lines of each retailer. */
    private static Orders orders(int[] firstLine, int... demand) {
        int[] rank = new int[demand.length];
        int[] sku = new int[demand.length];
        for (int r = 0; r + 1 < firstLine.length; r++) {
            for (int line = firstLine[r]; line < firstLine[r + 1]; line++) {
                sku[line] = line - firstLine[r];
                rank[line] = sku[line] + 1;
            }
        }
        return new Orders(firstLine, rank, sku, demand, new int[firstLine.length - 1]);
    }

    private static Comparison oneLineEach(int[] a, int[] b) {
        int[] firstLine = new int[a.length + 1];
        Binding[] reasons = new Binding[a.length];
        int[] demand = new int[a.length];
        for (int r = 0; r < a.length; r++) {
            firstLine[r + 1] = r + 1;
            reasons[r] = Binding.SUPPLY;
            demand[r] = 10;
        }
        return Comparison.of(
                new SameOrders(orders(firstLine, demand), new int[a.length], new int[1]),
                outcome(a, reasons),
                outcome(b, reasons));
    }

    private static Outcome outcome(int[] granted, Binding... reasons) {
        return new Outcome(granted, reasons, withoutCeilings(granted.length));
    }

    private static long[] withoutCeilings(int skus) {
        long[] none = new long[PeerGroup.COUNT * skus];
        Arrays.fill(none, Long.MAX_VALUE);
        return none;
    }
}
