package io.plimsoll.comparison;

import io.plimsoll.allocation.RandomCycles;
import io.plimsoll.cycle.Cycle;
import io.plimsoll.drools.TestRules;
import io.plimsoll.retailer.PeerGroup;
import io.plimsoll.run.CycleResult;
import io.plimsoll.run.CycleRun;

/** The orders of a random cycle under its own policy and under that of another. */
public record TwoPolicies(CycleResult a, CycleResult b) {

    /** A random cycle under its own policy, and under that of another. */
    public static TwoPolicies of(long seed, RandomCycles.Size size) {
        Cycle cycle = RandomCycles.cycle(seed, size);
        Cycle other = RandomCycles.cycle(seed + 1_000_000, size);
        Cycle rehearsed = new Cycle(cycle.head(), cycle.retailers(), cycle.skus(), cycle.orders(), other.policy());
        return new TwoPolicies(run(cycle), run(rehearsed));
    }

    private static CycleResult run(Cycle cycle) {
        return new CycleRun(TestRules.book(), 1).allocate(cycle, part -> {});
    }

    /** Compares both without writing them. */
    public Comparison compare() {
        return Comparison.of(sameOrders(), outcome(a), outcome(b));
    }

    SameOrders sameOrders() {
        Cycle cycle = a.cycle();
        int[] peers = new int[cycle.retailers().size()];
        for (int r = 0; r < peers.length; r++) {
            peers[r] = cycle.retailers().get(r).peers().index();
        }
        int[] tiers = new int[cycle.skus().size()];
        for (int s = 0; s < tiers.length; s++) {
            tiers[s] = cycle.skus().get(s).tier().ordinal();
        }
        return new SameOrders(cycle.orders(), peers, tiers);
    }

    static Outcome outcome(CycleResult result) {
        int skus = result.cycle().skus().size();
        long[] ceilings = new long[PeerGroup.COUNT * skus];
        for (int i = 0; i < ceilings.length; i++) {
            ceilings[i] = result.ceilings().sku(i / skus, i % skus);
        }
        return new Outcome(result.sharing().granted(), result.bindings(), ceilings);
    }
}
