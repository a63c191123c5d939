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
import java.util.List;

/**
 * Takes what a file should hold and compares it, line by line, with what it does hold. No field of a result holds a line
 * break, so a line is a row.
 */
final class FileComparison extends OutputStream {

    private static final int MOST_NAMED = 5;
    private static final int LONGEST_SHOWN = 80;

    private final String name;
    private final List<String> columns;
    private final List<Message> differences;
    private final InputStream actual;
    private final ByteArrayOutputStream expectedLine = new ByteArrayOutputStream();
    private final ByteArrayOutputStream actualLine = new ByteArrayOutputStream();
    private long line;
    private long differing;

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
        line++;
        readActualLine();
        if (!Arrays.equals(expectedLine.toByteArray(), actualLine.toByteArray())) {
            note(expectedLine, actualLine);
        }
        expectedLine.reset();
    }

    private void readActualLine() throws IOException {
        actualLine.reset();
        int next = actual.read();
        while (next >= 0) {
            actualLine.write(next);
            if (next == '\n') {
                return;
            }
            next = actual.read();
        }
    }

    private void note(ByteArrayOutputStream expected, ByteArrayOutputStream found) {
        differing++;
        if (differing > MOST_NAMED) {
            return;
        }
        String should = expected.toString(StandardCharsets.UTF_8);
        String does = found.toString(StandardCharsets.UTF_8);
        if (does.isEmpty()) {
            differences.add(Message.of("LINE_MISSING", "file", name, "line", line, "recomputed", shown(should)));
            return;
        }
        List<String> shouldHold = fields(should);
        List<String> holds = fields(does);
        for (int i = 0; i < columns.size(); i++) {
            if (shouldHold.size() == columns.size()
                    && holds.size() == columns.size()
                    && !shouldHold.get(i).equals(holds.get(i))) {
                differences.add(Message.of(
                        "VALUE_DIFFERS",
                        "file",
                        name,
                        "line",
                        line,
                        "column",
                        columns.get(i),
                        "value",
                        shown(holds.get(i)),
                        "recomputed",
                        shown(shouldHold.get(i))));
                return;
            }
        }
        differences.add(Message.of(
                "LINE_DIFFERS", "file", name, "line", line, "value", shown(does), "recomputed", shown(should)));
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

    private static String shown(String text) {
        String visible = text.strip().replaceAll("\\p{Cntrl}", "\uFFFD");
        return visible.length() > LONGEST_SHOWN ? visible.substring(0, LONGEST_SHOWN) + "…" : visible;
    }

    /** Compares what is left: an unfinished last line, and whatever the file holds beyond what it should. */
    @Override
    public void close() throws IOException {
        try (actual) {
            if (expectedLine.size() > 0) {
                compareLine();
            }
            readActualLine();
            if (actualLine.size() > 0) {
                line++;
                differing++;
                differences.add(Message.of(
                        "LINES_TOO_MANY",
                        "file",
                        name,
                        "line",
                        line,
                        "value",
                        shown(actualLine.toString(StandardCharsets.UTF_8))));
            }
            if (differing > MOST_NAMED) {
                differences.add(Message.of("MORE_LINES_DIFFER", "file", name, "count", differing - MOST_NAMED));
            }
        }
    }
}
