package io.plimsoll.rule;

import java.math.BigDecimal;

/** A fact that rules answer with ceilings. What the ceiling limits is decided by the kind of fact, not by the rule. */
public non-sealed interface CeilingFact extends Fact {

    /**
     * The one thing a rule may do here.
     *
     * @param rule id of the rule, for example {@code R2}
     * @param code key of the sentence that explains the ceiling
     * @param limit how many at most, before rounding down to a whole number
     */
    default void propose(String rule, String code, BigDecimal limit) {
        proposals().add(new Proposal.Ceiling(rule, code, limit));
    }

    /** The same, with a whole number written into the rule. */
    default void propose(String rule, String code, long limit) {
        propose(rule, code, BigDecimal.valueOf(limit));
    }
}
