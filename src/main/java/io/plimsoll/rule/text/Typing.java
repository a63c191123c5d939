package io.plimsoll.rule.text;

import java.util.ArrayList;
import java.util.List;

/**
 * Understands expressions as conditions and values of one kind of fact, and refuses what does not fit together.
 *
 * <p>Also refuses whatever Drools reckons otherwise than on paper. Seen by trying Drools 10.1 with an executable model:
 *
 * <ul>
 *   <li>Two literals are reckoned as 32-bit integers: {@code 95 / 100 * total} is 0, {@code 2147483647 + 1} negative.
 *       So one side of every operation contains a field.
 *   <li>A decimal literal is a double, a leading zero means octal, and more than 32 bits do not compile; the lexer
 *       refuses these.
 *   <li>{@code -field} does not compile; numbers here have no sign.
 *   <li>Every step is rounded to 34 digits. Division by 2s and 5s comes out even (and {@link Limits#FACTORS} keeps
 *       products short), but {@code total / 3 * 3} is not the total. So any other division comes last, in a binding:
 *       rounding a quotient down to cartons is then right, while comparing it might not be.
 *   <li>Its compiler falls over comparisons like {@code 2 * total < other * other} and {@code total < other * other + 1}.
 *       So the left side begins with a field, and a calculation on the right stands in parentheses.
 *   <li>{@code $most : total + 1} binds the total; {@link PatternReader} wants parentheses there.
 * </ul>
 */
final class Typing {

    private final FactFields fields;
    private final Refusals refusals;

    Typing(FactFields fields, Refusals refusals) {
        this.fields = fields;
        this.refusals = refusals;
    }

    /** @throws RuleTextRefused when the expression is not something that holds or does not */
    Condition condition(Syntax syntax) {
        if (syntax instanceof Syntax.Negation negation) {
            return new Condition.Not(condition(negation.inner()));
        }
        if (syntax instanceof Syntax.Group group) {
            return condition(group.inner());
        }
        if (syntax instanceof Syntax.Pair pair) {
            if (pair.token().is("&&") || pair.token().is("||")) {
                return joined(pair);
            }
            if (Condition.Relation.is(pair.token())) {
                return comparison(pair);
            }
            throw refusals.because(
                    pair.token(), pair.token().shown() + " gives a number, where a condition is expected");
        }
        Term term = term(syntax);
        if (term instanceof Term.Field field && field.kind() == Kind.FLAG) {
            return new Condition.Holds(field);
        }
        String shown = syntax.token().shown();
        throw refusals.because(
                syntax.token(), shown + " is " + term.kind().shown() + " and no condition; compare it with something");
    }

    private Condition joined(Syntax.Pair pair) {
        boolean isAll = pair.token().is("&&");
        List<Condition> parts = new ArrayList<>();
        for (Condition side : List.of(condition(pair.left()), condition(pair.right()))) {
            if (isAll && side instanceof Condition.All all) {
                parts.addAll(all.parts());
            } else if (!isAll && side instanceof Condition.Any any) {
                parts.addAll(any.parts());
            } else {
                parts.add(side);
            }
        }
        return isAll ? new Condition.All(parts) : new Condition.Any(parts);
    }

    private Condition comparison(Syntax.Pair pair) {
        Token sign = pair.token();
        Condition.Relation relation = Condition.Relation.of(sign);
        Term left = term(pair.left());
        Term right = term(pair.right());
        if (left.kind() != right.kind()) {
            throw refusals.because(
                    sign,
                    sign.shown() + " compares " + left.kind().shown() + " with "
                            + right.kind().shown());
        }
        if (relation.orders() && left.kind() != Kind.NUMBER) {
            throw refusals.because(
                    sign,
                    sign.shown() + " compares numbers only, and this is "
                            + left.kind().shown() + "; use == or !=");
        }
        if (isLiteral(first(left))) {
            throw refusals.because(
                    sign,
                    sign.shown()
                            + " has a left side that begins with a literal, which Drools cannot always compile; begin"
                            + " it with a field");
        }
        if (pair.right() instanceof Syntax.Pair calculation) {
            throw refusals.because(
                    calculation.token(),
                    calculation.token().shown() + " stands bare on the right of " + sign.shown()
                            + ", which Drools cannot always compile; put the right side in parentheses");
        }
        refuseInexact(sign, left);
        refuseInexact(sign, right);
        return new Condition.Comparison(left, relation, right);
    }

