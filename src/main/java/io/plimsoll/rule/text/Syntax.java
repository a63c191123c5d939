package io.plimsoll.rule.text;

/** An expression between two commas as it stands there, before anybody asks whether it makes sense. */
sealed interface Syntax {

    /** Where to point when it makes none. */
    Token token();

    /** A word, a number or a text. */
    record Leaf(Token token) implements Syntax {}

    /** An expression in parentheses, at the opening one. */
    record Group(Token token, Syntax inner) implements Syntax {}

    /** Two expressions and the sign between them. */
    record Pair(Syntax left, Token token, Syntax right) implements Syntax {}

    /** An expression behind an exclamation mark. */
    record Negation(Token token, Syntax inner) implements Syntax {}
}
