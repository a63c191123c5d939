package io.plimsoll.allocation;

import io.plimsoll.cycle.Cycle;
import io.plimsoll.cycle.CycleHead;
import io.plimsoll.order.Orders;
import io.plimsoll.policy.ClassCeilings;
import io.plimsoll.policy.ReleasePolicy;
import io.plimsoll.retailer.SizeClass;
import io.plimsoll.sku.BrandTier;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Mechanisms that are wrong on purpose, each in a way that somebody might get it wrong, to see that a check notices. */
final class BrokenMechanisms {

    private BrokenMechanisms() {}

    /** Shares a short Sku in proportion to what is asked for, the odd cartons by the largest remainder. */
    static int[] proportionalShare(Cycle cycle) {
        PlainCeilings ceilings = new PlainCeilings(cycle);
        int[] claims = firstClaims(ceilings);
        int[] granted = claims.clone();
        for (int sku = 0; sku < cycle.skus().size(); sku++) {
            int[] lines = linesOf(cycle, sku);
            long claimed = IntStream.of(lines).mapToLong(line -> claims[line]).sum();
            long released = ceilings.released(sku);
            if (claimed <= released) {
                continue;
            }
            long left = released;
            for (int line : lines) {
                granted[line] = (int) (claims[line] * released / claimed);
                left -= granted[line];
            }
            IntStream.of(lines)
                    .boxed()
                    .sorted(Comparator.comparing(line -> -(claims[line] * released % claimed)))
                    .limit(left)
                    .forEach(line -> granted[line]++);
        }
        return granted;
    }

    /** Serves retailers one after the other, as their names sort. */
    static int[] firstCome(Cycle cycle) {
        PlainCeilings ceilings = new PlainCeilings(cycle);
        long[] left = IntStream.range(0, cycle.skus().size())
                .mapToLong(ceilings::released)
                .toArray();
        return takeInOrder(ceilings, left);
    }

    /** Breaks ties by something else than what was published. */
    static int[] anotherTieBreak(Cycle cycle) {
        CycleHead head = cycle.head();
        return right(new Cycle(
                new CycleHead(head.cycle(), head.seed() + "!", head.period(), head.number(), head.of()),
                cycle.retailers(),
                cycle.skus(),
                cycle.orders(),
                cycle.policy()));
    }

    /** Shares short Skus as if all classes weighed the same. */
    static int[] ignoringWeights(Cycle cycle) {
        Map<SizeClass, Integer> equal = Map.of(SizeClass.LARGE, 1, SizeClass.MEDIUM, 1, SizeClass.SMALL, 1);
        return right(with(cycle, equal, cycle.policy().tierCeilings()));
    }

    /** Forgets that tiers have ceilings. */
    static int[] ignoringTierCeilings(Cycle cycle) {
        return right(with(cycle, cycle.policy().weights(), new ClassCeilings()));
    }

    /** Forgets what retailers themselves want at most. */
    static int[] ignoringAtMost(Cycle cycle) {
        Cycle changed = cycle;
        for (int r = 0; r < cycle.retailers().size(); r++) {
            changed = CycleCopies.withAtMost(changed, r, Orders.NO_LIMIT);
        }
        return right(changed);
    }

    /** Promises a carton more than there is. */
    static int[] overselling(Cycle cycle) {
        PlainCeilings ceilings = new PlainCeilings(cycle);
        Cycle changed = cycle;
        for (int sku = 0; sku < cycle.skus().size(); sku++) {
            if (ceilings.released(sku) < PlainCeilings.UNLIMITED) {
                changed = CycleCopies.withReleased(changed, sku, ceilings.released(sku) + 1);
            }
        }
        return right(changed);
    }

    /** Does everything right, then takes a carton from somebody and gives it to somebody who wanted more. */
    static int[] movingOneCarton(Cycle cycle) {
        PlainCeilings ceilings = new PlainCeilings(cycle);
        int[] granted = right(cycle);
        for (int from = 0; from < granted.length; from++) {
            for (int to : linesOf(cycle, cycle.orders().sku()[from])) {
                if (granted[from] > 0 && to != from && granted[to] < ceilings.mostOf(to)) {
                    granted[from]--;
                    granted[to]++;
                    return granted;
                }
            }
        }
        return granted;
    }

