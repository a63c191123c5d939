package io.plimsoll.results;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What a run makes beside the folder that its result is for, all under names that begin with that folder's and say what
 * they are. The lock is held as long as the run goes on; where nobody holds it, the run was killed, and the next one
 * puts things in order.
 *
 * @param target what the result is to become; absolute
 * @param lock locked by the run that made all this
 * @param partial the result in the making
 * @param earlier the result that stood there before, whole, in the moment in which the new one takes its place
 * @param old the same once its place is taken
 * @param mayBeDeleted names of the files that an earlier result may hold; what else has come into it is kept
 */
record Workplace(Path target, Path lock, Path partial, Path earlier, Path old, Set<String> mayBeDeleted) {

    private static final String MARK = ".partial-";
    private static final String LOCK = ".lock";

    /** Makes the lock, and nothing else yet. */
    static Workplace beside(Path target, Set<String> mayBeDeleted) throws IOException {
        return of(target, Files.createTempFile(target.getParent(), stem(target), LOCK), mayBeDeleted);
    }

    private static Workplace of(Path target, Path lock, Set<String> mayBeDeleted) {
        String file = lock.getFileName().toString();
        String name = file.substring(0, file.length() - LOCK.length());
        return new Workplace(
                target,
                lock,
                lock.resolveSibling(name),
                lock.resolveSibling(name + ".earlier"),
                lock.resolveSibling(name + ".old"),
                mayBeDeleted);
    }

    private static String stem(Path target) {
        return "." + target.getFileName() + MARK;
    }

    /**
     * Puts in order what killed runs have left beside a folder. What can't be, stays as it is: its name says that it is no
     * result.
     */
    static void putInOrder(Path target, Set<String> mayBeDeleted) {
        String stem = stem(target);
        DirectoryStream.Filter<Path> isLock = path -> {
            String name = path.getFileName().toString();
            return name.startsWith(stem) && name.substring(stem.length()).matches("[0-9]+\\" + LOCK);
        };
        try (DirectoryStream<Path> locks = Files.newDirectoryStream(target.getParent(), isLock)) {
            for (Path lock : locks) {
                of(target, lock, mayBeDeleted).clearIfLeft();
            }
        } catch (IOException | DirectoryIteratorException unreadable) {
            // Then nothing was ever made there, or the work itself will say what is wrong.
        }
    }

    private void clearIfLeft() {
        try (FileChannel channel = FileChannel.open(lock, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS);
                FileLock left = channel.tryLock()) {
            if (left != null) {
                clear();
            }
        } catch (IOException | OverlappingFileLockException atWork) {
            // Then somebody is at work there, or it is not ours.
        }
    }

    /**
     * Keeps others from putting this in order; to be closed when the work is over. A file system that knows no locks does
     * without: without a lock nobody else touches it either.
     */
    FileChannel lockUp() throws IOException {
        // Somebody who puts things in order may have found it unlocked just now.
        FileChannel channel = FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            channel.lock();
        } catch (IOException | OverlappingFileLockException noLocks) {
            Files.deleteIfExists(lock);
        }
        return channel;
    }

    /**
     * Leaves the target alone with its result: an earlier one that stands in no place gets its place back.
     *
     * @return whether nothing is left
     */
    boolean clear() {
        try {
            if (isThere(earlier)) {
                Files.move(earlier, isThere(target) ? old : target, StandardCopyOption.ATOMIC_MOVE);
            }
            deleteOld();
            deletePartial();
            if (isThere(partial)) {
                return false;
            }
            Files.deleteIfExists(lock);
            return true;
        } catch (IOException remains) {
            return false;
        }
    }

    private void deleteOld() throws IOException {
        for (String name : mayBeDeleted) {
            Path file = old.resolve(name);
            if (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
                Files.delete(file);
            }
        }
        // Only an empty folder can be deleted: what somebody else has put there meanwhile stays.
        old.toFile().delete();
    }

    private void deletePartial() throws IOException {
        if (isThere(partial)) {
            try (Stream<Path> below = Files.walk(partial)) {
                below.sorted(Comparator.reverseOrder())
                        .forEach(file -> file.toFile().delete());
            }
        }
    }

    private static boolean isThere(Path path) {
        return Files.exists(path, LinkOption.NOFOLLOW_LINKS);
    }
}
