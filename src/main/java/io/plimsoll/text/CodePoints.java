package io.plimsoll.text;

import java.util.Comparator;

/**
 * Text in the order of its code points, which every file of this house is sorted by. {@link String#compareTo} sorts by
 * UTF-16 units and so puts a character beyond the basic plane (𠀀) before U+FF21 (Ａ); this order does not.
 *
 * @see "docs/files.md: text sorted by code points"
 */
public final class CodePoints {

    /** Compares by code point; consistent with {@code equals}. */
    public static final Comparator<String> ORDER = CodePoints::compare;

    private CodePoints() {}

    private static int compare(String left, String right) {
        int shared = Math.min(left.length(), right.length());
        for (int i = 0; i < shared; i++) {
            char a = left.charAt(i);
            char b = right.charAt(i);
            if (a != b) {
                return Character.compare(surrogatesLast(a), surrogatesLast(b));
            }
        }
        return Integer.compare(left.length(), right.length());
    }

    /** Moves U+E000..U+FFFF below the surrogates, so that UTF-16 units compare as the code points they stand for. */
    private static char surrogatesLast(char unit) {
        if (unit < Character.MIN_SURROGATE) {
            return unit;
        }
        return (char) (unit >= 0xE000 ? unit - 0x800 : unit + 0x2000);
    }
}
