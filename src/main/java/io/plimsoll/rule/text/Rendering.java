package io.plimsoll.rule.text;

import io.plimsoll.rule.Fact;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Writes what was understood as DRL. Parentheses stand where they are needed and nowhere else, so that the rendering of
 * a text never nests deeper than the text.
 */
final class Rendering {

    private static final int LOOSEST = 0;
    private static final int IN_ANY = 1;
    private static final int IN_ALL = 2;

    private Rendering() {}

    static String of(CheckedRule checked) {
        StringBuilder text = new StringBuilder();
        for (Class<? extends Fact> type : checked.factTypes()) {
            text.append("import ").append(type.getName()).append(";\n");
        }
        checked.rules().forEach(rule -> append(text, checked.id(), rule));
        return text.toString();
    }

    private static void append(StringBuilder text, String id, DrlRule rule) {
        text.append("\nrule \"").append(rule.name()).append("\"\nwhen\n    ");
        text.append(rule.factVariable()).append(" : ").append(rule.factType().getSimpleName());
        text.append(
                rule.constraints().stream().map(Rendering::constraint).collect(Collectors.joining(", ", "( ", " )")));
        text.append("\nthen\n    ")
                .append(rule.factVariable())
                .append(".propose(\"")
                .append(id)
                .append("\", ");
        text.append(arguments(rule.answer())).append(");\nend\n");
    }

    private static String constraint(Constraint constraint) {
        if (constraint instanceof Constraint.Binding binding) {
            return binding.variable() + " : " + bound(binding.value());
        }
        return condition((Condition) constraint, LOOSEST);
    }

    /** In parentheses: Drools would bind the first field of a bare calculation and drop the rest. */
    private static String bound(Term value) {
        return value instanceof Term.Calculation ? "( " + term(value) + " )" : term(value);
    }

    /** In parentheses: without them Drools cannot compile some calculations on the right of a comparison. */
    private static String compared(Term right) {
        return right instanceof Term.Calculation ? "(" + term(right) + ")" : term(right);
    }

    private static String arguments(Answer answer) {
        if (answer instanceof Answer.Finding finding) {
            return quoted(finding.severity().name()) + ", " + quoted(finding.code());
        }
        if (answer instanceof Answer.BoundCeiling ceiling) {
            return quoted(ceiling.code()) + ", " + ceiling.variable();
        }
        Answer.FixedCeiling ceiling = (Answer.FixedCeiling) answer;
        return quoted(ceiling.code()) + ", " + ceiling.limit();
    }

    private static String condition(Condition condition, int surrounding) {
        if (condition instanceof Condition.Holds holds) {
            return holds.flag().name();
        }
        if (condition instanceof Condition.Comparison comparison) {
            return term(comparison.left()) + " " + comparison.relation().sign() + " " + compared(comparison.right());
        }
        if (condition instanceof Condition.Not not) {
            return "!"
                    + (not.condition() instanceof Condition.Holds
                            ? condition(not.condition(), LOOSEST)
                            : "(" + condition(not.condition(), LOOSEST) + ")");
        }
        if (condition instanceof Condition.All all) {
            return joined(all.parts(), " && ", IN_ALL, surrounding);
        }
        return joined(((Condition.Any) condition).parts(), " || ", IN_ANY, surrounding);
    }

    private static String joined(List<Condition> parts, String sign, int level, int surrounding) {
        String joined = parts.stream().map(part -> condition(part, level)).collect(Collectors.joining(sign));
        return surrounding > level ? "(" + joined + ")" : joined;
    }

    private static String term(Term term) {
        if (term instanceof Term.Field field) {
            return field.name();
        }
        if (term instanceof Term.WholeNumber number) {
            return Integer.toString(number.value());
        }
        if (term instanceof Term.Text text) {
            return quoted(text.value());
        }
        if (term instanceof Term.Flag flag) {
            return Boolean.toString(flag.value());
        }
        Term.Calculation calculation = (Term.Calculation) term;
        return operand(calculation, calculation.left(), false)
                + " " + calculation.operator().sign() + " "
                + operand(calculation, calculation.right(), true);
    }

    private static String operand(Term.Calculation around, Term operand, boolean isRight) {
        if (!(operand instanceof Term.Calculation inner)) {
            return term(operand);
        }
        boolean outerFirst = around.operator().bindsFirst();
        boolean innerFirst = inner.operator().bindsFirst();
        boolean bare = innerFirst && !outerFirst || innerFirst == outerFirst && !isRight;
        return bare ? term(operand) : "(" + term(operand) + ")";
    }

    private static String quoted(String text) {
        return '"' + text + '"';
    }
}
