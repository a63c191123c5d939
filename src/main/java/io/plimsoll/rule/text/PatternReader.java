package io.plimsoll.rule.text;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads what stands between the parentheses of a pattern: conditions, and names for numbers, with commas between. */
final class PatternReader {

    private final Cursor cursor;
    private final Refusals refusals;
    private final String factVariable;
    private final Typing typing;
    private final Map<String, Token> bound = new LinkedHashMap<>();

    PatternReader(Cursor cursor, FactFields fields, String factVariable) {
        this.cursor = cursor;
        this.refusals = cursor.refusals();
        this.factVariable = factVariable;
        this.typing = new Typing(fields, refusals);
    }

    List<Constraint> read() {
        cursor.expect("(");
        limitTokens();
        List<Constraint> constraints = new ArrayList<>();
        if (!cursor.at(")")) {
            do {
                constraints.add(constraint());
            } while (cursor.skip(","));
        }
        cursor.expect(")");
        return constraints;
    }

    /** The variables that were bound to numbers, with the place where. */
    Map<String, Token> bound() {
        return bound;
    }

    /** Looks ahead to the closing parenthesis before reading, so that no reader meets more than the limit. */
    private void limitTokens() {
        int open = 1;
        for (int ahead = 0; open > 0 && !cursor.peek(ahead).is(Token.Kind.END); ahead++) {
            Token token = cursor.peek(ahead);
            open += token.is("(") ? 1 : token.is(")") ? -1 : 0;
            if (open > 0 && ahead >= Limits.PATTERN_TOKENS) {
                throw refusals.because(
                        token,
                        token.shown() + " is one too many: a pattern has at most " + Limits.PATTERN_TOKENS
                                + " words and signs");
            }
        }
    }

    private Constraint constraint() {
        if (cursor.at(Token.Kind.VARIABLE) && cursor.peek(1).is(":")) {
            return binding();
        }
        ExpressionReader reader = new ExpressionReader(cursor);
        Syntax syntax = reader.read();
        // First whether it is an expression at all: what follows a field says more than the field does.
        expectConstraintEnd();
        return typing.condition(syntax);
    }

    private Constraint binding() {
        Token variable = cursor.take();
        cursor.expect(":");
        Syntax syntax = cursor.at("(") ? new ExpressionReader(cursor).readInParentheses() : field();
        if (!cursor.at(",") && !cursor.at(")")) {
            refuseBareCalculation(variable);
        }
        Term value = typing.term(syntax);
        if (Typing.isLiteral(value)) {
            throw refusals.because(
                    variable, variable.shown() + " names a literal; write the literal into the consequence");
        }
        if (value.kind() != Kind.NUMBER) {
            throw refusals.because(
                    variable,
                    variable.shown() + " names " + value.kind().shown()
                            + "; only numbers can be used in the consequence");
        }
        if (variable.text().equals(factVariable) || bound.put(variable.text(), variable) != null) {
            throw refusals.because(variable, variable.shown() + " is the name of something else already");
        }
        return new Constraint.Binding(variable.text(), value);
    }

    private Syntax field() {
        Optional<RuleTextRefused> offender = cursor.knownOffender();
        if (offender.isPresent()) {
            throw offender.get();
        }
        if (!cursor.at(Token.Kind.WORD)) {
            throw cursor.unexpected("a field, or a calculation in parentheses,");
        }
        return new Syntax.Leaf(cursor.take());
    }

    private void refuseBareCalculation(Token variable) {
        Token sign = cursor.peek();
        if (sign.is("+") || sign.is("-") || sign.is("*") || sign.is("/")) {
            throw refusals.notAllowed(
                    sign,
                    "Drools would bind " + variable.shown()
                            + " to what stands before it and drop the rest; put the whole"
                            + " calculation in parentheses, " + variable.shown() + " : ( ... )");
        }
        if (Condition.Relation.is(sign) || sign.is("&&") || sign.is("||")) {
            throw refusals.notAllowed(sign, "a binding is no condition; put a comma between the two");
        }
        expectConstraintEnd();
    }

    private void expectConstraintEnd() {
        if (!cursor.at(",") && !cursor.at(")")) {
            throw cursor.unexpected("a comma or )");
        }
    }
}
