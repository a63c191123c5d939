package io.plimsoll.results;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A folder in the making, beside the place that it is for. It becomes a result in one step; until then it goes away
 * again with whatever stops the work, be it an error or a terminated program. What a killed program leaves, the next one
 * clears away.
 *
 * @see Workplace
 */
final class PartialFolder implements AutoCloseable {

    /** A writer that is stopped may still be at its next file while the folder is being deleted. */
    private static final int ATTEMPTS_TO_DELETE = 10;

    private static final String STOPPED = "the program was stopped";

    private final Path target;
    private final Thread onTermination = new Thread(this::end, "delete-partial-result");

    /** Folders that had to be made on the way, the innermost first. */
    private final List<Path> madeParents = new ArrayList<>();

    private Workplace workplace;
    private FileChannel lock;
    private boolean isTarget;
    private boolean ended;

    private PartialFolder(Path target) {
        this.target = target;
    }

    /**
     * Makes an empty folder.
     *
     * @param target what it is to become; absolute
     * @param mayBeDeleted names of the files that the target may hold; whatever else has come into it meanwhile is kept,
     *     under a name that begins with that of the target
     */
    static PartialFolder of(Path target, Set<String> mayBeDeleted) throws IOException {
        PartialFolder partial = new PartialFolder(target);
        try {
            // Before anything is made, so that nothing made is forgotten.
            Runtime.getRuntime().addShutdownHook(partial.onTermination);
        } catch (IllegalStateException terminating) {
            throw new IOException(STOPPED, terminating);
        }
        try {
            partial.make(mayBeDeleted);
        } catch (IOException failed) {
            partial.close();
            throw failed;
        }
        return partial;
    }

    private synchronized void make(Set<String> mayBeDeleted) throws IOException {
        requireNotEnded();
        Path parent = target.getParent();
        for (Path missing = parent; missing != null && !Files.exists(missing); missing = missing.getParent()) {
            madeParents.add(missing);
        }
        try {
            Files.createDirectories(parent);
            workplace = Workplace.beside(target, mayBeDeleted);
        } catch (NoSuchFileException notInThere) {
            // Of a place like /proc, which is there and takes nothing.
            throw new AccessDeniedException(parent.toString());
        }
        lock = workplace.lockUp();
        Files.createDirectory(workplace.partial());
    }

    Path path() {
        return workplace.partial();
    }

    /**
     * Becomes the target, in one step.
     *
     * @throws FileAlreadyExistsException when something is there
     */
    synchronized void becomeTarget() throws IOException {
        requireNotEnded();
        requireNothingThere();
        try {
            Files.move(path(), target, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException failed) {
            requireNothingThere();
            throw failed;
        }
        isTarget = true;
    }

    private void requireNothingThere() throws FileAlreadyExistsException {
        if (Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
            throw new FileAlreadyExistsException(target.toString());
        }
    }

    /** Takes the place of the target. Where that fails, what stood there stands there again once this is closed. */
    synchronized void replaceTarget() throws IOException {
        requireNotEnded();
        Files.move(target, workplace.earlier(), StandardCopyOption.ATOMIC_MOVE);
        becomeTarget();
    }

    private void requireNotEnded() throws IOException {
        if (ended) {
            throw new IOException(STOPPED);
        }
    }

    private synchronized void end() {
        if (ended) {
            return;
        }
        ended = true;
        boolean cleared = workplace == null;
        for (int attempt = 0; !cleared && attempt < ATTEMPTS_TO_DELETE; attempt++) {
            cleared = workplace.clear();
        }
        if (!isTarget) {
            // Only empty folders can be deleted: what somebody else has put there meanwhile stays.
            madeParents.forEach(made -> made.toFile().delete());
        }
        try {
            if (lock != null) {
                lock.close();
            }
        } catch (IOException closedAnyway) {
            // It goes with the program at the latest.
        }
    }

    @Override
    public void close() {
        end();
        try {
            Runtime.getRuntime().removeShutdownHook(onTermination);
        } catch (IllegalStateException terminating) {
            // Then the hook finds that there is nothing left to do.
        }
    }
}
