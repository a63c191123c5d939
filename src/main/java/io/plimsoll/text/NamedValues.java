package io.plimsoll.text;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Values with their names as one text, {@code limit=3; granted=4}. In a value, the characters % ; = and line breaks are
 * written as % and two hexadecimal digits, so the text can be taken apart again.
 */
public final class NamedValues {

    private NamedValues() {}

    /** All of them, in the order of the map. */
    public static String of(Map<String, String> values) {
        return values.entrySet().stream()
                .map(value -> value.getKey() + '=' + escape(value.getValue()))
                .collect(Collectors.joining("; "));
    }

    /** A value without the characters that part it from others. */
    public static String escape(String value) {
        return value.replace("%", "%25")
                .replace(";", "%3B")
                .replace("=", "%3D")
                .replace("\r", "%0D")
                .replace("\n", "%0A");
    }

    /**
     * Takes a text apart again that {@link #of} has made.
     *
     * @return values by name, in their order
     */
    public static Map<String, String> parse(String text) {
        Map<String, String> values = new LinkedHashMap<>();
        for (String each : text.isEmpty() ? new String[0] : text.split("; ")) {
            int end = each.indexOf('=');
            values.put(each.substring(0, end), unescape(each.substring(end + 1)));
        }
        return values;
    }

    private static String unescape(String value) {
        return value.replace("%0A", "\n")
                .replace("%0D", "\r")
                .replace("%3D", "=")
                .replace("%3B", ";")
                .replace("%25", "%");
    }
}
