package io.plimsoll.message;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Something to be said, before it is put into words.
 *
 * @param code key of the sentence in every catalogue
 * @param arguments by the names that the sentence uses
 */
public record Message(String code, Map<String, Object> arguments) {

    /**
     * Builds a message from names and values in turn.
     *
     * @throws IllegalArgumentException when a name lacks its value
     */
    public static Message of(String code, Object... namesAndValues) {
        if (namesAndValues.length % 2 != 0) {
            throw new IllegalArgumentException(code + ": a name without its value");
        }
        Map<String, Object> arguments = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            arguments.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return new Message(code, arguments);
    }
}
