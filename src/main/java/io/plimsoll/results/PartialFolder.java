package io.plimsoll.results;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A folder in the making, beside the place that it is for and under a name that says what it is. It becomes a result in
 * one step; until then it goes away again with whatever stops the work, be it an error or a terminated program.
 */
final class PartialFolder implements AutoCloseable {

    /** A writer that is stopped may still be at its next file while the folder is being deleted. */
    private static final int ATTEMPTS_TO_DELETE = 10;

    private static final String STOPPED = "the program was stopped";

    private final Path target;
    private final Thread onTermination = new Thread(this::abandon, "delete-partial-result");

    /** Folders that had to be made on the way, the innermost first. */
    private final List<Path> madeParents = new ArrayList<>();

    private Path path;
    private boolean ended;

    private PartialFolder(Path target) {
        this.target = target;
    }

    /**
     * Makes an empty folder.
     *
     * @param target what it is to become; absolute
     */
    static PartialFolder of(Path target) throws IOException {
        PartialFolder partial = new PartialFolder(target);
        try {
            // Before anything is made, so that nothing made is forgotten.
            Runtime.getRuntime().addShutdownHook(partial.onTermination);
        } catch (IllegalStateException terminating) {
            throw new IOException(STOPPED, terminating);
        }
        try {
            partial.make();
        } catch (IOException failed) {
            partial.close();
            throw failed;
        }
        return partial;
    }

    private synchronized void make() throws IOException {
        requireNotEnded();
        Path parent = target.getParent();
        for (Path missing = parent; missing != null && !Files.exists(missing); missing = missing.getParent()) {
            madeParents.add(missing);
        }
        Files.createDirectories(parent);
        path = Files.createTempDirectory(parent, "." + target.getFileName() + ".partial-");
        openToOthers();
    }

    /** A temporary folder is its maker's alone; a result is as open as any other folder its maker makes. */
    private void openToOthers() throws IOException {
        Path probe = Files.createDirectory(path.resolve("probe"));
        try {
            Files.setPosixFilePermissions(path, Files.getPosixFilePermissions(probe));
        } catch (UnsupportedOperationException notPosix) {
            // Such a file system has no permissions to pass on.
        } finally {
            Files.delete(probe);
        }
    }

    Path path() {
        return path;
    }

    /**
     * Becomes the target, in one step.
     *
     * @throws FileAlreadyExistsException when something is there
     */
    synchronized void becomeTarget() throws IOException {
        requireNotEnded();
        if (Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
            throw new FileAlreadyExistsException(target.toString());
        }
        Files.move(path, target, StandardCopyOption.ATOMIC_MOVE);
        ended = true;
    }

    /**
     * Takes the place of the target. Where that fails, what stood there stands there again.
     *
     * @param mayBeDeleted names of the files that the target may hold; whatever else has come into it meanwhile is kept,
     *     under a name that begins with that of the target
     */
    synchronized void replaceTarget(Set<String> mayBeDeleted) throws IOException {
        requireNotEnded();
        Path old = Files.createTempDirectory(target.getParent(), "." + target.getFileName() + ".old-");
        Path earlier = old.resolve("result");
        try {
            Files.move(target, earlier, StandardCopyOption.ATOMIC_MOVE);
            try {
                Files.move(path, target, StandardCopyOption.ATOMIC_MOVE);
                ended = true;
            } catch (IOException failed) {
                Files.move(earlier, target, StandardCopyOption.ATOMIC_MOVE);
                throw failed;
            }
            for (String name : mayBeDeleted) {
                Path file = earlier.resolve(name);
                if (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
                    Files.delete(file);
                }
            }
        } finally {
            earlier.toFile().delete();
            old.toFile().delete();
        }
    }

    private void requireNotEnded() throws IOException {
        if (ended) {
            throw new IOException(STOPPED);
        }
    }

    private synchronized void abandon() {
        if (ended) {
            return;
        }
        ended = true;
        for (int attempt = 0; path != null && attempt < ATTEMPTS_TO_DELETE && Files.exists(path); attempt++) {
            deleteAll();
        }
        // Only empty folders can be deleted: what somebody else has put there meanwhile stays.
        madeParents.forEach(made -> made.toFile().delete());
    }

    private void deleteAll() {
        try (Stream<Path> below = Files.walk(path)) {
            below.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        } catch (IOException remains) {
            // What remains is under a name that says it is not a result.
        }
    }

    @Override
    public void close() {
        abandon();
        try {
            Runtime.getRuntime().removeShutdownHook(onTermination);
        } catch (IllegalStateException terminating) {
            // Then the hook finds that there is nothing left to do.
        }
    }
}
