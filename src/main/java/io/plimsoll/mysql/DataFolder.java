package io.plimsoll.mysql;

import io.plimsoll.message.Message;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** A data folder that this process has to itself until it closes it. */
final class DataFolder implements AutoCloseable {

    private static final String LOCK = "lock";
    private static final String PARTIAL = "mysql.partial-";
    private static final int LONGEST_PROCESS_ID = 20;
    private static final long MEGABYTE = 1 << 20;

    /**
     * Names, among the system's properties, the folders that this process has taken, whatever class loaders are about.
     * It must not even try to lock one again: closing the second channel would open the lock of the first.
     */
    private static final String TAKEN = "io.plimsoll.mysql.taken:";

    private final Path path;
    private final FileChannel lock;

    private DataFolder(Path path, FileChannel lock) {
        this.path = path;
        this.lock = lock;
    }

    /** Takes a folder, which is made if it is not there, and clears away what killed processes have left half done. */
    static DataFolder take(Path folder) throws CannotStart {
        try {
            DataFolder taken = lock(make(folder));
            taken.deletePartials();
            return taken;
        } catch (IOException failed) {
            throw CannotStart.unusable(folder, failed);
        }
    }

    private static Path make(Path folder) throws IOException {
        if (Files.exists(folder) && !Files.isDirectory(folder)) {
            throw new NotDirectoryException(folder.toString());
        }
        try {
            return Files.createDirectories(folder).toRealPath();
        } catch (NoSuchFileException notInThere) {
            // Of a place like /proc, which is there and takes nothing.
            throw new AccessDeniedException(folder.toString());
        }
    }

    private static DataFolder lock(Path path) throws CannotStart, IOException {
        String process = Long.toString(ProcessHandle.current().pid());
        if (System.getProperties().putIfAbsent(TAKEN + path, process) != null) {
            throw inUse(path, process);
        }
        FileChannel channel = null;
        boolean isOurs = false;
        try {
            channel = FileChannel.open(
                    path.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
            if (channel.tryLock() == null) {
                throw inUse(path, firstWord(channel));
            }
            channel.truncate(0).write(ByteBuffer.wrap(process.getBytes(StandardCharsets.US_ASCII)), 0);
            isOurs = true;
            return new DataFolder(path, channel);
        } finally {
            if (!isOurs) {
                release(path, channel);
            }
        }
    }

    private static CannotStart inUse(Path path, String process) {
        return new CannotStart(Message.of("MYSQL_FOLDER_IN_USE", "folder", path, "process", process));
    }

    private static String firstWord(FileChannel channel) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(LONGEST_PROCESS_ID);
        channel.read(bytes, 0);
        return new String(bytes.array(), 0, bytes.position(), StandardCharsets.US_ASCII);
    }

    /** What can't be deleted, because a killed process' server is still at it, is left to the next start. */
    private void deletePartials() {
        try (DirectoryStream<Path> partials = Files.newDirectoryStream(path, PARTIAL + "*")) {
            for (Path partial : partials) {
                Private.delete(partial);
            }
        } catch (IOException | DirectoryIteratorException remains) {
            // Its name says that it is not whole.
        }
    }

    Path path() {
        return path;
    }

    Path file(String name) {
        return path.resolve(name);
    }

    /** Makes a folder whose name says that what is in it is not whole. */
    Path newPartial() throws IOException {
        return Files.createTempDirectory(path, PARTIAL);
    }

    /** Refuses to begin what the disk has no room for. */
    void requireFree(long megabytes) throws CannotStart {
        long free = path.toFile().getUsableSpace() / MEGABYTE;
        if (free < megabytes) {
            throw new CannotStart(Message.of("MYSQL_DISK_FULL", "folder", path, "free", free, "needed", megabytes));
        }
    }

    @Override
    public void close() {
        release(path, lock);
    }

    private static void release(Path path, FileChannel lock) {
        try {
            if (lock != null) {
                lock.close();
            }
        } catch (IOException closedAnyway) {
            // It goes with the process at the latest.
        }
        System.getProperties().remove(TAKEN + path);
    }
}
