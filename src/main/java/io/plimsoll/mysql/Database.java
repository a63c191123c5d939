package io.plimsoll.mysql;

import io.plimsoll.message.Message;
import java.io.IOException;
import java.lang.module.ModuleDescriptor.Version;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * The data of a server, and who may use it.
 *
 * @param folder holds it
 * @param path the folder that the server calls its data directory
 * @param logins the users that were made with it
 */
record Database(DataFolder folder, Path path, Logins logins) {

    private static final String NAME = "mysql";
    private static final String DATA = "data";
    private static final String PASSWORDS = "passwords.properties";
    private static final String VERSION = "version.txt";

    /** Locked by every server for as long as it may write. */
    private static final String FIRST_TABLESPACE = "ibdata1";

    /** What new data take, once the server runs. */
    private static final long MEGABYTES = 200;

    private static final Duration LONGEST_MAKING = Duration.ofMinutes(5);
    private static final Duration GRACE_IN_MAKING = Duration.ofSeconds(1);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(20);

    /** That in a data folder, which is made there if it is not yet. */
    static Database in(DataFolder folder, ServerFiles files) throws CannotStart, IOException, InterruptedException {
        Path home = folder.file(NAME);
        if (!Files.isDirectory(home)) {
            folder.requireFree(MEGABYTES);
            Path partial = folder.newPartial();
            make(folder, partial, files);
            Private.complete(partial, home);
        }
        requireNotNewer(home);
        return new Database(folder, home.resolve(DATA), Logins.read(home.resolve(PASSWORDS)));
    }

    private static void make(DataFolder folder, Path home, ServerFiles files)
            throws CannotStart, IOException, InterruptedException {
        Logins logins = Logins.withRandomPasswords();
        logins.write(home.resolve(PASSWORDS));
        Private.write(home.resolve(VERSION), List.of(ServerFiles.VERSION));
        Path statements = home.resolve("users.sql");
        Private.write(statements, logins.statements());

        List<String> command = new ArrayList<>(ServerOptions.common(files, home.resolve(DATA)));
        // What is made here counts only once it is whole and on the disk; until then it need not be safe.
        command.addAll(List.of(
                "--initialize-insecure",
                "--init-file=" + statements,
                "--innodb-flush-method=nosync",
                "--innodb-doublewrite=OFF",
                "--innodb-redo-log-capacity=8M"));
        ErrorLog log = ErrorLog.fromNowOn(folder.file(ServerOptions.LOG));
        try (GuardedProcess process = GuardedProcess.start(command, log.file(), GRACE_IN_MAKING)) {
            if (!process.endsWithin(LONGEST_MAKING) || process.exitCode() != 0) {
                throw CannotStart.because(process, log);
            }
        }
        Files.delete(statements);
    }

    /** Refuses data that a newer server has had: ours would not understand them, or worse, think that it does. */
    private static void requireNotNewer(Path home) throws CannotStart, IOException {
        Path file = home.resolve(VERSION);
        String found = Files.readString(file).strip();
        int difference;
        try {
            difference = Version.parse(found).compareTo(Version.parse(ServerFiles.VERSION));
        } catch (IllegalArgumentException noVersion) {
            throw new IOException(file + ": " + found, noVersion);
        }
        if (difference > 0) {
            throw new CannotStart(
                    Message.of("MYSQL_DATA_NEWER", "folder", home, "found", found, "version", ServerFiles.VERSION));
        }
        if (difference < 0) {
            Private.replace(file, List.of(ServerFiles.VERSION));
        }
    }

    /** Waits until the server of a killed process, which is told to stop, is off the data. */
    void awaitUnused(Duration longest) throws CannotStart, IOException, InterruptedException {
        long deadline = System.nanoTime() + longest.toNanos();
        while (isUsed()) {
            if (System.nanoTime() > deadline) {
                throw new CannotStart(
                        Message.of("MYSQL_STILL_STOPPING", "folder", folder.path(), "seconds", longest.toSeconds()));
            }
            Thread.sleep(BETWEEN_LOOKS.toMillis());
        }
    }

    private boolean isUsed() throws IOException {
        try (FileChannel channel = FileChannel.open(path.resolve(FIRST_TABLESPACE), StandardOpenOption.WRITE);
                FileLock lock = channel.tryLock()) {
            return lock == null;
        }
    }
}
