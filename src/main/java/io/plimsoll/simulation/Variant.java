package io.plimsoll.simulation;

import static io.plimsoll.simulation.Assumptions.BASE;

/** The assumptions of the year that is drawn, and others of which one differs: does what is found depend on them? */
public enum Variant {
    /** The year that is drawn. */
    AS_DRAWN(BASE),
    /** A carton that is not wanted costs little. */
    CHEAP_RETURNS(BASE.withCostOfUnwanted(0.1)),
    /** A carton that is not wanted costs much. */
    DEAR_RETURNS(BASE.withCostOfUnwanted(0.5)),
    /** What a shop gets tells more of what it asked for, and less of its own ups and downs. */
    STEADY_DEMAND(BASE.withTheSameDemandEveryWeek()),
    /** Shops try another factor twice as often. */
    RESTLESS_SHOPS(BASE.withTwiceTheTrials()),
    /** Shops learn in another way. */
    OTHER_LEARNER(BASE.withReinforcement()),
    /** Shops inflate everything they order. */
    ALL_SKUS(BASE.withAllSkusInflated()),
    /** What a shop may report in a week has a ceiling. */
    CEILINGS(BASE.withCeilings()),
    /** The same shops come first every week. */
    SAME_FIRST(BASE.withTheSameShopsFirst()),
    /** Weights that do not fit what the classes want. */
    DEFAULT_WEIGHTS(BASE.withDefaultWeights());

    private final Assumptions assumptions;

    Variant(Assumptions assumptions) {
        this.assumptions = assumptions;
    }

    Assumptions assumptions() {
        return assumptions;
    }
}
