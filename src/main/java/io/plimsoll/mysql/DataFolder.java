package io.plimsoll.mysql;

import io.plimsoll.message.Message;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** A data folder that this process has to itself until it closes it. */
final class DataFolder implements AutoCloseable {

    private static final String LOCK = "lock";
    private static final String PARTIAL = "mysql.partial-";
    private static final int LONGEST_PROCESS_ID = 20;

    private final Path path;
    private final FileChannel lock;

    private DataFolder(Path path, FileChannel lock) {
        this.path = path;
        this.lock = lock;
    }

    /** Takes a folder, which is made if it is not there, and clears away what killed processes have left half done. */
    static DataFolder take(Path folder) throws CannotStart {
        Path path = folder.toAbsolutePath().normalize();
        try {
            if (Files.exists(path) && !Files.isDirectory(path)) {
                throw new NotDirectoryException(path.toString());
            }
            Files.createDirectories(path);
            DataFolder taken = new DataFolder(path, lock(path));
            try {
                taken.deletePartials();
            } catch (IOException failed) {
                taken.close();
                throw failed;
            }
            return taken;
        } catch (IOException failed) {
            throw CannotStart.unusable(path, failed);
        }
    }

    private static FileChannel lock(Path path) throws CannotStart, IOException {
        FileChannel channel = FileChannel.open(
                path.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        try {
            if (isLocked(channel)) {
                byte[] ours = Long.toString(ProcessHandle.current().pid()).getBytes(StandardCharsets.US_ASCII);
                channel.truncate(0).write(ByteBuffer.wrap(ours), 0);
                return channel;
            }
            throw new CannotStart(Message.of("MYSQL_FOLDER_IN_USE", "folder", path, "process", firstWord(channel)));
        } catch (CannotStart | IOException failed) {
            channel.close();
            throw failed;
        }
    }

    private static boolean isLocked(FileChannel channel) throws IOException {
        try {
            FileLock lock = channel.tryLock();
            return lock != null;
        } catch (OverlappingFileLockException byThisProcess) {
            return false;
        }
    }

    private static String firstWord(FileChannel channel) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(LONGEST_PROCESS_ID);
        channel.read(bytes, 0);
        return new String(bytes.array(), 0, bytes.position(), StandardCharsets.US_ASCII);
    }

    private void deletePartials() throws IOException {
        try (DirectoryStream<Path> partials = Files.newDirectoryStream(path, PARTIAL + "*")) {
            for (Path partial : partials) {
                Private.delete(partial);
            }
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

    @Override
    public void close() {
        try {
            lock.close();
        } catch (IOException closedAnyway) {
            // It goes with the process at the latest.
        }
    }
}
