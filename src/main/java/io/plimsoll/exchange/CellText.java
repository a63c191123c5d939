package io.plimsoll.exchange;

import java.io.IOException;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamException;

/**
 * Texts of cells as workbooks write them: in runs, with readings that don't belong to them, and with characters that XML
 * has no place for as {@code _x} and four hexadecimal digits.
 *
 * @see "ECMA-376 part 1, 22.9.2.19: ST_Xstring"
 */
final class CellText {

    private static final Pattern ESCAPED = Pattern.compile("_x([0-9A-Fa-f]{4})_");

    /** An underscore that a reader would take for the beginning of such a character. */
    private static final Pattern TO_ESCAPE =
            Pattern.compile("_(?=x[0-9A-Fa-f]{4}(?:_|[^\\n\\t -\\uD7FF\\uE000-\\uFFFD\\x{10000}-\\x{10FFFF}]))");

    private static final int MOST_DIGITS_OF_INT = 9;

    private CellText() {}

    /** Adds the text of all runs in the element that has just begun, and goes to its end. */
    static void read(SafeXml xml, String element, StringBuilder text) throws XMLStreamException, IOException {
        while (xml.next() && !xml.ends(element)) {
            if (xml.begins("t")) {
                xml.text(text);
            } else if (xml.begins("rPh")) {
                xml.text(new StringBuilder());
            }
        }
    }

    static String decoded(CharSequence written) {
        return ESCAPED.matcher(written).replaceAll(CellText::character);
    }

    private static String character(MatchResult escaped) {
        return Matcher.quoteReplacement(String.valueOf((char) Integer.parseInt(escaped.group(1), 16)));
    }

    static String encoded(String text) {
        StringBuilder written = new StringBuilder(text.length());
        TO_ESCAPE.matcher(text).replaceAll("_x005F_").codePoints().forEach(codePoint -> {
            switch (codePoint) {
                case '&' -> written.append("&amp;");
                case '<' -> written.append("&lt;");
                case '>' -> written.append("&gt;");
                default -> {
                    if (standsInXml(codePoint)) {
                        written.appendCodePoint(codePoint);
                    } else {
                        written.append(String.format("_x%04X_", codePoint));
                    }
                }
            }
        });
        return written.toString();
    }

    private static boolean standsInXml(int codePoint) {
        return codePoint == '\n'
                || codePoint == '\t'
                || codePoint >= ' ' && codePoint <= 0xD7FF
                || codePoint >= 0xE000 && codePoint <= 0xFFFD
                || codePoint >= 0x10000;
    }

    /** A whole number of a few digits, or -1. */
    static int whole(String digits) {
        boolean isOne = !digits.isEmpty()
                && digits.length() <= MOST_DIGITS_OF_INT
                && digits.chars().allMatch(c -> c >= '0' && c <= '9');
        return isOne ? Integer.parseInt(digits) : -1;
    }
}