    /** @throws RuleTextRefused when the expression is not a value */
    Term term(Syntax syntax) {
        if (syntax instanceof Syntax.Leaf leaf) {
            return leaf(leaf.token());
        }
        if (syntax instanceof Syntax.Group group) {
            return term(group.inner());
        }
        if (syntax instanceof Syntax.Pair pair && isArithmetic(pair.token())) {
            return calculation(pair);
        }
        Token sign = syntax.token();
        throw refusals.because(sign, sign.shown() + " gives a condition, where a value is expected");
    }

    private static boolean isArithmetic(Token sign) {
        return sign.is("+") || sign.is("-") || sign.is("*") || sign.is("/");
    }

    private Term leaf(Token token) {
        if (token.is(Token.Kind.NUMBER)) {
            return new Term.WholeNumber(Integer.parseInt(token.text()));
        }
        if (token.is(Token.Kind.TEXT)) {
            return text(token);
        }
        if (token.is("true") || token.is("false")) {
            return new Term.Flag(token.is("true"));
        }
        Kind kind = fields.kindOf(token.text())
                .orElseThrow(() -> refusals.because(
                        token,
                        token.shown() + " is no field of " + fields.name() + "; its fields are "
                                + String.join(", ", fields.kinds().keySet())));
        return new Term.Field(token.text(), kind);
    }

    private Term text(Token token) {
        String text = token.text();
        if (text.length() > Limits.TEXT_LENGTH) {
            throw refusals.because(token, token.shown() + " is longer than " + Limits.TEXT_LENGTH + " characters");
        }
        if (!text.chars().allMatch(Typing::isPlain)) {
            throw refusals.notAllowed(token, "a text to compare with has letters A to Z, digits, blanks, _ and - only");
        }
        return new Term.Text(text);
    }

    private static boolean isPlain(int character) {
        char unit = (char) character;
        return Characters.isLetter(unit) || Characters.isDigit(unit) || unit == ' ' || unit == '_' || unit == '-';
    }

    private Term calculation(Syntax.Pair pair) {
        Token sign = pair.token();
        Term left = number(pair.left(), sign);
        Term right = number(pair.right(), sign);
        Term.Calculation calculation = new Term.Calculation(left, Term.Operator.of(sign), right);
        if (calculation.operator() == Term.Operator.DIVIDED_BY && right.equals(new Term.WholeNumber(0))) {
            throw refusals.because(sign, "/ divides by 0");
        }
        if (isLiteral(left) && isLiteral(right)) {
            throw refusals.because(
                    sign,
                    sign.shown()
                            + " stands between two literals, which Drools reckons as 32-bit integers, so that 95 / 100"
                            + " is 0; write the result, or begin with a field");
        }
        refuseInexact(sign, left);
        refuseInexact(sign, right);
        if (factors(calculation) > Limits.FACTORS) {
            throw refusals.because(sign, sign.shown() + " makes a product of more than " + Limits.FACTORS + " factors");
        }
        return calculation;
    }

    private Term number(Syntax syntax, Token sign) {
        Term term = term(syntax);
        if (term.kind() != Kind.NUMBER) {
            throw refusals.because(
                    sign,
                    sign.shown() + " reckons with numbers, and "
                            + syntax.token().shown() + " is " + term.kind().shown());
        }
        return term;
    }

    private void refuseInexact(Token sign, Term term) {
        if (term instanceof Term.Calculation calculation
                && calculation.operator() == Term.Operator.DIVIDED_BY
                && !comesOutEven(calculation.right())) {
            throw refusals.because(
                    sign,
                    sign.shown()
                            + " goes on with a quotient that may have been rounded; divide last, or multiply both sides"
                            + " of the comparison instead");
        }
    }

    /** Whether every number can be divided by this one without a remainder that goes on for ever. */
    private static boolean comesOutEven(Term divisor) {
        if (!(divisor instanceof Term.WholeNumber number)) {
            return false;
        }
        int rest = number.value();
        while (rest % 2 == 0) {
            rest /= 2;
        }
        while (rest % 5 == 0) {
            rest /= 5;
        }
        return rest == 1;
    }

    /** A calculation always contains a field, see above. */
    static boolean isLiteral(Term term) {
        return !(term instanceof Term.Field) && !(term instanceof Term.Calculation);
    }

    /** The field or literal that a calculation begins with. */
    static Term first(Term term) {
        return term instanceof Term.Calculation calculation ? first(calculation.left()) : term;
    }

    static int factors(Term term) {
        if (!(term instanceof Term.Calculation calculation)) {
            return 1;
        }
        int left = factors(calculation.left());
        int right = factors(calculation.right());
        return calculation.operator().bindsFirst() ? left + right : Math.max(left, right);
    }
}
