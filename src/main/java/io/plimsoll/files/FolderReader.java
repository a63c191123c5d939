package io.plimsoll.files;

import io.plimsoll.message.Message;
import io.plimsoll.retailer.SizeClass;
import io.plimsoll.work.Beside;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Reads the tables of one folder and keeps the digest of each. */
final class FolderReader implements TableSource {

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

    @Override
    public Table table(Format format) throws BadInput {
        return noted(Table.read(path(format.file()), format, progress));
    }

    @Override
    public Table optionalTable(Format format) throws BadInput {
        return noted(Table.readOptional(path(format.file()), format, progress));
    }

    @Override
    public Table addedTable(Format format) throws BadInput {
        Table table = Table.readOptional(path(format.file()), format, progress);
        return table.entries().isEmpty() ? table : noted(table);
    }

    @Override
    public Collection<String> policyFiles() throws BadInput {
        List<String> names = new ArrayList<>();
        if (Files.isDirectory(path(Formats.POLICY))) {
            try (DirectoryStream<Path> files = Files.newDirectoryStream(path(Formats.POLICY))) {
                files.forEach(file -> names.add(Formats.POLICY + file.getFileName()));
            } catch (IOException | DirectoryIteratorException unreadable) {
                throw BadInput.inFile(Formats.POLICY, Message.of("EXPECTED_READABLE_FILE"));
            }
        }
        return names;
    }

    /** Looks the name up in a register that may not have been read yet, and may be no better than this table. */
    @Override
    public boolean isRetailer(String name) {
        boolean[] found = {false};
        if (!Files.isRegularFile(path(Formats.RETAILERS))) {
            return false; // A pipe that has been read cannot be read again.
        }
        try {
            Format retailers = Formats.retailers(Kinds.oneOf(SizeClass.values()));
            CsvFile.read(path(Formats.RETAILERS), retailers, ReadProgress.SILENT, row -> {
                found[0] |= !name.isEmpty() && row.holds(0, name.toCharArray());
            });
        } catch (BadInput laterOn) {
            return found[0];
        }
        return found[0];
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
