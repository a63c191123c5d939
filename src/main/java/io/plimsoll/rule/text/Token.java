package io.plimsoll.rule.text;

/**
 * One word or sign of a rule text.
 *
 * @param text as it stands there; of a text in quotes what is between them
 * @param line from 1
 * @param column from 1, in code points
 * @param start where it begins, in UTF-16 units from 0; tells signs that touch from signs that do not
 */
record Token(Kind kind, String text, int line, int column, int start) {

    enum Kind {
        /** Letters, digits and underscores. */
        WORD,
        /** A word that begins with a dollar sign. */
        VARIABLE,
        /** A whole number. */
        NUMBER,
        /** What stands in double quotes. */
        TEXT,
        SIGN,
        /** Behind the last one. */
        END
    }

    private static final int SHOWN_LENGTH = 60;

    boolean is(Kind wanted) {
        return kind == wanted;
    }

    /** Whether this is the given word or sign; a text in quotes never is. */
    boolean is(String wordOrSign) {
        return (kind == Kind.WORD || kind == Kind.SIGN) && text.equals(wordOrSign);
    }

    /** For messages. */
    String shown() {
        return switch (kind) {
            case END -> "the end of the text";
            case TEXT -> '"' + Characters.shown(text, SHOWN_LENGTH) + '"';
            default -> Characters.shown(text, SHOWN_LENGTH);
        };
    }

    /** Whether the other one follows without a gap. */
    boolean touches(Token other) {
        return start + text.length() == other.start;
    }
}
