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

    private final Format format;
    private final ReadProgress progress;
    private final RawRow raw = new RawRow();
    private long lines;
    private long blankLine;

    private CsvFile(Format format, ReadProgress progress) {
        this.format = format;
        this.progress = progress;
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
        if (!exists(file)) {
            throw BadInput.inFile(format.file(), Message.of("EXPECTED_FILE"));
        }
        new CsvFile(format, progress).read(() -> Files.newInputStream(file), rows);
    }

    /**
     * Reads what was handed in as a file.
     *
     * @throws BadInput the first error in it
     */
    static void read(InputStream content, Format format, Rows rows) throws BadInput {
        new CsvFile(format, ReadProgress.SILENT).read(() -> content, rows);
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
            check(header);
            rows.next(row);
            if (++lines % LINES_BETWEEN_REPORTS == 0) {
                progress.lines(format.file(), lines);
            }
        }
        progress.lines(format.file(), lines);
    }

    private void check(Header header) throws BadInput {
        if (blankLine > 0) {
            throw BadInput.atLine(format.file(), blankLine, Message.of("EXPECTED_NO_BLANK_LINE"));
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