    /** Keeps a carton back. */
    static int[] withholdingOneCarton(Cycle cycle) {
        int[] granted = right(cycle);
        for (int line = 0; line < granted.length; line++) {
            if (granted[line] > 0) {
                granted[line]--;
                break;
            }
        }
        return granted;
    }

    /** Fills up every line to a carton, asked for or not: a hidden floor. */
    static int[] defaultMinimum(Cycle cycle) {
        return IntStream.of(right(cycle)).map(cartons -> Math.max(1, cartons)).toArray();
    }

    /** Lets retailers claim once only: what one loses on a scarce line is lost instead of falling to his next. */
    static int[] oneRoundOnly(Cycle cycle) {
        return right(CycleCopies.withDemand(cycle, firstClaims(new PlainCeilings(cycle))));
    }

    /** Among all fair outcomes takes one that a retailer likes less: what Skus asking for retailers would come to. */
    static int[] worstOfAllFair(Cycle cycle) {
        List<int[]> fair = FairOutcomes.of(new PlainCeilings(cycle));
        int[] worst = fair.get(0);
        for (int[] other : fair) {
            if (ChangeChecks.nobodyFaresWorse(cycle, worst, other).isPresent()) {
                worst = other;
            }
        }
        return worst;
    }

    /** Remembers what it did before: every second run turns out otherwise. */
    static Mechanism withAMemory() {
        int[] runs = {0};
        return cycle -> runs[0]++ % 2 == 0 ? right(cycle) : movingOneCarton(cycle);
    }

    /** Lets a retailer without an order, by being on the list, change what the others get. */
    static int[] countingIdleRetailers(Cycle cycle) {
        return cycle.retailers().size() % 2 == 0 ? right(cycle) : movingOneCarton(cycle);
    }

    private static int[] right(Cycle cycle) {
        return PlainMechanism.run(cycle).granted();
    }

    /** What retailers would take if all supply were unlimited. */
    private static int[] firstClaims(PlainCeilings ceilings) {
        long[] unlimited = new long[ceilings.cycle().skus().size()];
        Arrays.fill(unlimited, PlainCeilings.UNLIMITED);
        return takeInOrder(ceilings, unlimited);
    }

    /** Each retailer in turn takes by rank what his ceilings and what is left of the Skus allow. */
    private static int[] takeInOrder(PlainCeilings ceilings, long[] leftOfSku) {
        Orders orders = ceilings.cycle().orders();
        int[] taken = new int[orders.lines()];
        for (int r = 0; r < orders.retailers(); r++) {
            long leftOfHeadroom = ceilings.headroom(r);
            long[] leftOfTier = new long[BrandTier.values().length];
            for (BrandTier tier : BrandTier.values()) {
                leftOfTier[tier.ordinal()] = ceilings.tierCeiling(r, tier);
            }
            for (int line = ceilings.firstLine(r); line < ceilings.firstLine(r + 1); line++) {
                int sku = orders.sku()[line];
                int tier = ceilings.skuOf(line).tier().ordinal();
                long cartons = Math.min(Math.min(ceilings.mostOf(line), leftOfHeadroom), leftOfSku[sku]);
                if (ceilings.countsTowardsTier(line)) {
                    cartons = Math.min(cartons, leftOfTier[tier]);
                    leftOfTier[tier] -= cartons;
                }
                leftOfHeadroom -= cartons;
                leftOfSku[sku] -= cartons;
                taken[line] = (int) cartons;
            }
        }
        return taken;
    }

    private static int[] linesOf(Cycle cycle, int sku) {
        int[] skus = cycle.orders().sku();
        return IntStream.range(0, skus.length).filter(line -> skus[line] == sku).toArray();
    }

    private static Cycle with(Cycle cycle, Map<SizeClass, Integer> weights, ClassCeilings tierCeilings) {
        ReleasePolicy policy = cycle.policy();
        ReleasePolicy changed = new ReleasePolicy(
                policy.version(),
                policy.floatPercents(),
                weights,
                tierCeilings,
                policy.skuCeilings(),
                policy.tightBalance(),
                policy.pacing(),
                policy.alerts());
        return new Cycle(cycle.head(), cycle.retailers(), cycle.skus(), cycle.orders(), changed);
    }
}
