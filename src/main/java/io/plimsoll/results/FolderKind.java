package io.plimsoll.results;

import io.plimsoll.message.Message;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** A kind of folder that is written here and may be replaced where that is asked for; nothing else ever is. */
public final class FolderKind {

    /** What {@code allocate} and {@code audit} write: known by the record in it. */
    public static final FolderKind RESULT = new FolderKind(ofAResult(), (folder, names) -> {
        boolean hasRecord = names.contains(RunRecord.FILE_NAME) || names.contains(RunRecord.AUDIT_FILE_NAME);
        return hasRecord && RunRecord.isIn(folder)
                ? Optional.empty()
                : Optional.of(Message.of("OUT_HOLDS_NO_RECORD", "out", folder));
    });

    /** What {@code compare} writes: known by the record in it. */
    public static final FolderKind COMPARISON = new FolderKind(
            ofAComparison(),
            (folder, names) -> names.contains(ComparisonRecord.FILE_NAME) && ComparisonRecord.isIn(folder)
                    ? Optional.empty()
                    : Optional.of(Message.of("OUT_HOLDS_NO_RECORD", "out", folder)));

    private final Set<String> files;
    private final Check check;

    private interface Check {
        Optional<Message> strange(Path folder, Set<String> names) throws IOException;
    }

    private FolderKind(Set<String> files, Check check) {
        this.files = Collections.unmodifiableSet(new TreeSet<>(files));
        this.check = check;
    }

    private static Set<String> ofAResult() {
        Set<String> names = new TreeSet<>(Set.of(RunRecord.FILE_NAME, RunRecord.AUDIT_FILE_NAME));
        for (ResultTable table : ResultTable.values()) {
            names.add(table.fileName());
        }
        return names;
    }

    private static Set<String> ofAComparison() {
        Set<String> names = new TreeSet<>(Set.of(ComparisonRecord.FILE_NAME));
        for (ComparisonTable table : ComparisonTable.values()) {
            names.add(table.fileName());
        }
        return names;
    }

    /** A kind that is known by its files: all of them and no other. */
    public static FolderKind ofExactly(Set<String> files) {
        return new FolderKind(
                files,
                (folder, names) -> files.stream()
                        .filter(file -> !names.contains(file))
                        .sorted()
                        .findFirst()
                        .map(missing -> Message.of("OUT_LACKS", "out", folder, "file", missing)));
    }

    /** Every file that such a folder may hold. */
    Set<String> files() {
        return files;
    }

    /**
     * Why a folder is not of this kind, or empty where it is.
     *
     * @param names of the files in it, at least one, all of them among {@link #files}
     */
    Optional<Message> strange(Path folder, Set<String> names) throws IOException {
        return check.strange(folder, names);
    }
}
