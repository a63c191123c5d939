package io.plimsoll.simulation;

import io.plimsoll.retailer.SizeClass;
import io.plimsoll.simulation.learning.Learner;
import io.plimsoll.simulation.learning.ReinforcementLearner;
import io.plimsoll.simulation.learning.ValueLearner;
import java.util.Map;
import java.util.function.Supplier;

/**
 * What is assumed about shops and their surroundings. All of it holds under every mechanism alike.
 *
 * @param costOfUnwanted what a granted carton that was not wanted costs its shop, in cartons that were; from 0
 * @param spreadOfWeeks how much what a shop wants of a Sku varies from week to week, see {@link Chance#lognormal}
 * @param newLearner makes a shop that knows nothing yet
 * @param inflated which lines shops multiply; they report the others as they are
 * @param ceilings whether a shop's reports of a week are cut, down its lines, to 130 % of what it usually wants
 * @param sameFirst whether the same shops come first every week; otherwise the order is drawn anew
 * @param weights published weight of each class, which only our mechanism uses
 */
record Assumptions(
        double costOfUnwanted,
        double spreadOfWeeks,
        Supplier<Learner> newLearner,
        Inflated inflated,
        boolean ceilings,
        boolean sameFirst,
        Map<SizeClass, Integer> weights) {

    /** Which lines shops multiply. */
    enum Inflated {
        SCARCE_SKUS,
        ALL_SKUS
    }

    /** How often a shop tries something, which Sutton and Barto call epsilon. */
    private static final double TRIALS = 0.1;

    /**
     * Those of the year that is drawn. Shops know which Skus are SCARCE, since it is published, and weights are in the
     * proportion of what the classes want on average, see {@link Market}.
     */
    static final Assumptions BASE = new Assumptions(
            0.25,
            0.3,
            () -> new ValueLearner(TRIALS),
            Inflated.SCARCE_SKUS,
            false,
            false,
            Map.of(SizeClass.LARGE, 15, SizeClass.MEDIUM, 6, SizeClass.SMALL, 2));

    Assumptions withCostOfUnwanted(double cost) {
        return new Assumptions(cost, spreadOfWeeks, newLearner, inflated, ceilings, sameFirst, weights);
    }

    Assumptions withTheSameDemandEveryWeek() {
        return new Assumptions(costOfUnwanted, 0, newLearner, inflated, ceilings, sameFirst, weights);
    }

    Assumptions withTwiceTheTrials() {
        return withLearner(() -> new ValueLearner(2 * TRIALS));
    }

    Assumptions withReinforcement() {
        return withLearner(ReinforcementLearner::new);
    }

    private Assumptions withLearner(Supplier<Learner> learner) {
        return new Assumptions(costOfUnwanted, spreadOfWeeks, learner, inflated, ceilings, sameFirst, weights);
    }

    Assumptions withAllSkusInflated() {
        return new Assumptions(
                costOfUnwanted, spreadOfWeeks, newLearner, Inflated.ALL_SKUS, ceilings, sameFirst, weights);
    }

    Assumptions withCeilings() {
        return new Assumptions(costOfUnwanted, spreadOfWeeks, newLearner, inflated, true, sameFirst, weights);
    }

    Assumptions withTheSameShopsFirst() {
        return new Assumptions(costOfUnwanted, spreadOfWeeks, newLearner, inflated, ceilings, true, weights);
    }

    /** Those of the policy that ships with the rules, which do not fit what the classes of {@link Market} want. */
    Assumptions withDefaultWeights() {
        return new Assumptions(
                costOfUnwanted,
                spreadOfWeeks,
                newLearner,
                inflated,
                ceilings,
                sameFirst,
                Map.of(SizeClass.LARGE, 4, SizeClass.MEDIUM, 2, SizeClass.SMALL, 1));
    }
}
