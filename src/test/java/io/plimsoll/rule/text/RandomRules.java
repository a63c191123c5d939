package io.plimsoll.rule.text;

import io.plimsoll.rule.CeilingFact;
import io.plimsoll.rule.Fact;
import io.plimsoll.rule.Proposals;
import io.plimsoll.rule.Severity;
import io.plimsoll.rule.fact.Facts;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/** Makes legal rules and facts of every kind, from a seed. */
final class RandomRules {

    private static final List<String> NUMBERS =
            List.of("0", "1", "1.0", "2", "3", "0.5", "7.50", "-4", "100", "1E+2", "12.345", "2147483647");
    private static final List<String> TEXTS =
            List.of("", "LARGE", "SMALL", "A1", "true", "1", "end", "a b-c_d", "null");
    private static final int[] WHOLE = {0, 1, 2, 3, 5, 7, 8, 20, 100, 1000, Integer.MAX_VALUE};
    private static final int[] EVEN_DIVISORS = {1, 2, 4, 5, 8, 10, 100};

    private final RandomGenerator random;

    RandomRules(RandomGenerator random) {
        this.random = random;
    }

    /** A file with so many rules, each on any kind of fact. */
    CheckedRule file(int rules) {
        return new CheckedRule(
                "r02-random",
                "R2",
                IntStream.range(0, rules).mapToObj(this::rule).toList());
    }

    private DrlRule rule(int number) {
        Class<? extends Fact> type = one(Facts.ALL);
        List<Constraint> constraints = new ArrayList<>();
        int conditions = random.nextInt(4);
        for (int i = 0; i < conditions; i++) {
            constraints.add(condition(type, 3));
        }
        String code = "CODE" + number;
        Answer answer;
        if (!CeilingFact.class.isAssignableFrom(type)) {
            answer = new Answer.Finding(code, one(List.of(Severity.values())));
        } else if (fields(type, Kind.NUMBER).isEmpty() || random.nextInt(5) == 0) {
            answer = new Answer.FixedCeiling(code, one(WHOLE));
        } else {
            answer = new Answer.BoundCeiling(code, "$most");
            constraints.add(random.nextInt(constraints.size() + 1), new Constraint.Binding("$most", bound(type)));
        }
        return new DrlRule("R2 random rule " + number, type, "$fact", constraints, answer);
    }

    private Term bound(Class<? extends Fact> type) {
        Term dividend = number(type, 3);
        if (random.nextInt(3) > 0) {
            return dividend;
        }
        Term divisor = random.nextBoolean() ? number(type, 2) : new Term.WholeNumber(3);
        Term quotient = new Term.Calculation(dividend, Term.Operator.DIVIDED_BY, divisor);
        return Typing.isLiteral(dividend) && Typing.isLiteral(divisor) ? dividend : shortened(quotient, dividend);
    }

    private Condition condition(Class<? extends Fact> type, int depth) {
        return switch (random.nextInt(depth > 0 ? 7 : 4)) {
            case 0 -> text(type);
            case 1 -> flag(type);
            case 2, 3 -> numbers(type);
            case 4 -> new Condition.Not(condition(type, depth - 1));
            case 5 -> new Condition.All(parts(type, depth, Condition.All.class));
            default -> new Condition.Any(parts(type, depth, Condition.Any.class));
        };
    }

    private List<Condition> parts(Class<? extends Fact> type, int depth, Class<? extends Condition> kind) {
        List<Condition> parts = new ArrayList<>();
        while (parts.size() < 2 || random.nextInt(3) == 0) {
            Condition part = condition(type, depth - 1);
            if (!kind.isInstance(part)) {
                parts.add(part);
            }
        }
        return parts;
    }

    private Condition text(Class<? extends Fact> type) {
        List<Term> texts = fields(type, Kind.TEXT);
        if (texts.isEmpty()) {
            return numbers(type);
        }
        Term right = random.nextInt(4) == 0 ? one(texts) : new Term.Text(one(TEXTS));
        return new Condition.Comparison(one(texts), equality(), right);
    }

    private Condition flag(Class<? extends Fact> type) {
        List<Term> flags = fields(type, Kind.FLAG);
        if (flags.isEmpty()) {
            return text(type);
        }
        Term.Field flag = (Term.Field) one(flags);
        if (random.nextBoolean()) {
            return new Condition.Holds(flag);
        }
        Term right = random.nextBoolean() ? one(flags) : new Term.Flag(random.nextBoolean());
        return new Condition.Comparison(flag, equality(), right);
    }

    private Condition.Relation equality() {
        return random.nextBoolean() ? Condition.Relation.EQUAL : Condition.Relation.UNEQUAL;
    }

    private Condition numbers(Class<? extends Fact> type) {
        if (fields(type, Kind.NUMBER).isEmpty()) {
            return text(type);
        }
        Term left = number(type, 2);
        while (Typing.isLiteral(Typing.first(left))) {
            left = number(type, 2);
        }
        return new Condition.Comparison(left, one(List.of(Condition.Relation.values())), orLiteral(number(type, 2)));
    }

    private Term orLiteral(Term term) {
        return random.nextInt(3) == 0 ? new Term.WholeNumber(one(WHOLE)) : term;
    }

    /** A field or a calculation, never a literal. */
    private Term number(Class<? extends Fact> type, int depth) {
        if (depth == 0 || random.nextInt(3) == 0) {
            return one(fields(type, Kind.NUMBER));
        }
        Term field = number(type, depth - 1);
        Term other = orLiteral(number(type, depth - 1));
        Term.Operator operator = one(List.of(Term.Operator.values()));
        if (operator == Term.Operator.DIVIDED_BY) {
            return shortened(new Term.Calculation(field, operator, new Term.WholeNumber(one(EVEN_DIVISORS))), field);
        }
        boolean swap = random.nextBoolean();
        return shortened(new Term.Calculation(swap ? other : field, operator, swap ? field : other), field);
    }

    /** The term if it has no more factors than allowed; otherwise a part of it. */
    private static Term shortened(Term term, Term otherwise) {
        return Typing.factors(term) <= Limits.FACTORS ? term : otherwise;
    }

    private static List<Term> fields(Class<? extends Fact> type, Kind kind) {
        FactFields fields = FactFields.named(type.getSimpleName()).orElseThrow();
        return fields.kinds().entrySet().stream()
                .filter(field -> field.getValue() == kind)
                .<Term>map(field -> new Term.Field(field.getKey(), kind))
                .toList();
    }

    /** A fact of the given kind, with values that literals and other fields often equal. */
    Fact fact(Class<? extends Fact> type) {
        RecordComponent[] components = type.getRecordComponents();
        Class<?>[] types = new Class<?>[components.length];
        Object[] values = new Object[components.length];
        for (int i = 0; i < components.length; i++) {
            types[i] = components[i].getType();
            values[i] = types[i] == BigDecimal.class
                    ? new BigDecimal(one(NUMBERS))
                    : types[i] == String.class
                            ? one(TEXTS)
                            : types[i] == Proposals.class ? new Proposals() : (Object) random.nextBoolean();
        }
        try {
            return type.getDeclaredConstructor(types).newInstance(values);
        } catch (ReflectiveOperationException impossible) {
            throw new AssertionError(impossible);
        }
    }

    private <T> T one(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    private int one(int[] choices) {
        return choices[random.nextInt(choices.length)];
    }
}
