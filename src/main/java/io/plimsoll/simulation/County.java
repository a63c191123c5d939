package io.plimsoll.simulation;

import io.plimsoll.simulation.Assumptions.Inflated;
import io.plimsoll.simulation.learning.Factors;
import io.plimsoll.simulation.learning.Learner;
import io.plimsoll.simulation.sharing.Mechanism;
import io.plimsoll.simulation.sharing.Sharer;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** The shops of a {@link Market} as they live under one mechanism and learn from it. */
final class County {

    private final Size size;
    private final Assumptions assumptions;
    private final Sharer sharer;
    private final List<Learner> learners;
    private final long[] ceiling;
    private final Chance trials;
    private final YearTally tally;

    County(Size size, Assumptions assumptions, Market market, Mechanism mechanism) {
        this.size = size;
        this.assumptions = assumptions;
        sharer = mechanism.sharer();
        learners = IntStream.range(0, size.retailers())
                .mapToObj(shop -> assumptions.newLearner().get())
                .toList();
        ceiling = IntStream.range(0, size.retailers())
                .mapToLong(shop -> assumptions.ceilings() ? market.weeklyCeiling(shop) : Long.MAX_VALUE)
                .toArray();
        // The same tosses under every mechanism.
        trials = new Chance(size.seed(), Chance.Stream.TRIALS);
        tally = new YearTally(size);
    }

    /** Lives through a week: shops report, supply is shared, shops learn. */
    void live(Week week) {
        int[] factor = learners.stream()
                .mapToInt(learner -> learner.choose(trials.uniform(), trials.uniform()))
                .toArray();
        int[] reported = report(week.wanted(), factor);
        int[] granted = sharer.share(week.offer(), reported);
        for (int shop = 0; shop < factor.length; shop++) {
            learn(shop, factor[shop], week.wanted(), granted);
        }
        tally.add(week, reported, granted);
    }

    private int[] report(int[] wanted, int[] factor) {
        int[] reported = new int[wanted.length];
        for (int shop = 0; shop < factor.length; shop++) {
            long left = ceiling[shop];
            for (int sku = 0; sku < size.skus(); sku++) {
                int line = shop * size.skus() + sku;
                boolean multiplied = sku < size.scarceSkus() || assumptions.inflated() == Inflated.ALL_SKUS;
                int asked = multiplied ? Factors.reported(factor[shop], wanted[line]) : wanted[line];
                reported[line] = (int) Math.min(left, asked);
                left -= reported[line];
            }
        }
        return reported;
    }

    private void learn(int shop, int factor, int[] wanted, int[] granted) {
        long wantedInAll = 0;
        long filled = 0;
        long unwanted = 0;
        for (int line = shop * size.skus(); line < (shop + 1) * size.skus(); line++) {
            int good = Math.min(wanted[line], granted[line]);
            wantedInAll += wanted[line];
            filled += good;
            unwanted += granted[line] - good;
        }
        if (wantedInAll > 0) {
            learners.get(shop).learn(factor, (filled - assumptions.costOfUnwanted() * unwanted) / wantedInAll);
        }
    }

    List<WeekFigures> figures() {
        return new ArrayList<>(tally.weeks());
    }
}
