package io.plimsoll.rule.text;

import io.plimsoll.rule.CeilingFact;
import io.plimsoll.rule.Fact;
import io.plimsoll.rule.Severity;
import java.util.Arrays;
import java.util.Map;
import java.util.regex.Pattern;

/** Reads what stands between {@code then} and {@code end}: one call of propose on the fact of the pattern. */
final class ConsequenceReader {

    private static final Pattern CODE = Pattern.compile("[A-Z][A-Z0-9_]*");

    private final Cursor cursor;
    private final Refusals refusals;
    private final String id;
    private final String factVariable;
    private final Map<String, Token> bound;
    private Token codeToken;

    ConsequenceReader(Cursor cursor, String id, String factVariable, Map<String, Token> bound) {
        this.cursor = cursor;
        this.refusals = cursor.refusals();
        this.id = id;
        this.factVariable = factVariable;
        this.bound = bound;
    }

    Answer read(Class<? extends Fact> factType) {
        readCallee();
        cursor.expect("(");
        readId();
        cursor.expect(",");
        Answer answer = CeilingFact.class.isAssignableFrom(factType) ? ceiling() : finding();
        cursor.expect(")");
        cursor.expect(";");
        if (!cursor.at("end")) {
            throw refusals.notAllowed(cursor.peek(), "the consequence is one call of propose, then end");
        }
        cursor.take();
        refuseUnused(answer);
        return answer;
    }

    /** Where the code of the answer stands. */
    Token codeToken() {
        return codeToken;
    }

    private void readCallee() {
        Token variable = cursor.peek();
        if (variable.is(Token.Kind.VARIABLE) && !variable.text().equals(factVariable)) {
            throw refusals.notAllowed(
                    variable, "the consequence calls propose on " + factVariable + " and nothing else");
        }
        String call = factVariable + ".propose(...)";
        cursor.expect(Token.Kind.VARIABLE, "the one call " + call);
        cursor.expect(".");
        if (!cursor.at("propose")) {
            throw refusals.notAllowed(cursor.peek(), "the consequence is the one call " + call);
        }
        cursor.take();
    }

    private void readId() {
        Token token = cursor.expect(Token.Kind.TEXT, "the rule's id \"" + id + "\"");
        if (!token.text().equals(id)) {
            throw refusals.because(token, token.shown() + " is not the id of this rule, \"" + id + "\"");
        }
    }

    private Answer ceiling() {
        String code = readCode();
        cursor.expect(",");
        Token limit = cursor.peek();
        if (limit.is(Token.Kind.NUMBER)) {
            cursor.take();
            return new Answer.FixedCeiling(code, Integer.parseInt(limit.text()));
        }
        cursor.expect(Token.Kind.VARIABLE, "a whole number or a variable bound to a number");
        if (!bound.containsKey(limit.text())) {
            throw refusals.because(limit, limit.shown() + " is not bound to a number in this rule");
        }
        return new Answer.BoundCeiling(code, limit.text());
    }

    private Answer finding() {
        Token token = cursor.expect(Token.Kind.TEXT, "a severity in quotes");
        Severity severity = Arrays.stream(Severity.values())
                .filter(one -> one.name().equals(token.text()))
                .findFirst()
                .orElseThrow(() -> refusals.because(
                        token, token.shown() + " is no severity; there are " + Arrays.toString(Severity.values())));
        cursor.expect(",");
        return new Answer.Finding(readCode(), severity);
    }

    private String readCode() {
        codeToken = cursor.expect(Token.Kind.TEXT, "a code in quotes");
        String code = codeToken.text();
        if (code.length() > Limits.CODE_LENGTH || !CODE.matcher(code).matches()) {
            throw refusals.because(
                    codeToken,
                    codeToken.shown() + " is no code: capital letters, digits and _, at most " + Limits.CODE_LENGTH);
        }
        return code;
    }

    private void refuseUnused(Answer answer) {
        String used = answer instanceof Answer.BoundCeiling ceiling ? ceiling.variable() : "";
        for (Map.Entry<String, Token> variable : bound.entrySet()) {
            if (!variable.getKey().equals(used)) {
                throw refusals.because(variable.getValue(), variable.getKey() + " is bound and never used");
            }
        }
    }
}
