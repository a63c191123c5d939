package io.plimsoll.proof;

import io.plimsoll.ledger.Hash;
import io.plimsoll.ledger.Hashing;
import io.plimsoll.ledger.Head;
import io.plimsoll.ledger.SealedDay;
import io.plimsoll.ledger.SealedLeaf;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDateTime;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Writes an export line by line, so that it may be as long as it likes: first all entries, then all closed days, then each
 * run with its leaves, at last the head. What is given is written as it is; whether it fits together is for
 * {@link LedgerVerification} to say. The same ledger gives the same bytes.
 */
public final class ExportWriter implements Closeable {

    private static final int BUFFER_BYTES = 1 << 16;

    /** No moment of a zip is earlier; which one it is says nothing. */
    private static final LocalDateTime MOMENT = LocalDateTime.of(1980, 1, 1, 0, 0);

    /** Where files are begun, one after the other. */
    private interface Place extends Closeable {

        /** Begins a file; the one before is closed by then. */
        OutputStream begin(String name) throws IOException;
    }

    private final Place place;
    private final Hash genesis;
    private final Hashing hashing = new Hashing();
    private OutputStream out;
    private String file = "";
    private long run;

    private ExportWriter(Place place, Hash genesis) {
        this.place = place;
        this.genesis = genesis;
    }

    /**
     * Into a folder, which is made.
     *
     * @throws FileAlreadyExistsException when something is there
     */
    public static ExportWriter toFolder(Path folder, Hash genesis) throws IOException {
        Files.createDirectory(folder);
        Place place = new Place() {
            @Override
            public OutputStream begin(String name) throws IOException {
                Path file = folder.resolve(name);
                Files.createDirectories(file.getParent());
                return Files.newOutputStream(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
            }

            @Override
            public void close() {
                // A folder is always whole.
            }
        };
        return begun(place, genesis);
    }

    /** As a zip into a stream, which is left open; closing the writer ends the zip. */
    public static ExportWriter toZip(OutputStream stream, Hash genesis) throws IOException {
        ZipOutputStream zip = new ZipOutputStream(stream, StandardCharsets.UTF_8);
        Place place = new Place() {
            @Override
            public OutputStream begin(String name) throws IOException {
                ZipEntry entry = new ZipEntry(name);
                entry.setTimeLocal(MOMENT);
                zip.putNextEntry(entry);
                return new FilterOutputStream(zip) {
                    @Override
                    public void write(byte[] bytes, int offset, int length) throws IOException {
                        zip.write(bytes, offset, length);
                    }

                    @Override
                    public void close() throws IOException {
                        zip.closeEntry();
                    }
                };
            }

            @Override
            public void close() throws IOException {
                zip.finish();
            }
        };
        return begun(place, genesis);
    }

    private static ExportWriter begun(Place place, Hash genesis) throws IOException {
        ExportWriter writer = new ExportWriter(place, genesis);
        writer.turnTo(ExportFiles.LEDGER, ExportFiles.firstLineOfLedger(genesis.hex()));
        return writer;
    }

    /**
     * Writes the next entry.
     *
     * @param line as it was sealed, see {@link io.plimsoll.ledger.Sealed#line}
     */
    public void entry(String line) throws IOException {
        require(ExportFiles.LEDGER);
        write(line);
    }

    /** Writes the next closed day; all entries have been written. */
    public void day(SealedDay day) throws IOException {
        endEntries();
        require(ExportFiles.DAYS);
        write(day.text());
    }

    /** Begins a run, whose leaves follow; all days have been written. */
    public void run(long number) throws IOException {
        endEntries();
        run = number;
        turnTo(ExportFiles.ofRun(number), ExportFiles.firstLineOfRun(genesis, number));
    }

    /** Writes the next leaf of the run that has begun, with the hash that it was given when it was sealed. */
    public void leaf(SealedLeaf leaf) throws IOException {
        require(ExportFiles.ofRun(run));
        write(leaf.text());
    }

    /** Writes the head, with which the export is whole. */
    public void head(Head head) throws IOException {
        endEntries();
        turnTo(ExportFiles.HEAD, head.text());
    }

    private void endEntries() throws IOException {
        if (file.equals(ExportFiles.LEDGER)) {
            turnTo(ExportFiles.DAYS, ExportFiles.firstLineOfDays(genesis));
        }
    }

    private void require(String expected) {
        if (!file.equals(expected)) {
            throw new IllegalStateException(file + " has begun, so it is too late for, or too early for, " + expected);
        }
    }

    private void turnTo(String name, String firstLine) throws IOException {
        endFile();
        out = new BufferedOutputStream(place.begin(name), BUFFER_BYTES);
        file = name;
        write(firstLine);
    }

    private void write(String line) throws IOException {
        out.write(line.getBytes(StandardCharsets.UTF_8));
        out.write('\n');
    }

    private void endFile() throws IOException {
        if (out != null) {
            OutputStream ended = out;
            out = null;
            ended.close();
        }
    }

    /** Ends the last file, and the zip. */
    @Override
    public void close() throws IOException {
        endFile();
        place.close();
    }
}
