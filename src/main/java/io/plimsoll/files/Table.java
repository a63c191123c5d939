package io.plimsoll.files;

import io.plimsoll.message.Message;
import io.plimsoll.policy.PolicySheet;
import io.plimsoll.text.CodePoints;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A small file, read as a whole: its canonical content.
 *
 * @param entries sorted by key
 */
record Table(Format format, List<Entry> entries) {

    /**
     * One row.
     *
     * @param line where it stood in the file; 0 where it was not read
     * @param values canonical, by the columns of the format, blank where the file has no such column
     */
    record Entry(Format format, long line, List<String> values) {

        /** What stands in a column, which the format must know. */
        String get(String column) {
            return values.get(format.indexOf(column));
        }

        /** The error that this column holds something else than what is expected. */
        BadInput bad(String column, Message expected) {
            return BadInput.atValue(format.file(), line, column, get(column), expected);
        }
    }

    /** A table that was not read but made, of canonical values in the order of the columns. */
    static Table of(Format format, Stream<List<String>> rows) {
        return new Table(
                format,
                rows.map(values -> new Entry(format, 0, values)).sorted(BY_KEY).toList());
    }

    /** A file that need not be there: missing, it is the same as a header alone. */
    static Table readOptional(Path file, Format format, ReadProgress progress) throws BadInput {
        return CsvFile.exists(file) ? read(file, format, progress) : empty(format);
    }

    /** A header alone. */
    static Table empty(Format format) {
        return new Table(format, List.of());
    }

    /** A file that must be there. */
    static Table read(Path file, Format format, ReadProgress progress) throws BadInput {
        return read(format, rows -> CsvFile.read(file, format, progress, rows));
    }

    /** What was handed in as the file. */
    static Table read(InputStream content, Format format) throws BadInput {
        return read(format, rows -> CsvFile.read(content, format, rows));
    }

    private interface Source {
        void readTo(CsvFile.Rows rows) throws BadInput;
    }

    private static Table read(Format format, Source source) throws BadInput {
        List<Entry> entries = new ArrayList<>();
        Map<String, Long> lineOfKey = new HashMap<>();
        source.readTo(row -> {
            Entry entry = entryOf(format, row);
            refuseSecond(entry, lineOfKey.putIfAbsent(key(entry), entry.line()));
            entries.add(entry);
        });
        entries.sort(BY_KEY);
        return new Table(format, List.copyOf(entries));
    }

    private static final Comparator<Entry> BY_KEY = (left, right) -> {
        int order = 0;
        for (int column = 0; order == 0 && column < left.format().keyColumns(); column++) {
            order = CodePoints.ORDER.compare(
                    left.values().get(column), right.values().get(column));
        }
        return order;
    };

    private static Entry entryOf(Format format, Row row) throws BadInput {
        String[] values = new String[format.columns().size()];
        for (int column = 0; column < values.length; column++) {
            values[column] = row.has(column) || format.columns().get(column).required() ? row.canonical(column) : "";
        }
        return new Entry(format, row.line(), Arrays.asList(values));
    }

    /**
     * The key as one text, which a map can order where hashes collide; no field holds the character in between.
     */
    private static String key(Entry entry) {
        return String.join("\u0000", entry.values().subList(0, entry.format().keyColumns()));
    }

    private static void refuseSecond(Entry entry, Long firstLine) throws BadInput {
        if (firstLine == null) {
            return;
        }
        Format format = entry.format();
        List<String> columns = Arrays.asList(format.columnNames()).subList(0, format.keyColumns());
        throw entry.bad(columns.get(columns.size() - 1), once(String.join(", ", columns), firstLine));
    }

    /** What is expected where a key stands for the second time. */
    static Message once(String columns, long firstLine) {
        return Message.of("EXPECTED_ONCE", "columns", columns, "line", firstLine);
    }

    /** The only row of a file that may not be empty. */
    Entry only() throws BadInput {
        if (entries.isEmpty()) {
            throw BadInput.inFile(format.file(), Message.of("EXPECTED_ONE_ROW"));
        }
        return entries.get(0);
    }

    /** The names in the first column. */
    List<String> names() {
        return entries.stream().map(entry -> entry.values().get(0)).toList();
    }

    /** SHA-256 over the canonical content. */
    String digest() {
        return CsvDigest.of(this::writeTo);
    }

    /** Writes the canonical content: header and rows, every column of the format. */
    void writeTo(CsvOut out) throws IOException {
        out.row(format.columnNames());
        for (Entry entry : entries) {
            for (String value : entry.values()) {
                out.field(value);
            }
            out.endRow();
        }
    }

    /** The canonical content as a file holds it. */
    byte[] bytes() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        CsvOut out = new CsvOut(bytes);
        try {
            writeTo(out);
            out.flush();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    /** The canonical content as cells. */
    PolicySheet sheet() {
        List<List<String>> rows = entries.stream().map(Entry::values).toList();
        return new PolicySheet(format.file(), List.of(format.columnNames()), format.keyColumns(), rows);
    }
}
