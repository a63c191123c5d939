package io.plimsoll.results;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import io.plimsoll.message.Message;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Takes what a file should hold and compares it, line by line, with what it does hold. No field of a result holds a line
 * break, so a line is a row.
 */
final class FileComparison extends OutputStream {

    private static final int MOST_NAMED_A_COLUMN = 5;
    private static final int MOST_BYTES_A_CHARACTER = 4;

    /** Whoever makes a line longer than it should be by more than this has not made a slip: the rest is not read. */
    private static final int MOST_BYTES_TOO_MANY = 1 << 20;

    private final String name;
    private final List<String> columns;
    private final List<Message> differences;
    private final InputStream actual;
    private final ByteArrayOutputStream expectedLine = new ByteArrayOutputStream();
    private final ByteArrayOutputStream actualLine = new ByteArrayOutputStream();
    private final Map<String, Integer> namedByColumn = new HashMap<>();
    private long line;
    private long unnamed;
    private boolean givenUp;

    /**
     * Opens a comparison.
     *
     * @param columns of the table; empty for a file that is none
     * @param differences takes what differs
     */
    FileComparison(Path folder, String name, List<String> columns, List<Message> differences) throws IOException {
        this.name = name;
        this.columns = columns;
        this.differences = differences;
        actual = new BufferedInputStream(Files.newInputStream(folder.resolve(name)), 1 << 16);
    }

    @Override
    public void write(int oneByte) throws IOException {
        expectedLine.write(oneByte);
        if (oneByte == '\n') {
            compareLine();
        }
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        int from = offset;
        for (int at = offset; at < offset + length; at++) {
            if (bytes[at] == '\n') {
                expectedLine.write(bytes, from, at + 1 - from);
                from = at + 1;
                compareLine();
            }
        }
        expectedLine.write(bytes, from, offset + length - from);
    }

    private void compareLine() throws IOException {
        if (givenUp) {
            expectedLine.reset();
            return;
        }
        line++;
        readActualLine();
        if (!Arrays.equals(expectedLine.toByteArray(), actualLine.toByteArray())) {
            note(expectedLine.toString(StandardCharsets.UTF_8), actualLine.toString(StandardCharsets.UTF_8));
        }
        expectedLine.reset();
    }

    /** Of a line that is longer than it should be, only the beginning is kept, and of one without end no more is read. */
    private void readActualLine() throws IOException {
        actualLine.reset();
        int kept = expectedLine.size() + Shown.LONGEST * MOST_BYTES_A_CHARACTER;
        int tooMany = -kept;
        int next = actual.read();
        while (next >= 0 && !givenUp) {
            if (actualLine.size() < kept) {
                actualLine.write(next);
            }
            if (next == '\n') {
                return;
            }
            givenUp = ++tooMany > MOST_BYTES_TOO_MANY;
            next = actual.read();
        }
    }

    private void note(String should, String does) {
        if (does.isEmpty()) {
            name(
                    "",
                    Message.of("LINE_MISSING", "file", name, "line", line, "recomputed", Shown.of(withoutEnd(should))));
            return;
        }
        List<String> shouldHold = fields(should);
        List<String> holds = fields(does);
        int column = firstDifferent(shouldHold, holds);
        if (column < 0) {
            nameLine(should, does);
            return;
        }
        int at = mismatch(shouldHold.get(column), holds.get(column));
        name(
                columns.get(column),
                Message.of(
                        "VALUE_DIFFERS",
                        "file",
                        name,
                        "line",
                        line,
                        "column",
                        columns.get(column),
                        "value",
                        Shown.around(holds.get(column), at),
                        "recomputed",
                        Shown.around(shouldHold.get(column), at)));
    }

    private void nameLine(String should, String does) {
        if (withoutEnd(should).equals(withoutEnd(does))) {
            name("", Message.of("LINE_END_DIFFERS", "file", name, "line", line));
            return;
        }
        int at = mismatch(should, does);
        String value = Shown.around(withoutEnd(does), at);
        String recomputed = Shown.around(withoutEnd(should), at);
        name("", Message.of("LINE_DIFFERS", "file", name, "line", line, "value", value, "recomputed", recomputed));
    }

    private static String withoutEnd(String line) {
        return line.endsWith("\r\n")
                ? line.substring(0, line.length() - 2)
                : line.endsWith("\n") ? line.substring(0, line.length() - 1) : line;
    }

    private static int mismatch(String left, String right) {
        int at = 0;
        while (at < left.length() && at < right.length() && left.charAt(at) == right.charAt(at)) {
            at++;
        }
        return at;
    }

    /** The first column in which two rows differ, or -1 where they are no rows of this table, or differ in no value. */
    private int firstDifferent(List<String> shouldHold, List<String> holds) {
        if (shouldHold.size() != columns.size() || holds.size() != columns.size()) {
            return -1;
        }
        int column = 0;
        while (column < columns.size() && shouldHold.get(column).equals(holds.get(column))) {
            column++;
        }
        return column < columns.size() ? column : -1;
    }

    /**
     * Names a difference, unless enough of its column have been named: one altered demand may change the grants of many
     * lines before it, and must not be lost among them.
     */
    private void name(String column, Message difference) {
        if (namedByColumn.merge(column, 1, Integer::sum) <= MOST_NAMED_A_COLUMN) {
            differences.add(difference);
        } else {
            unnamed++;
        }
    }

    private List<String> fields(String text) {
        if (columns.isEmpty()) {
            return List.of();
        }
        try {
            return CsvReader.builder().ofSingleCsvRecord(text).getFields();
        } catch (CsvParseException noRow) {
            return List.of();
        }
    }

    private boolean readsAnotherLine() throws IOException {
        readActualLine();
        return actualLine.size() > 0;
    }

    /** Compares what is left: an unfinished last line, and whatever the file holds beyond what it should. */
    @Override
    public void close() throws IOException {
        try (actual) {
            if (expectedLine.size() > 0) {
                compareLine();
            }
            if (!givenUp && readsAnotherLine()) {
                line++;
                differences.add(Message.of(
                        "LINES_TOO_MANY",
                        "file",
                        name,
                        "line",
                        line,
                        "value",
                        Shown.of(withoutEnd(actualLine.toString(StandardCharsets.UTF_8)))));
            }
            if (unnamed > 0) {
                differences.add(Message.of("MORE_LINES_DIFFER", "file", name, "count", unnamed));
            }
            if (givenUp) {
                differences.add(Message.of("REST_NOT_COMPARED", "file", name, "line", line));
            }
        }
    }
}
