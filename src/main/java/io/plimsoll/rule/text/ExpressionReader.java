package io.plimsoll.rule.text;

/**
 * Reads the expressions of a pattern with the precedence of Java: {@code ||}, {@code &&}, one comparison, plus and
 * minus, times and divided by, {@code !} and parentheses. Knows nothing of fields; {@link Typing} does.
 */
final class ExpressionReader {

    private final Cursor cursor;
    private final Refusals refusals;
    private int openParentheses;

    ExpressionReader(Cursor cursor) {
        this.cursor = cursor;
        this.refusals = cursor.refusals();
    }

    Syntax read() {
        Syntax left = all();
        while (cursor.at("||")) {
            left = new Syntax.Pair(left, cursor.take(), all());
        }
        return left;
    }

    /** One in parentheses; the next token is the opening one. */
    Syntax readInParentheses() {
        Token open = cursor.expect("(");
        if (++openParentheses > Limits.NESTING) {
            throw refusals.because(open, "( opens more than " + Limits.NESTING + " parentheses inside each other");
        }
        Syntax inner = read();
        cursor.expect(")");
        openParentheses--;
        return new Syntax.Group(open, inner);
    }

    private Syntax all() {
        Syntax left = comparison();
        while (cursor.at("&&")) {
            left = new Syntax.Pair(left, cursor.take(), comparison());
        }
        return left;
    }

    private Syntax comparison() {
        Syntax left = sum();
        if (!Condition.Relation.is(cursor.peek())) {
            return left;
        }
        Syntax pair = new Syntax.Pair(left, cursor.take(), sum());
        if (Condition.Relation.is(cursor.peek())) {
            throw refusals.notAllowed(cursor.peek(), "comparisons are not chained; join two of them with &&");
        }
        return pair;
    }

    private Syntax sum() {
        Syntax left = product();
        while (cursor.at("+") || cursor.at("-")) {
            left = new Syntax.Pair(left, cursor.take(), product());
        }
        return left;
    }

    private Syntax product() {
        Syntax left = negated();
        while (cursor.at("*") || cursor.at("/")) {
            left = new Syntax.Pair(left, cursor.take(), negated());
        }
        return left;
    }

    private Syntax negated() {
        if (!cursor.at("!")) {
            return operand();
        }
        Token sign = cursor.take();
        if (!cursor.at("(") && !cursor.at(Token.Kind.WORD)) {
            throw cursor.unexpected("a flag or a condition in parentheses behind !");
        }
        return new Syntax.Negation(sign, operand());
    }

    private Syntax operand() {
        Token token = cursor.peek();
        if (token.is("(")) {
            return readInParentheses();
        }
        if (token.is(Token.Kind.VARIABLE)) {
            throw refusals.notAllowed(token, "conditions speak of fields; a variable is for the consequence only");
        }
        if (token.is("-") || token.is("+")) {
            throw refusals.notAllowed(
                    token, "numbers have no sign of their own; write 0 - field, or turn the comparison");
        }
        if (token.is(Token.Kind.WORD)) {
            refuseOffender();
            return new Syntax.Leaf(cursor.take());
        }
        if (token.is(Token.Kind.NUMBER) || token.is(Token.Kind.TEXT)) {
            return new Syntax.Leaf(cursor.take());
        }
        throw cursor.unexpected("a field, a literal or (");
    }

    private void refuseOffender() {
        cursor.knownOffender().ifPresent(refused -> {
            throw refused;
        });
    }
}
