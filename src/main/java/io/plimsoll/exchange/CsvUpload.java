package io.plimsoll.exchange;

import io.plimsoll.files.BadInput;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Optional;

/** One table as a CSV file. */
final class CsvUpload {

    private CsvUpload() {}

    /** Takes the file as the table it is said to be. */
    static void take(Path file, String table, boolean exact, Canonical into) throws IOException {
        Optional<BadInput> bad;
        try (OutputStream out = into.write(table)) {
            bad = CsvText.write(file, table, exact, out);
        }
        if (bad.isPresent()) {
            into.spoil(table, bad.get());
        }
    }
}
