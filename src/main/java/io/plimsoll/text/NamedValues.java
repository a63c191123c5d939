package io.plimsoll.text;

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
}
