package io.plimsoll.mysql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.plimsoll.message.Catalogue;
import io.plimsoll.message.Language;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

/** Why a server cannot be started is said in one sentence. */
class CannotStartTest {

    private static final Catalogue EN = Catalogue.of(Language.EN, Map.of());

    @TempDir
    private Path temporary;

    @Test
    void theFolderIsAFile() throws Exception {
        Path file = Files.createFile(temporary.resolve("file"));
        refused(
                "The data folder " + file + " can't be used: " + file + " is no folder.",
                () -> EmbeddedMysql.start(file, Tuning.DURABLE));
    }

    @Test
    void theFolderMayNotBeWritten() {
        refused(
                "The data folder /proc/here can't be used: /proc/here may not be read or written by you.",
                () -> EmbeddedMysql.start(Path.of("/proc/here"), Tuning.DURABLE));
    }

    @Test
    void thePlatformHasNoServer() {
        refused(
                "This Plimsoll brings no database server for Mac OS X aarch64, only for Linux on x86-64. Configure the"
                        + " JDBC URL of a MySQL 8 server.",
                () -> ServerFiles.requireOneFor("Mac OS X", "aarch64"));
    }

    @Test
    void theDiskIsTooFull() throws Exception {
        try (DataFolder folder = DataFolder.take(temporary)) {
            CannotStart refused = assertThrows(CannotStart.class, () -> folder.requireFree(Long.MAX_VALUE));
            assertEquals("MYSQL_DISK_FULL", refused.reason().code());
            folder.requireFree(1);
        }
    }

    @Test
    void theDataAreOfANewerServer() throws Exception {
        Path home = DataFolders.withData(temporary).resolve("mysql");
        Files.writeString(home.resolve("version.txt"), "8.0.100\n");
        refused(
                "The data in " + home.toRealPath()
                        + " are those of MySQL 8.0.100, and this Plimsoll brings 8.0.31, which"
                        + " can't read them. Run the Plimsoll that has used them last, or a newer one.",
                () -> EmbeddedMysql.start(temporary, Tuning.FOR_TESTS));
        assertFalse(Files.exists(temporary.resolve("mysqld.log")), "nothing was tried");
    }

    @Test
    void theDataAreNotWhole() throws Exception {
        Path home = DataFolders.withData(temporary).resolve("mysql");
        Files.delete(home.resolve("passwords.properties"));
        Path missing = home.toRealPath().resolve("passwords.properties");
        refused(
                "The data folder " + temporary.toRealPath() + " can't be used: " + missing + " is missing.",
                () -> EmbeddedMysql.start(temporary, Tuning.FOR_TESTS));
    }

    @Test
    void theServerCannotBeRunHere() throws Exception {
        DataFolders.withProgram(temporary, "", false);
        CannotStart refused = start();
        assertEquals("MYSQL_CANNOT_RUN", refused.reason().code());
        String words = EN.say(refused.reason());
        assertEquals(2, words.lines().count(), words);
        assertEquals(true, words.contains("Permission denied"), words);
    }

    @Test
    void theServerSaysWhyItDoesNotStart() throws Exception {
        DataFolders.withProgram(temporary, "#!/bin/sh\necho 'the moon is wrong' >&2\nexit 1\n", true);
        Path log = temporary.toRealPath().resolve("mysqld.log");
        refused(
                "The database server doesn't start. The last that it says in " + log + ":\nthe moon is wrong",
                () -> EmbeddedMysql.start(temporary, Tuning.FOR_TESTS));
    }

    @Test
    void everyPortIsTaken() throws Exception {
        DataFolders.withProgram(temporary, "#!/bin/sh\necho '[MY-010262] Address already in use' >&2\nexit 1\n", true);
        CannotStart refused = start();
        assertEquals("MYSQL_NOT_STARTED", refused.reason().code());
        assertEquals(5, Files.readAllLines(temporary.resolve("mysqld.log")).size(), "attempts");
    }

    @Test
    void theFolderIsFreeAgainAfterwards() throws Exception {
        DataFolders.withProgram(temporary, "#!/bin/sh\nexit 1\n", true);
        start();
        DataFolder.take(temporary).close();
    }

    private CannotStart start() {
        return assertThrows(CannotStart.class, () -> EmbeddedMysql.start(temporary, Tuning.FOR_TESTS));
    }

    private static void refused(String sentence, Executable start) {
        assertEquals(sentence, EN.say(assertThrows(CannotStart.class, start).reason()));
    }
}
