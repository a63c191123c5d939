package io.plimsoll.rule.text;

import io.plimsoll.rule.Fact;
import java.util.List;

/**
 * One rule as it was understood.
 *
 * @param name begins with the rule's id
 * @param factType the kind of fact it looks at
 * @param factVariable the name it gives the fact, with the dollar sign
 * @param constraints in the order they were written; all of them must hold
 * @param answer what it proposes then
 */
public record DrlRule(
        String name, Class<? extends Fact> factType, String factVariable, List<Constraint> constraints, Answer answer) {

    public DrlRule {
        constraints = List.copyOf(constraints);
    }
}
