package io.plimsoll.rule;

import java.util.List;

/**
 * The rules of one build or of one run record, ready to be asked. Safe for use by many threads.
 *
 * @see "rules/README.md"
 */
public interface RuleBook {

    /**
     * Lets every rule look at every fact by itself. The answers are the proposals that the facts then carry; they do not
     * depend on the order of facts or of rules.
     *
     * @throws RuleFailure when a rule cannot be evaluated on a fact, for example because it divides by zero
     */
    void ask(List<? extends Fact> facts);

    /** The texts this book was made of, sorted by folder; a run record carries them. */
    List<RuleText> texts();
}
