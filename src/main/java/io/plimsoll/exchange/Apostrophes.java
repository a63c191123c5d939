package io.plimsoll.exchange;

/**
 * Keeps spreadsheets from running what is only a text. A text that begins like a formula gets an apostrophe in front when
 * it goes out, and the apostrophe is taken off when it comes in. So that a text which begins with apostrophes of its own
 * comes back as well, it gets one more if a formula could follow them; every other text stays as it is.
 */
final class Apostrophes {

    private static final char MARK = '\'';

    /** What formulas begin with, also as an input method writes it, and what some programs drop before they look. */
    private static final String FORMULA = "=+-@\t\r\n＝＋－＠";

    private Apostrophes() {}

    /** The text as it goes out. */
    static String put(String text) {
        int own = own(text);
        return begins(text, own) ? MARK + text : text;
    }

    /** The text as it goes out where it can't be run, but what comes in loses an apostrophe all the same. */
    static String putSecond(String text) {
        return own(text) > 0 ? put(text) : text;
    }

    /** The text as it comes in. */
    static String take(String text) {
        int own = own(text);
        return own > 0 && begins(text, own) ? text.substring(1) : text;
    }

    static boolean beginsFormula(char c) {
        return FORMULA.indexOf(c) >= 0;
    }

    private static boolean begins(String text, int at) {
        return at < text.length() && beginsFormula(text.charAt(at));
    }

    /** How many apostrophes the text begins with. */
    private static int own(String text) {
        int count = 0;
        while (count < text.length() && text.charAt(count) == MARK) {
            count++;
        }
        return count;
    }
}
