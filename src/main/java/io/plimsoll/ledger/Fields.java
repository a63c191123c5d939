package io.plimsoll.ledger;

import io.plimsoll.message.Message;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The fields of a line, parted by one TAB each. Reading is lenient where writing is not: whoever reads a line writes it
 * anew and requires the same bytes, so that there is only one way to write anything.
 */
final class Fields {

    static final char TAB = '\t';

    private Fields() {}

    /** All fields of a line, as they are written. */
    static List<String> split(String line, char separator) {
        List<String> fields = new ArrayList<>();
        int from = 0;
        for (int to = line.indexOf(separator); to >= 0; to = line.indexOf(separator, from)) {
            fields.add(line.substring(from, to));
            from = to + 1;
        }
        fields.add(line.substring(from));
        return fields;
    }

    /**
     * So many fields of a line.
     *
     * @throws Malformed when there are more or fewer
     */
    static List<String> split(String line, char separator, int count) throws Malformed {
        List<String> fields = split(line, separator);
        if (fields.size() != count) {
            throw new Malformed(Message.of("LINE_FIELDS", "fields", count, "found", fields.size()));
        }
        return fields;
    }

    /** A text as a field holds it: without TAB and line ends. */
    static String escape(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (isEscaped(text.charAt(i))) {
                return text.replace("\\", "\\\\")
                        .replace("\t", "\\t")
                        .replace("\n", "\\n")
                        .replace("\r", "\\r");
            }
        }
        return text;
    }

    private static boolean isEscaped(char c) {
        return c == '\\' || c == TAB || c == '\n' || c == '\r';
    }

    /** The text that a field holds; what no escaping can have made is left as it stands. */
    static String unescape(String field) {
        if (field.indexOf('\\') < 0) {
            return field;
        }
        StringBuilder text = new StringBuilder(field.length());
        for (int i = 0; i < field.length(); i++) {
            char c = field.charAt(i);
            int meant = c == '\\' && i + 1 < field.length() ? "\\tnr".indexOf(field.charAt(i + 1)) : -1;
            text.append(meant < 0 ? c : "\\\t\n\r".charAt(meant));
            i += meant < 0 ? 0 : 1;
        }
        return text.toString();
    }

    /**
     * A whole number in a field.
     *
     * @throws Malformed unless it is one from the least to 2^63 - 1
     */
    static long whole(String field, long least) throws Malformed {
        try {
            long number = Long.parseLong(field);
            if (number >= least) {
                return number;
            }
        } catch (NumberFormatException none) {
            // Said below.
        }
        throw new Malformed(Message.of("LINE_NUMBER", "value", shown(field), "least", least));
    }

    /**
     * A hash in a field.
     *
     * @throws Malformed unless it is one
     */
    static Hash hash(String field) throws Malformed {
        return Hash.parse(field).orElseThrow(() -> new Malformed(Message.of("LINE_HASH", "value", shown(field))));
    }

    /** The hashes in a field that holds any number of them. */
    static List<Hash> hashes(String field) throws Malformed {
        List<Hash> hashes = new ArrayList<>();
        if (!field.isEmpty()) {
            for (String hex : split(field, ',')) {
                hashes.add(hash(hex));
            }
        }
        return hashes;
    }

    /** Text in UTF-8; bytes that are none become others when they are written again. */
    static String text(byte[] line) {
        return new String(line, StandardCharsets.UTF_8);
    }

    /**
     * Makes sure that a line is written in the one way that counts.
     *
     * @param anew what was read of it, written again
     */
    static void requireSame(String anew, byte[] line) throws Malformed {
        if (!Arrays.equals(anew.getBytes(StandardCharsets.UTF_8), line)) {
            throw new Malformed(Message.of("LINE_NOT_CANONICAL"));
        }
    }

    /** Whether a text has a form in UTF-8: no half of a character beyond the basic plane stands alone. */
    static boolean isWhole(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isSurrogate(c)) {
                boolean pair = i + 1 < text.length() && Character.isSurrogatePair(c, text.charAt(i + 1));
                if (!pair) {
                    return false;
                }
                i++;
            }
        }
        return true;
    }

    /** As much of a text as a sentence takes. */
    private static String shown(String text) {
        int most = 80;
        return (text.length() > most ? text.substring(0, most) + "…" : text)
                .replaceAll("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Zl}\\p{Zp}]", "\uFFFD");
    }
}
