package io.plimsoll.rule.text;

import io.plimsoll.rule.Fact;
import io.plimsoll.rule.Proposal;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Optional;

/** What a rule means, worked out from its definition with exact numbers and without a rule engine. */
final class OnPaper {

    private OnPaper() {}

    /** What the rule proposes about a fact of its kind; empty when a condition does not hold. */
    static Optional<Proposal> answer(String id, DrlRule rule, Fact fact) {
        BigDecimal most = null;
        for (Constraint constraint : rule.constraints()) {
            if (constraint instanceof Condition condition && !holds(condition, fact)) {
                return Optional.empty();
            }
            if (constraint instanceof Constraint.Binding binding) {
                most = number(binding.value(), fact);
            }
        }
        if (rule.answer() instanceof Answer.Finding finding) {
            return Optional.of(new Proposal.Finding(id, finding.code(), finding.severity()));
        }
        if (rule.answer() instanceof Answer.FixedCeiling ceiling) {
            most = BigDecimal.valueOf(ceiling.limit());
        }
        return Optional.of(new Proposal.Ceiling(id, rule.answer().code(), most));
    }

    static boolean holds(Condition condition, Fact fact) {
        if (condition instanceof Condition.Holds holds) {
            return (boolean) fact.arguments().get(holds.flag().name());
        }
        if (condition instanceof Condition.Not not) {
            return !holds(not.condition(), fact);
        }
        if (condition instanceof Condition.All all) {
            return all.parts().stream().allMatch(part -> holds(part, fact));
        }
        if (condition instanceof Condition.Any any) {
            return any.parts().stream().anyMatch(part -> holds(part, fact));
        }
        Condition.Comparison comparison = (Condition.Comparison) condition;
        int order = order(value(comparison.left(), fact), value(comparison.right(), fact));
        return switch (comparison.relation()) {
            case EQUAL -> order == 0;
            case UNEQUAL -> order != 0;
            case LESS -> order < 0;
            case AT_MOST -> order <= 0;
            case MORE -> order > 0;
            case AT_LEAST -> order >= 0;
        };
    }

    private static int order(Object left, Object right) {
        if (left instanceof BigDecimal number) {
            return number.compareTo((BigDecimal) right);
        }
        return left.equals(right) ? 0 : 1;
    }

    private static Object value(Term term, Fact fact) {
        if (term instanceof Term.Text text) {
            return text.value();
        }
        if (term instanceof Term.Flag flag) {
            return flag.value();
        }
        return term instanceof Term.Field field ? fact.arguments().get(field.name()) : number(term, fact);
    }

    /** @throws ArithmeticException when something is divided by zero */
    static BigDecimal number(Term term, Fact fact) {
        if (term instanceof Term.WholeNumber whole) {
            return BigDecimal.valueOf(whole.value());
        }
        if (term instanceof Term.Field field) {
            return (BigDecimal) fact.arguments().get(field.name());
        }
        Term.Calculation calculation = (Term.Calculation) term;
        BigDecimal left = number(calculation.left(), fact);
        BigDecimal right = number(calculation.right(), fact);
        return switch (calculation.operator()) {
            case PLUS -> left.add(right);
            case MINUS -> left.subtract(right);
            case TIMES -> left.multiply(right);
            case DIVIDED_BY -> quotient(left, right);
        };
    }

    private static BigDecimal quotient(BigDecimal left, BigDecimal right) {
        try {
            return left.divide(right);
        } catch (ArithmeticException endless) {
            return left.divide(right, MathContext.DECIMAL128);
        }
    }

    /** The same proposals, whatever the number of noughts behind the point. */
    static List<String> plain(List<Proposal> proposals) {
        return proposals.stream()
                .map(proposal -> proposal instanceof Proposal.Ceiling ceiling
                        ? ceiling.rule() + " " + ceiling.code() + " "
                                + ceiling.limit().stripTrailingZeros().toPlainString()
                        : proposal.toString())
                .sorted()
                .toList();
    }
}
