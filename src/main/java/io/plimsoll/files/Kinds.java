package io.plimsoll.files;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * The kinds of values that files of a cycle hold.
 *
 * @see "docs/files.md: Kinds"
 */
final class Kinds {

    /** Longest name of anything, in characters. */
    static final int LONGEST_KEY = 200;

    /** Longest text of any field, in characters. */
    static final int LONGEST_TEXT = 10_000;

    /** Largest quantity of a line or a retailer, in cartons. */
    static final int MOST_CARTONS = 1_000_000;

    /** Largest supply, forecast or ceiling, in cartons. */
    static final long MOST_SUPPLY = 1_000_000_000_000L;

    /** Most digits after the point. */
    static final int MOST_DECIMALS = 6;

    /** The shape of a moment: 0 stands for any digit. */
    private static final String PLAIN_MOMENT = "0000-00-00T00:00:00+00:00";

    private static final Pattern DECIMAL = Pattern.compile("[0-9]+(\\.[0-9]+)?");
    private static final Pattern MONTH = Pattern.compile("[1-9][0-9]{3}-(0[1-9]|1[0-2])");
    private static final Pattern RULE_ID = Pattern.compile("[RD][1-9][0-9]{0,2}");

    private Kinds() {}

    /** A name: not blank, no spaces around it, no control characters. */
    static Kind key() {
        return Kinds::checkedKey;
    }

    /** Text of any sort, blank too; line ends and tabs are part of it. */
    static Kind text() {
        return text -> {
            if (length(text) > LONGEST_TEXT) {
                throw new Refused("EXPECTED_LENGTH", "characters", LONGEST_TEXT);
            }
            refuseControls(text, true);
            return text;
        };
    }

    /** Text that says something. */
    static Kind someText() {
        return text -> {
            if (text.isBlank()) {
                throw new Refused("EXPECTED_NOT_BLANK");
            }
            return text().canonical(text);
        };
    }

    /** A whole number in ASCII digits. */
    static Kind whole(long from, long to) {
        return text -> {
            long number = wholeOf(text);
            if (number < from || number > to) {
                throw notWhole(from, to);
            }
            return Long.toString(number);
        };
    }

    static Refused notWhole(long from, long to) {
        return new Refused("EXPECTED_WHOLE_NUMBER", "from", from, "to", to);
    }

    /** A decimal in plain notation, no sign and no exponent. */
    static Kind decimal(long from, long to) {
        return text -> decimal(text, from, to, false);
    }

    /** The same, but larger than {@code from}. */
    static Kind decimalAbove(long from, long to) {
        return text -> decimal(text, from, to, true);
    }

    /** One of the names of an enumeration. */
    static Kind oneOf(Enum<?>[] values) {
        return oneOf(Arrays.stream(values).map(Enum::name).toList());
    }

    /** One of these names, letter by letter. */
    static Kind oneOf(List<String> allowed) {
        return text -> {
            int at = allowed.indexOf(text);
            if (at < 0) {
                throw new Refused("EXPECTED_ONE_OF", "allowed", String.join(", ", allowed));
            }
            return allowed.get(at);
        };
    }

    /** {@code true} or {@code false}, in letters of either case. */
    static Kind trueOrFalse() {
        return text -> oneOf(List.of("true", "false")).canonical(text.toLowerCase(Locale.ROOT));
    }

    /** A day such as 2026-11-23. */
    static Kind date() {
        return text -> {
            try {
                return LocalDate.parse(text).toString();
            } catch (DateTimeException notOne) {
                throw new Refused("EXPECTED_DATE");
            }
        };
    }

    /** A month such as 2026-11. */
    static Kind month() {
        return text -> {
            if (!MONTH.matcher(text).matches()) {
                throw new Refused("EXPECTED_MONTH");
            }
            return text;
        };
    }

    /** A moment with its offset from UTC, such as 2026-11-23T09:00:00+08:00. */
    static Kind moment() {
        return text -> {
            if (isPlainMoment(text)) {
                return text;
            }
            try {
                return OffsetDateTime.parse(text).toString();
            } catch (DateTimeException notOne) {
                throw new Refused("EXPECTED_DATE_TIME");
            }
        };
    }

