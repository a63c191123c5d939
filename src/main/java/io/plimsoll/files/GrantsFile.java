package io.plimsoll.files;

import io.plimsoll.cycle.Cycle;
import io.plimsoll.finding.GrantsOnTrial;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;

/**
 * A file of grants that an auditor puts beside a cycle: our own {@code grants.csv}, or what another system granted.
 * Names that the cycle doesn't know are no error here but evidence.
 *
 * @param grants what it says about the lines of the cycle, and beyond them
 * @param digest SHA-256 (lower-case hex) over the canonical content: all columns of {@code grants.csv}, sorted by
 *     retailer, then rank (none first), then Sku; of our own file, that of its bytes
 */
public record GrantsFile(GrantsOnTrial grants, String digest) {

    /** What such a file is called where it comes in through the service. */
    public static final String FILE_NAME = "grants.csv";

    /** One row as the file gives it; null where it says nothing. */
    public record GrantRow(String retailer, Integer rank, String sku, Integer demand, int granted, String binding) {}

    /** Takes rows one by one. */
    @FunctionalInterface
    public interface GrantRows {
        void take(GrantRow row);
    }

    /**
     * Goes through the rows of a file in their order, whatever cycle they are of; whether one stands there twice is not
     * looked at.
     */
    public static void each(Path file, GrantRows rows) throws BadInput {
        GrantsReader.each(file, rows);
    }

    /** Writes rows as a file with all columns. Does not close the stream. */
    public static void write(Iterable<GrantRow> rows, OutputStream stream) throws IOException {
        GrantsReader.write(rows, new CsvOut(stream));
    }

    /** Reads a file without telling anybody how far it is. */
    public static GrantsFile read(Path file, Cycle cycle) throws BadInput {
        return read(file, cycle, ReadProgress.SILENT);
    }

    /**
     * Reads a file with the columns retailer, sku, granted, and if it likes rank, demand, binding.
     *
     * @throws BadInput the first thing that is wrong with it; the file goes by its last name
     */
    public static GrantsFile read(Path file, Cycle cycle, ReadProgress progress) throws BadInput {
        return new GrantsReader(file, cycle).read(file, progress);
    }
}
