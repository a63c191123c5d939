package io.plimsoll.results;

import io.plimsoll.message.Message;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * A folder that is there whole or not at all: files are written beside it under another name, which then becomes its
 * own.
 */
public final class ResultFolder {

    /** Every file that a result may hold; a folder with anything else in it is never replaced. */
    private static final Set<String> OF_A_RESULT = ofAResult();

    private final Path folder;
    private final boolean replace;

    private ResultFolder(Path folder, boolean replace) {
        this.folder = folder;
        this.replace = replace;
    }

    private static Set<String> ofAResult() {
        Set<String> names = new TreeSet<>(Set.of(RunRecord.FILE_NAME, RunRecord.AUDIT_FILE_NAME));
        for (ResultTable table : ResultTable.values()) {
            names.add(table.fileName());
        }
        return names;
    }

    /** Why a folder cannot be written. */
    public static final class Refused extends Exception {

        private static final long serialVersionUID = 1L;

        private final transient Message reason;

        private Refused(Message reason) {
            super(reason.code() + " " + reason.arguments(), null, false, false);
            this.reason = reason;
        }

        /** The reason, to be put into words. */
        public Message reason() {
            return reason;
        }
    }

    /**
     * Makes sure that a result may be written to a folder, before any work is done for it.
     *
     * @param replace whether an earlier result may be replaced
     * @throws Refused when the folder exists, or holds something else than an earlier result, or cannot be made
     */
    public static ResultFolder at(Path folder, boolean replace) throws Refused {
        Path absolute = folder.toAbsolutePath().normalize();
        if (absolute.getFileName() == null || absolute.getParent() == null) {
            throw new Refused(Message.of("OUT_NOT_A_FOLDER", "out", folder));
        }
        ResultFolder result = new ResultFolder(absolute, replace);
        if (Files.exists(absolute, LinkOption.NOFOLLOW_LINKS)) {
            result.requireReplaceable();
        }
        return result;
    }

    private void requireReplaceable() throws Refused {
        if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
            throw new Refused(Message.of("OUT_NOT_A_FOLDER", "out", folder));
        }
        List<String> others;
        try (Stream<Path> content = Files.list(folder)) {
            others = content.filter(
                            file -> !OF_A_RESULT.contains(file.getFileName().toString())
                                    || !Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
                    .map(file -> file.getFileName().toString())
                    .sorted()
                    .toList();
        } catch (IOException unreadable) {
            throw new Refused(Message.of("OUT_UNWRITABLE", "out", folder, "reason", reason(unreadable)));
        }
        if (!replace) {
            throw new Refused(Message.of("OUT_EXISTS", "out", folder));
        }
        if (!others.isEmpty()) {
            throw new Refused(Message.of("OUT_HOLDS_OTHERS", "out", folder, "file", others.get(0)));
        }
    }

    /** Writes the files of a result into an empty folder. */
    @FunctionalInterface
    public interface Content {
        void writeTo(Path folder) throws IOException;
    }

    /**
     * Writes the result.
     *
     * @throws Refused when it could not be written whole; then nothing of it is left
     */
    public void write(Content content) throws Refused {
        Path parent = folder.getParent();
        Path partial = null;
        try {
            Files.createDirectories(parent);
            partial = Files.createTempDirectory(parent, "." + folder.getFileName() + ".partial-");
            content.writeTo(partial);
            openToOthers(partial);
            moveIntoPlace(partial);
        } catch (IOException failed) {
            if (partial != null) {
                deleteQuietly(partial);
            }
            throw new Refused(Message.of("OUT_UNWRITABLE", "out", folder, "reason", reason(failed)));
        }
    }

    /** A temporary folder is its maker's alone; a result is as open as any other folder its maker makes. */
    private static void openToOthers(Path partial) throws IOException {
        Path probe = Files.createDirectory(partial.resolve("probe"));
        try {
            Files.setPosixFilePermissions(partial, Files.getPosixFilePermissions(probe));
        } catch (UnsupportedOperationException notPosix) {
            // Such a file system has no permissions to pass on.
        } finally {
            Files.delete(probe);
        }
    }

    private void moveIntoPlace(Path partial) throws IOException {
        if (!Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
            Files.move(partial, folder, StandardCopyOption.ATOMIC_MOVE);
            return;
        }
        if (!replace) {
            throw new FileAlreadyExistsException(folder.toString());
        }
        Path old = Files.createTempDirectory(folder.getParent(), "." + folder.getFileName() + ".old-");
        Files.move(folder, old.resolve("result"), StandardCopyOption.ATOMIC_MOVE);
        Files.move(partial, folder, StandardCopyOption.ATOMIC_MOVE);
        deleteQuietly(old);
    }

    private static void deleteQuietly(Path root) {
        try (Stream<Path> below = Files.walk(root)) {
            below.sorted(Comparator.reverseOrder())
                    .forEach(path -> path.toFile().delete());
        } catch (IOException remains) {
            // What remains is under a name that says it is not a result.
        }
    }

    private static String reason(IOException failed) {
        if (failed instanceof NoSuchFileException || failed instanceof FileAlreadyExistsException) {
            return failed.getClass().getSimpleName() + " " + failed.getMessage();
        }
        return failed.getMessage() == null ? failed.getClass().getSimpleName() : failed.getMessage();
    }
}
