package io.plimsoll.files;

import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import io.plimsoll.message.Message;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Iterator;

/**
 * Reads one CSV file row by row, as strictly as RFC 4180 allows, and turns whatever may go wrong with it into
 * {@link BadInput}. Blank lines are accepted at the end of a file and nowhere else, so that no value can be a line that
 * was lost.
 */
final class CsvFile {

    /** Most lines of one file below its header, blank ones at its end among them. */
    static final long MOST_LINES = 100_000_000;

    /** FastCSV gives up on a field that is longer; also bounds what an unclosed quote can cost. */
    private static final int BUFFER_CHARS = 1 << 16;

    private static final int LINES_BETWEEN_REPORTS = 100_000;

    /** Takes the rows in the order of the file. */
    @FunctionalInterface
    interface Rows {
        void next(Row row) throws BadInput;
    }

    /** Is told what is wrong with a row; reading goes on behind it unless this throws. */
    @FunctionalInterface
    interface Errors {

        /** The first error ends everything. */
        Errors STOP = (bad, row) -> {
            throw bad;
        };

        void found(BadInput bad, Row row) throws BadInput;
    }

    private final Format format;
    private final ReadProgress progress;
    private final Errors errors;
    private final RawRow raw;
    private long lines;
    private long blankLine;

    private CsvFile(Format format, boolean byRecord, ReadProgress progress, Errors errors) {
        this.format = format;
        this.progress = progress;
        this.errors = errors;
        this.raw = new RawRow(byRecord);
    }

    /** Whether something of this name is there, be it a link that leads nowhere. */
    static boolean exists(Path file) {
        return Files.exists(file, LinkOption.NOFOLLOW_LINKS);
    }

    /**
     * Reads a file.
     *
     * @throws BadInput the first error in it, or that it can't be read
     */
    static void read(Path file, Format format, ReadProgress progress, Rows rows) throws BadInput {
        requireFile(file, format);
        new CsvFile(format, false, progress, Errors.STOP).read(() -> Files.newInputStream(file), rows);
    }

    /**
     * Reads a file to its end, past every row that can't be taken.
     *
     * @param byRecord whether an error names the record instead of the line
     * @param errors is told of each error in a row
     * @throws BadInput what makes the rest of the file unreadable
     */
    static void readAll(Path file, Format format, boolean byRecord, Rows rows, Errors errors) throws BadInput {
        requireFile(file, format);
        new CsvFile(format, byRecord, ReadProgress.SILENT, errors).read(() -> Files.newInputStream(file), rows);
    }

    private static void requireFile(Path file, Format format) throws BadInput {
        if (!exists(file)) {
            throw BadInput.inFile(format.file(), Message.of("EXPECTED_FILE"));
        }
    }

    /**
     * Reads what was handed in as a file.
     *
     * @throws BadInput the first error in it
     */
    static void read(InputStream content, Format format, Rows rows) throws BadInput {
        new CsvFile(format, false, ReadProgress.SILENT, Errors.STOP).read(() -> content, rows);
    }

    private interface Opening {
        InputStream open() throws IOException;
    }

    private void read(Opening file, Rows rows) throws BadInput {
        try (CsvReader<RawRow> csv = CsvReader.builder()
                .commentStrategy(CommentStrategy.NONE)
                .skipEmptyLines(false)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .allowUnclosedQuote(false)
                .maxBufferSize(BUFFER_CHARS)
                .build(raw, new Utf8Reader(file.open()))) {
            read(csv.iterator(), rows);
        } catch (UncheckedIOException failed) {
            throw unreadable(failed.getCause());
        } catch (IOException failed) {
            throw unreadable(failed);
        } catch (CsvParseException failed) {
            throw badLine(
                    raw.isTooLong()
                            ? Message.of("EXPECTED_SHORTER_LINE", "characters", RawRow.MOST_CHARACTERS)
                            : Message.of("EXPECTED_CLOSED_QUOTES", "characters", Kinds.LONGEST_TEXT));
        }
    }

    private void read(Iterator<RawRow> csv, Rows rows) throws BadInput {
        if (!csv.hasNext()) {
            throw BadInput.atLine(format.file(), 1, Message.of("EXPECTED_HEADER", "columns", format.columnsInWords()));
        }
        csv.next();
        if (raw.isBlank()) {
            throw badLine(Message.of("EXPECTED_HEADER", "columns", format.columnsInWords()));
        }
        if (raw.oddField() >= 0) {
            throw oddField(raw.text(raw.oddField()), "");
        }
        Header header = Header.of(format, raw);
        Row row = new Row(header, raw);
        while (csv.hasNext()) {
            csv.next();
            if (raw.line() - 1 > MOST_LINES) {
                throw badLine(Message.of("EXPECTED_FEWER_LINES", "lines", MOST_LINES));
            }
            if (raw.isBlank()) {
                blankLine = blankLine == 0 ? raw.line() : blankLine;
                continue;
            }
            try {
                check(header, row);
                rows.next(row);
            } catch (BadInput bad) {
                errors.found(bad, row);
            }
            if (++lines % LINES_BETWEEN_REPORTS == 0) {
                progress.lines(format.file(), lines);
            }
        }
        progress.lines(format.file(), lines);
    }

    private void check(Header header, Row row) throws BadInput {
        if (blankLine > 0) {
            long line = blankLine;
            blankLine = 0;
            errors.found(BadInput.atLine(format.file(), line, Message.of("EXPECTED_NO_BLANK_LINE")), row);
        }
        if (raw.fields() != header.fields()) {
            throw badLine(Message.of("EXPECTED_FIELDS", "fields", header.fields(), "found", raw.fields()));
        }
        if (raw.oddField() >= 0) {
            throw oddField(header.columnAt(raw.oddField()), raw.text(raw.oddField()));
        }
        if (format.keyColumns() == 0 && lines > 0) {
            throw badLine(Message.of("EXPECTED_ONE_ROW"));
        }
    }

    private BadInput oddField(String column, String value) {
        boolean quote = raw.text(raw.oddField()).indexOf('"') >= 0;
        String code = quote ? "EXPECTED_QUOTES" : "EXPECTED_NO_CONTROL_CHARACTERS";
        return BadInput.atValue(format.file(), raw.line(), column, value, Message.of(code));
    }

    private BadInput badLine(Message expected) {
        return BadInput.atLine(format.file(), raw.line(), expected);
    }

    private BadInput unreadable(IOException failed) {
        for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
            if (cause instanceof Utf8Reader.BadText badText) {
                return badLine(badText.expected());
            }
        }
        return BadInput.inFile(format.file(), Message.of("EXPECTED_READABLE_FILE"));
    }
}
