package io.plimsoll.rule.text;

import io.plimsoll.rule.Severity;

/** What a rule proposes when its conditions hold. */
public sealed interface Answer {

    /** Key of the sentence that explains it. */
    String code();

    /** A ceiling under the value that a variable of the rule names. */
    record BoundCeiling(String code, String variable) implements Answer {}

    /** A ceiling that is the same whatever the fact says. */
    record FixedCeiling(String code, int limit) implements Answer {}

    /** A finding. */
    record Finding(String code, Severity severity) implements Answer {}
}
