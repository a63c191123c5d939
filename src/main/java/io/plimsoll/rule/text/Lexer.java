package io.plimsoll.rule.text;

import java.util.ArrayList;
import java.util.List;

/**
 * Cuts a rule text into words and signs, and leaves comments out. Outside comments and texts in quotes there are only
 * printable ASCII characters, blanks and line ends.
 */
final class Lexer {

    /** Signs of more than one character. More of them than the grammar allows, so that a refusal can name them whole. */
    private static final List<String> LONG_SIGNS = List.of(
            "||", "&&", "==", "!=", "<=", ">=", "++", "--", "+=", "-=", "*=", "/=", "%=", "&=", "|=", "^=", "->", "::",
            "<<", ">>", "!.");

    private static final String DECIMAL_HINT =
            "decimals are read as inexact floating point; write 95 / 100 behind a field, or take the number from the policy";

    private final String text;
    private final Refusals refusals;
    private final List<Token> tokens = new ArrayList<>();
    private int position;
    private int line = 1;
    private int column = 1;

    private Lexer(String text, Refusals refusals) {
        this.text = text;
        this.refusals = refusals;
    }

    /**
     * The tokens of a text, the last one of kind END.
     *
     * @throws RuleTextRefused for characters, numbers and quotes that have no place in a rule
     */
    static List<Token> tokens(String text, Refusals refusals) {
        if (text.length() > Limits.CHARACTERS) {
            throw refusals.whole(
                    text.length() + " characters",
                    "the text has " + text.length() + " characters; a rule has at most " + Limits.CHARACTERS);
        }
        Characters.check(text, refusals);
        return new Lexer(text, refusals).read();
    }

    private List<Token> read() {
        while (position < text.length()) {
            char character = text.charAt(position);
            if (Character.isWhitespace(character) && character <= ' ') {
                advance(1);
            } else if (text.startsWith("//", position)) {
                skipLine();
            } else if (text.startsWith("/*", position)) {
                skipBlock();
            } else {
                tokens.add(token(character));
            }
        }
        tokens.add(new Token(Token.Kind.END, "", line, column, position));
        return tokens;
    }

    private void skipLine() {
        int end = text.indexOf('\n', position);
        advance((end < 0 ? text.length() : end) - position);
    }

    private void skipBlock() {
        int end = text.indexOf("*/", position + 2);
        if (end < 0) {
            throw refusals.at(line, column, "/*", "/* opens a comment that never ends");
        }
        advance(end + 2 - position);
    }

    private Token token(char character) {
        if (Characters.isLetter(character) || character == '_') {
            return taken(Token.Kind.WORD, wordEnd(position));
        }
        if (character == '$') {
            return variable();
        }
        if (Characters.isDigit(character)) {
            return number();
        }
        if (character == '"') {
            return quoted();
        }
        return sign(character);
    }

    private int wordEnd(int from) {
        int end = from;
        while (end < text.length() && isWordPart(text.charAt(end))) {
            end++;
        }
        return end;
    }

    private static boolean isWordPart(char character) {
        return Characters.isLetter(character) || Characters.isDigit(character) || character == '_';
    }

    private Token variable() {
        int end = wordEnd(position + 1);
        Token token = peeked(Token.Kind.VARIABLE, end);
        if (end == position + 1 || !Characters.isLetter(text.charAt(position + 1))) {
            throw refusals.because(token, token.shown() + " is no variable: a letter follows the dollar sign");
        }
        if (end - position > Limits.VARIABLE_LENGTH) {
            throw refusals.because(token, token.shown() + " is longer than " + Limits.VARIABLE_LENGTH + " characters");
        }
        return taken(Token.Kind.VARIABLE, end);
    }

    /** A whole number as Drools reads one: 32 bits, and a leading zero would make it octal. */
    private Token number() {
        int end = wordEnd(position);
        if (end < text.length() && text.charAt(end) == '.') {
            throw refusals.notAllowed(peeked(Token.Kind.NUMBER, wordEnd(end + 1)), DECIMAL_HINT);
        }
        Token token = peeked(Token.Kind.NUMBER, end);
        if (!token.text().chars().allMatch(digit -> Characters.isDigit((char) digit))) {
            throw refusals.notAllowed(token, "a number is written with the digits 0 to 9 and nothing else");
        }
        if (token.text().length() > 1 && token.text().startsWith("0")) {
            throw refusals.notAllowed(token, "Drools would read a number with a leading zero as octal");
        }
        if (token.text().length() > 10 || Long.parseLong(token.text()) > Integer.MAX_VALUE) {
            throw refusals.notAllowed(token, "Drools reads whole numbers up to " + Integer.MAX_VALUE + " only");
        }
        return taken(Token.Kind.NUMBER, end);
    }

    private Token quoted() {
        int end = position + 1;
        while (end < text.length() && text.charAt(end) != '"') {
            if (text.charAt(end) == '\n' || text.charAt(end) == '\r') {
                throw refusals.at(line, column, "\"", "\" opens a text that does not end on its line");
            }
            end++;
        }
        if (end == text.length()) {
            throw refusals.at(line, column, "\"", "\" opens a text that never ends");
        }
        Token token = new Token(Token.Kind.TEXT, text.substring(position + 1, end), line, column, position);
        advance(end + 1 - position);
        return token;
    }

    private Token sign(char character) {
        int codePoint = text.codePointAt(position);
        if (!Characters.isPrintableAscii(codePoint)) {
            String found = Characters.named(codePoint);
            throw refusals.at(
                    line,
                    column,
                    found,
                    found + " is not allowed: outside comments and rule names there is only plain ASCII");
        }
        if (character == '.' && position + 1 < text.length() && Characters.isDigit(text.charAt(position + 1))) {
            throw refusals.notAllowed(peeked(Token.Kind.NUMBER, wordEnd(position + 1)), DECIMAL_HINT);
        }
        int length = LONG_SIGNS.stream().anyMatch(sign -> text.startsWith(sign, position)) ? 2 : 1;
        Token token = peeked(Token.Kind.SIGN, position + length);
        // These would make what follows read differently elsewhere: refuse them here, not where they come to stand.
        if (character == '\'' || character == '#' || character == '`') {
            throw refusals.notAllowed(token, Words.reasonAgainst(token.text()).orElseThrow());
        }
        return taken(Token.Kind.SIGN, position + length);
    }

    private Token peeked(Token.Kind kind, int end) {
        return new Token(kind, text.substring(position, end), line, column, position);
    }

    private Token taken(Token.Kind kind, int end) {
        Token token = peeked(kind, end);
        advance(end - position);
        return token;
    }

    private void advance(int units) {
        for (int end = position + units; position < end; position++) {
            char character = text.charAt(position);
            if (character == '\n') {
                line++;
                column = 1;
            } else if (!Character.isLowSurrogate(character)) {
                column++;
            }
        }
    }
}
