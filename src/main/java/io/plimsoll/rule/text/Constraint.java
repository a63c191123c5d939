package io.plimsoll.rule.text;

/** One of the things between the commas of a pattern: a condition, or a name for a value. */
public sealed interface Constraint permits Condition, Constraint.Binding {

    /**
     * Gives a number a name, for the consequence.
     *
     * @param variable with its dollar sign
     */
    record Binding(String variable, Term value) implements Constraint {}
}
