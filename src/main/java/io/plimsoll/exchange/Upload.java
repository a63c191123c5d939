package io.plimsoll.exchange;

import io.plimsoll.files.CycleCheck;
import io.plimsoll.files.Known;
import io.plimsoll.files.Objections;
import io.plimsoll.files.TableReport;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** An upload that has been taken apart; closing it takes away everything that was written for it. */
public final class Upload implements Closeable {

    private final Path place;
    private final Canonical tables;
    private final boolean wholeCycle;

    Upload(Path place, Canonical tables, boolean wholeCycle) {
        this.place = place;
        this.tables = tables;
        this.wholeCycle = wholeCycle;
    }

    /** Whether this is a cycle with all that belongs to it, and not some of its tables. */
    public boolean isWholeCycle() {
        return wholeCycle;
    }

    /** The tables that came, as {@link io.plimsoll.files.CycleFolder#TABLES} names them; sorted. */
    public Set<String> tables() {
        return new TreeSet<>(tables.tables());
    }

    /**
     * The tables in UTF-8 by their names, until this is closed. What has a good preview is read from here as any cycle
     * folder is.
     */
    public Path folder() {
        return tables.folder();
    }

    /**
     * Everything that is wrong with it, and a look at what it holds.
     *
     * @param known what the tables refer to and don't bring along; a whole cycle refers to nothing else
     * @param objections what else is asked of rows
     */
    public List<TableReport> preview(Known known, Objections objections) {
        CycleCheck check = new CycleCheck(tables.folder(), tables.found(), tables.sheets(), objections);
        return wholeCycle ? check.wholeCycle() : check.tables(tables.tables(), known);
    }

    /** The same of a file that was taken as grants. */
    public TableReport previewGrants() {
        return new CycleCheck(tables.folder(), tables.found(), tables.sheets(), Objections.NONE).grants();
    }

    @Override
    public void close() throws IOException {
        delete(place);
    }

    static void delete(Path place) throws IOException {
        if (!Files.exists(place)) {
            return;
        }
        try (Stream<Path> all = Files.walk(place)) {
            for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        }
    }
}
