package io.plimsoll.files;

import io.plimsoll.message.Catalogue;
import io.plimsoll.message.Message;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Input that cannot be taken: the first thing that is wrong with it, where it stands, and what was expected there.
 *
 * @see "docs/files.md: an error names file, line, column and value"
 */
public final class BadInput extends Exception {

    private static final long serialVersionUID = 1L;

    private static final int LONGEST_SHOWN = 80;

    private final String file;
    private final long line;
    private final String column;
    private final String value;
    private final transient Message expected;
    private final transient SortedMap<String, String> digestsBefore = new TreeMap<>();

    private BadInput(String file, long line, String column, String value, Message expected) {
        super(null, null, false, false);
        this.file = shown(file);
        this.line = line;
        this.column = shown(column);
        this.value = shown(value);
        this.expected = expected;
    }

    /** Something is wrong with a file as a whole. */
    public static BadInput inFile(String file, Message expected) {
        return new BadInput(file, 0, "", "", expected);
    }

    /** Something is wrong with a line as a whole. */
    public static BadInput atLine(String file, long line, Message expected) {
        return new BadInput(file, line, "", "", expected);
    }

    /** Something is wrong with one value, or with the name of a column (line 1, value blank). */
    public static BadInput atValue(String file, long line, String column, String value, Message expected) {
        return new BadInput(file, line, column, value, expected);
    }

    /** Relative name of the file, for example {@code policy/floats.csv}. */
    public String file() {
        return file;
    }

    /** Line of the file, from 1, in which the record starts; 0 where the file as a whole is meant. */
    public long line() {
        return line;
    }

    /** Name of the column; blank where no single one is meant. */
    public String column() {
        return column;
    }

    /** What was found, cut to 80 characters, control characters as {@code \}{@code uXXXX}; blank where nothing was. */
    public String value() {
        return value;
    }

    /** What should have been there; its code begins with {@code EXPECTED_}. */
    public Message expected() {
        return expected;
    }

    /** The digests of the files that had been read without an error by then, by name. */
    public SortedMap<String, String> digestsBefore() {
        return Collections.unmodifiableSortedMap(digestsBefore);
    }

    BadInput after(Map<String, String> digests) {
        digestsBefore.putAll(digests);
        return this;
    }

    /** The whole error: where it stands, what was found, and what was expected. */
    public Message message() {
        return Message.of(code(), "file", file, "line", line, "column", column, "value", value, "expected", expected);
    }

    /** The same in words of one language. */
    public String say(Catalogue catalogue) {
        return catalogue.say(message());
    }

    /** The same for logs, in no language: {@code file:line:column: value -> code arguments}. */
    @Override
    public String getMessage() {
        return file + ":" + line + ":" + column + ": " + value + " -> " + expected.code() + " " + expected.arguments();
    }

    private String code() {
        if (line == 0) {
            return "BAD_INPUT_FILE";
        }
        if (column.isEmpty()) {
            return "BAD_INPUT_LINE";
        }
        if (!value.isEmpty()) {
            return "BAD_INPUT_VALUE";
        }
        return line == 1 ? "BAD_INPUT_COLUMN" : "BAD_INPUT_BLANK";
    }

    /** Safe to show on one line of a terminal. */
    private static String shown(String text) {
        StringBuilder safe = new StringBuilder();
        int at = 0;
        while (at < text.length()) {
            int codePoint = text.codePointAt(at);
            String next = isInvisible(codePoint)
                    ? String.format("\\u%04X", codePoint)
                    : new String(Character.toChars(codePoint));
            at += Character.charCount(codePoint);
            int room = at < text.length() ? LONGEST_SHOWN - 1 : LONGEST_SHOWN;
            if (safe.length() + next.length() > room) {
                return safe.append('…').toString();
            }
            safe.append(next);
        }
        return safe.toString();
    }

    private static boolean isInvisible(int codePoint) {
        int type = Character.getType(codePoint);
        return type == Character.CONTROL
                || type == Character.FORMAT
                || type == Character.LINE_SEPARATOR
                || type == Character.PARAGRAPH_SEPARATOR;
    }
}
