package io.plimsoll.files;

import io.plimsoll.work.Beside;
import java.nio.file.Path;

/** Reads the tables of one folder and keeps the digest of each. */
final class FolderReader {

    private final Path folder;
    private final ReadProgress progress;
    private final Digests digests = new Digests();

    FolderReader(Path folder, ReadProgress progress) {
        this.folder = folder;
        this.progress = progress;
    }

    Path path(String file) {
        return folder.resolve(file);
    }

    ReadProgress progress() {
        return progress;
    }

    Digests digests() {
        return digests;
    }

    /** A file that must be there. */
    Table table(Format format) throws BadInput {
        return noted(Table.read(path(format.file()), format, progress));
    }

    /** A file that may be missing. */
    Table optionalTable(Format format) throws BadInput {
        return noted(Table.readOptional(path(format.file()), format, progress));
    }

    /** A file that may be missing, read while others are; to be {@link #noted} when its turn has come. */
    Beside<Table, BadInput> optionalTableBeside(Format format) {
        return Beside.begin(() -> Table.readOptional(path(format.file()), format, progress));
    }

    /** Keeps the digest of a table that has been read. */
    Table noted(Table table) {
        digests.begin(table.format().file(), table::digest);
        return table;
    }
}