    /**
     * Whether a text is certainly a moment in canonical form. Nearly all are, and a province sends one for every order:
     * parsing them takes longer than reading them. Whatever is less certain (the 29th, no seconds) is left to the parser.
     */
    private static boolean isPlainMoment(String text) {
        return PLAIN_MOMENT.length() == text.length()
                && hasShapeOfMoment(text)
                && isWithin(text, 5, 1, 12)
                && isWithin(text, 8, 1, 28)
                && isWithin(text, 11, 0, 23)
                && isWithin(text, 14, 0, 59)
                && isWithin(text, 17, 1, 59)
                && isWithin(text, 20, 1, 17)
                && isWithin(text, 23, 0, 59);
    }

    private static boolean hasShapeOfMoment(String text) {
        for (int i = 0; i < PLAIN_MOMENT.length(); i++) {
            char shape = PLAIN_MOMENT.charAt(i);
            char c = text.charAt(i);
            if (shape == '0' ? c < '0' || c > '9' : c != shape) {
                return false;
            }
        }
        return true;
    }

    private static boolean isWithin(String text, int at, int from, int to) {
        int number = 10 * (text.charAt(at) - '0') + text.charAt(at + 1) - '0';
        return number >= from && number <= to;
    }

    /** Id of a rule or a detector, such as R5 or D12. */
    static Kind ruleId() {
        return text -> {
            if (!RULE_ID.matcher(text).matches()) {
                throw new Refused("EXPECTED_RULE_ID");
            }
            return text;
        };
    }

    /** A name in a register. */
    static Kind known(Predicate<String> register, String code) {
        return text -> {
            String key = checkedKey(text);
            if (!register.test(key)) {
                throw new Refused(code);
            }
            return key;
        };
    }

    /** A name that is not in a register. */
    static Kind unknown(Predicate<String> register, String code) {
        return text -> {
            String key = checkedKey(text);
            if (register.test(key)) {
                throw new Refused(code);
            }
            return key;
        };
    }

    static String checkedKey(String text) throws Refused {
        if (text.isBlank()) {
            throw new Refused("EXPECTED_NOT_BLANK");
        }
        refuseControls(text, false);
        if (isSpace(text.codePointAt(0)) || isSpace(text.codePointBefore(text.length()))) {
            throw new Refused("EXPECTED_NO_SPACES_AROUND");
        }
        if (length(text) > LONGEST_KEY) {
            throw new Refused("EXPECTED_LENGTH", "characters", LONGEST_KEY);
        }
        return text;
    }

    private static void refuseControls(String text, boolean lineEndsAndTabs) throws Refused {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isISOControl(c) && !(lineEndsAndTabs && (c == '\n' || c == '\t'))) {
                throw new Refused("EXPECTED_NO_CONTROL_CHARACTERS");
            }
        }
    }

    /** What nobody sees at the edge of a name: spaces of every script, and marks without a width. */
    private static boolean isSpace(int codePoint) {
        return Character.isWhitespace(codePoint)
                || Character.isSpaceChar(codePoint)
                || Character.getType(codePoint) == Character.FORMAT;
    }

    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }

    /** The number, or -1 where the text is none or past every limit here. */
    private static long wholeOf(String text) {
        long number = text.isEmpty() ? -1 : 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < '0' || c > '9' || number > MOST_SUPPLY) {
                return -1;
            }
            number = number * 10 + c - '0';
        }
        return number;
    }

    /** A decimal the one way it is written: plain notation, no zeros behind its last digit. */
    static String plain(BigDecimal number) {
        return number.stripTrailingZeros().toPlainString();
    }

    private static String decimal(String text, long from, long to, boolean above) throws Refused {
        if (DECIMAL.matcher(text).matches() && text.length() <= LONGEST_KEY) {
            BigDecimal number = new BigDecimal(text);
            int low = number.compareTo(BigDecimal.valueOf(from));
            boolean inside = (above ? low > 0 : low >= 0) && number.compareTo(BigDecimal.valueOf(to)) <= 0;
            if (inside && number.stripTrailingZeros().scale() <= MOST_DECIMALS) {
                return plain(number);
            }
        }
        String code = above ? "EXPECTED_DECIMAL_ABOVE" : "EXPECTED_DECIMAL";
        throw new Refused(code, "from", from, "to", to, "digits", MOST_DECIMALS);
    }
}
