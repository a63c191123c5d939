package io.plimsoll.rule;

/** A fact that rules answer with findings; its fields are the evidence. */
public non-sealed interface FindingFact extends Fact {

    /**
     * The one thing a rule may do here.
     *
     * @param rule id of the rule, for example {@code D19}
     * @param severity INFO, WARNING or CRITICAL
     * @param code key of the sentence that explains the finding
     */
    default void propose(String rule, String severity, String code) {
        proposals().add(new Proposal.Finding(rule, code, Severity.valueOf(severity)));
    }
}
