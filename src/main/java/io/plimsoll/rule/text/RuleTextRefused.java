package io.plimsoll.rule.text;

import io.plimsoll.rule.RuleFailure;

/**
 * A rule text that is not allowed. The message reads {@code r02-float/Rule.drl:4:5: salience is not allowed: ...}: where,
 * what was found, and why it cannot stay.
 */
public final class RuleTextRefused extends RuleFailure {

    private static final long serialVersionUID = 1L;

    private final int line;
    private final int column;
    private final String found;

    RuleTextRefused(String folder, int line, int column, String found, String sentence) {
        super(Characters.shown(folder, Limits.FOLDER_LENGTH) + "/Rule.drl:" + line + ":" + column + ": " + sentence);
        this.line = line;
        this.column = column;
        this.found = found;
    }

    /** Line in the text, from 1. */
    public int line() {
        return line;
    }

    /** Column in that line, from 1, in characters as people count them (code points). */
    public int column() {
        return column;
    }

    /** What stands there: a word or a sign of the text, or the name of a character that cannot be shown. */
    public String found() {
        return found;
    }
}
