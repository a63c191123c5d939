package io.plimsoll.rule.text;

import java.util.List;
import java.util.Optional;

/** Walks over the tokens of one text, and says what is wrong where the grammar expects something else. */
final class Cursor {

    private static final int LONGEST_CHAIN = 12;

    private final List<Token> tokens;
    private final Refusals refusals;
    private int next;

    Cursor(List<Token> tokens, Refusals refusals) {
        this.tokens = tokens;
        this.refusals = refusals;
    }

    Refusals refusals() {
        return refusals;
    }

    Token peek() {
        return peek(0);
    }

    /** The token so many behind the next one; the END token for everything behind the end. */
    Token peek(int ahead) {
        return tokens.get(Math.min(next + ahead, tokens.size() - 1));
    }

    boolean at(String wordOrSign) {
        return peek().is(wordOrSign);
    }

    boolean at(Token.Kind kind) {
        return peek().is(kind);
    }

    Token take() {
        Token token = peek();
        next = Math.min(next + 1, tokens.size() - 1);
        return token;
    }

    boolean skip(String wordOrSign) {
        boolean there = at(wordOrSign);
        if (there) {
            take();
        }
        return there;
    }

    Token expect(String wordOrSign) {
        if (!at(wordOrSign)) {
            throw unexpected(wordOrSign);
        }
        return take();
    }

    Token expect(Token.Kind kind, String what) {
        if (!at(kind)) {
            throw unexpected(what);
        }
        return take();
    }

    /** How many tokens have been taken. */
    int taken() {
        return next;
    }

    /** A refusal of the next token, by the reason against it if it is a known offender. */
    RuleTextRefused unexpected(String expected) {
        Token token = peek();
        Optional<RuleTextRefused> known = knownOffender();
        return known.orElseGet(
                () -> refusals.because(token, "found " + token.shown() + " where " + expected + " is expected"));
    }

    /** The refusal of the next token when it is one of {@link Words}, or a call of something. */
    Optional<RuleTextRefused> knownOffender() {
        Token token = peek();
        if (token.is(Token.Kind.TEXT) || token.is(Token.Kind.NUMBER) || token.is(Token.Kind.END)) {
            return Optional.empty();
        }
        String hyphenated = chain("-");
        Optional<String> reason = Words.reasonAgainst(hyphenated);
        if (reason.isPresent()) {
            return Optional.of(refusals.notAllowed(token, hyphenated, reason.get()));
        }
        reason = Words.reasonAgainst(token.text());
        if (reason.isPresent()) {
            return Optional.of(refusals.notAllowed(token, reason.get()));
        }
        if (token.is(Token.Kind.WORD) && (peek(1).is(".") || peek(1).is("("))) {
            return Optional.of(refusals.notAllowed(
                    token,
                    chain("."),
                    "no calls, static or other, and no fields of fields; propose is all a rule calls"));
        }
        return Optional.empty();
    }

    /** The words from here on that are joined by a sign without gaps, such as agenda-group or java.lang.System. */
    String chain(String joint) {
        StringBuilder chain = new StringBuilder(peek().text());
        for (int i = 0; i < LONGEST_CHAIN; i++) {
            Token sign = peek(2 * i + 1);
            Token word = peek(2 * i + 2);
            if (!sign.is(joint) || !(word.is(Token.Kind.WORD) || word.is("*"))) {
                break;
            }
            if (!peek(2 * i).touches(sign) || !sign.touches(word)) {
                break;
            }
            chain.append(sign.text()).append(word.text());
        }
        return Characters.shown(chain.toString(), 2 * Limits.CODE_LENGTH);
    }
}
