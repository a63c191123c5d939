package io.plimsoll.mysql;

import io.plimsoll.message.Message;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * The data of a server, and who may use it.
 *
 * @param path the folder that the server calls its data directory
 * @param logins the users that were made with it
 */
record Database(Path path, Logins logins) {

    private static final String NAME = "mysql";
    private static final String DATA = "data";
    private static final String PASSWORDS = "passwords.properties";

    private static final Duration LONGEST = Duration.ofMinutes(5);
    private static final Duration GRACE = Duration.ofSeconds(1);

    /** That in a data folder, which is made there if it is not yet. */
    static Database in(DataFolder folder, ServerFiles files) throws CannotStart, IOException, InterruptedException {
        Path home = folder.file(NAME);
        if (!Files.isDirectory(home)) {
            Path partial = folder.newPartial();
            make(folder, partial, files);
            Private.complete(partial, home);
        }
        return new Database(home.resolve(DATA), Logins.read(home.resolve(PASSWORDS)));
    }

    private static void make(DataFolder folder, Path home, ServerFiles files)
            throws CannotStart, IOException, InterruptedException {
        Logins logins = Logins.withRandomPasswords();
        logins.write(home.resolve(PASSWORDS));
        Path statements = home.resolve("users.sql");
        Private.write(statements, logins.statements());
        Path data = home.resolve(DATA);

        List<String> command = new ArrayList<>(ServerOptions.common(files, data));
        // What is made here counts only once it is whole and on the disk; until then it need not be safe.
        command.addAll(List.of(
                "--initialize-insecure",
                "--init-file=" + statements,
                "--innodb-flush-method=nosync",
                "--innodb-doublewrite=OFF",
                "--innodb-redo-log-capacity=8M"));
        ErrorLog log = ErrorLog.fromNowOn(folder.file(ServerOptions.LOG));
        try (GuardedProcess process = GuardedProcess.start(command, log.file(), GRACE)) {
            if (!process.endsWithin(LONGEST) || process.exitCode() != 0) {
                throw new CannotStart(Message.of("MYSQL_NOT_STARTED", "log", log.file(), "lines", log.lastLines()));
            }
        }
        Files.delete(statements);
    }
}
