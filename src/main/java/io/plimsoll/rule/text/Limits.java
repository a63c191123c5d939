package io.plimsoll.rule.text;

/** How large anything in a rule text may get. Far above what a rule needs, far below what could hurt. */
final class Limits {

    /** Files checked together. */
    static final int FILES = 500;

    /** UTF-16 units in one text, and in what is rendered from it. */
    static final int CHARACTERS = 64 * 1024;

    /** UTF-16 units in all texts of one rule book. */
    static final int CHARACTERS_IN_A_BOOK = 1024 * 1024;

    static final int RULES_IN_A_FILE = 50;

    /** Compiling a thousand takes half a minute; this many a few seconds. */
    static final int RULES_IN_A_BOOK = 200;

    static final int FOLDER_LENGTH = 80;
    static final int RULE_NAME_LENGTH = 200;
    static final int VARIABLE_LENGTH = 60;
    static final int TEXT_LENGTH = 100;
    static final int CODE_LENGTH = 60;

    /** Tokens between the parentheses of one pattern. */
    static final int PATTERN_TOKENS = 200;

    /**
     * Open parentheses inside a pattern; also bounds how deep the readers here call themselves. Drools' own reader looks
     * ahead anew at each of them: at ten a rule takes seconds to compile, at thirty for ever.
     */
    static final int NESTING = 6;

    /**
     * Numbers multiplied or divided with each other in one calculation. Drools keeps 34 digits of every step (see
     * {@link Typing}); five numbers of six digits each still fit.
     */
    static final int FACTORS = 5;

    private Limits() {}
}
