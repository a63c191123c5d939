package io.plimsoll.rule.text;

/** Words refusals about one text. All methods return the exception, so that callers {@code throw} it themselves. */
record Refusals(String folder) {

    /** "salience is not allowed: rules have no order". */
    RuleTextRefused notAllowed(Token token, String found, String reason) {
        return at(token, found, found + " is not allowed: " + reason);
    }

    RuleTextRefused notAllowed(Token token, String reason) {
        return notAllowed(token, token.shown(), reason);
    }

    /** Any other sentence about a token; it should name what was found. */
    RuleTextRefused because(Token token, String sentence) {
        return at(token, token.shown(), sentence);
    }

    /** A refusal of the text as a whole. */
    RuleTextRefused whole(String found, String sentence) {
        return new RuleTextRefused(folder, 1, 1, found, sentence);
    }

    RuleTextRefused at(int line, int column, String found, String sentence) {
        return new RuleTextRefused(folder, line, column, found, sentence);
    }

    private RuleTextRefused at(Token token, String found, String sentence) {
        return at(token.line(), token.column(), found, sentence);
    }
}
