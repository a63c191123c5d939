package io.plimsoll.mysql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plimsoll.message.Message;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The life of a server: what survives whose death, and who outlives whom. */
class EmbeddedMysqlTest {

    /** Well beyond what any of it takes, and well within what a server is given for stopping. */
    private static final Duration SOON = Duration.ofSeconds(10);

    private static final Path FIRST_HOME = DataFolders.FIRST.resolve("mysql-server-" + ServerFiles.VERSION);

    @TempDir
    private Path temporary;

    @Test
    void whatWasWrittenIsThereAfterTheNextStart() throws Exception {
        Path folder = DataFolders.withData(temporary);
        Login owner;
        try (EmbeddedMysql server = EmbeddedMysql.start(folder, Tuning.DURABLE)) {
            owner = server.owner();
            run(server, "CREATE TABLE kept (id INT PRIMARY KEY)", "INSERT INTO kept VALUES (1)");
            assertTimeout(SOON, server::close);
            assertFalse(isAlive(server.pid()));
        }
        try (EmbeddedMysql server = EmbeddedMysql.start(folder, Tuning.DURABLE)) {
            assertEquals(1, number(server, "SELECT COUNT(*) FROM kept"));
            assertEquals(owner, server.owner());
        }
        assertFalse(Files.readString(folder.resolve("mysqld.log")).contains(owner.password()));
    }

    @Test
    void passwordsAreForTheEyesOfTheFoldersOwner() throws Exception {
        Path home = DataFolders.withData(temporary).resolve("mysql");
        assertEquals("rw-------", permissions(home.resolve("passwords.properties")));
        assertFalse(Files.exists(home.resolve("users.sql")));
        try (DataFolder first = DataFolder.take(DataFolders.FIRST)) {
            assertEquals("rwx------", permissions(first.file("mysql")));
        }
    }

    @Test
    void noAcknowledgedInsertIsLostWhenTheServerIsKilled() throws Exception {
        Path folder = DataFolders.withData(temporary);
        AtomicInteger acknowledged = new AtomicInteger();
        try (EmbeddedMysql server = EmbeddedMysql.start(folder, Tuning.DURABLE)) {
            run(server, "CREATE TABLE sent (id INT PRIMARY KEY)");
            CompletableFuture<Void> sending = CompletableFuture.runAsync(() -> insertUntilCutOff(server, acknowledged));
            while (acknowledged.get() < 500) {
                Thread.sleep(5);
            }
            ProcessHandle.of(server.pid()).orElseThrow().destroyForcibly();
            sending.join();
        }
        try (EmbeddedMysql server = EmbeddedMysql.start(folder, Tuning.DURABLE)) {
            int last = acknowledged.get();
            assertEquals(last, number(server, "SELECT COUNT(*) FROM sent WHERE id BETWEEN 1 AND " + last));
            assertTrue(number(server, "SELECT COUNT(*) FROM sent") <= last + 1, "more than was ever sent");
        }
    }

    private static void insertUntilCutOff(EmbeddedMysql server, AtomicInteger acknowledged) {
        try (Connection connection = connect(server);
                Statement statement = connection.createStatement()) {
            while (true) {
                statement.execute("INSERT INTO sent VALUES (" + (acknowledged.get() + 1) + ")");
                acknowledged.incrementAndGet();
            }
        } catch (SQLException cutOff) {
            // As it was meant to be.
        }
    }

    @Test
    void aServerThatIsToBeKeptIsThereAgainOnItsPortHoweverOftenItIsKilled() throws Exception {
        BlockingQueue<Message> told = new LinkedBlockingQueue<>();
        Path folder = DataFolders.withData(temporary);
        long last;
        try (EmbeddedMysql server = EmbeddedMysql.start(folder, Tuning.DURABLE)) {
            server.keepRunning(told::add);
            run(server, "CREATE TABLE sent (id INT PRIMARY KEY)");
            for (int i = 1; i <= 2; i++) {
                run(server, "INSERT INTO sent VALUES (" + i + ")");
                long killed = server.pid();
                ProcessHandle.of(killed).orElseThrow().destroyForcibly();
                Message said = told.poll(1, TimeUnit.MINUTES);
                assertEquals("MYSQL_STARTED_AGAIN", said.code());
                assertEquals(server.port(), said.arguments().get("port"));
                assertEquals(i, number(server, "SELECT COUNT(*) FROM sent"));
                assertNotEquals(killed, server.pid());
            }
            last = server.pid();
        }
        assertFalse(isAlive(last));
        assertTrue(told.isEmpty(), told.toString());
    }

    @Test
    void aServerThatIsKilledAndClosedAtOnceIsNotStartedAgain() throws Exception {
        BlockingQueue<Message> told = new LinkedBlockingQueue<>();
        Path folder = DataFolders.withData(temporary);
        EmbeddedMysql server = EmbeddedMysql.start(folder, Tuning.DURABLE);
        server.keepRunning(told::add);
        ProcessHandle.of(server.pid()).orElseThrow().destroyForcibly();
        assertTimeout(SOON, server::close);
        assertFalse(isAlive(server.pid()));
        DataFolder.take(folder).close();
    }

    @Test
    void aSecondProcessIsRefusedAndAKilledOneLeavesNoServer() throws Exception {
        Path folder = DataFolders.withData(temporary);
        Process holder = HoldsServer.over(folder);
        try {
            long left = HoldsServer.serverOf(holder);
            CannotStart refused = assertTimeout(
                    Duration.ofSeconds(2),
                    () -> assertThrows(CannotStart.class, () -> EmbeddedMysql.start(folder, Tuning.FOR_TESTS)));
            assertEquals("MYSQL_FOLDER_IN_USE", refused.reason().code());
            assertEquals(folder.toRealPath(), refused.reason().arguments().get("folder"));
            assertEquals(
                    Long.toString(holder.pid()), refused.reason().arguments().get("process"));
            assertTrue(isAlive(left), "the other's server has lost nothing by it");

            holder.destroyForcibly().waitFor();
            // At once: the server that is left is still stopping.
            try (EmbeddedMysql next = EmbeddedMysql.start(folder, Tuning.FOR_TESTS)) {
                assertFalse(isAlive(left));
                assertEquals(1, number(next, "SELECT 1"));
            }
        } finally {
            holder.destroyForcibly();
        }
    }

    @Test
    void theSameProcessIsRefusedTooAndKeepsWhatItHas() throws Exception {
        Path folder = DataFolders.withData(temporary);
        try (DataFolder taken = DataFolder.take(folder)) {
            for (int attempt = 0; attempt < 2; attempt++) {
                CannotStart refused =
                        assertThrows(CannotStart.class, () -> EmbeddedMysql.start(folder, Tuning.FOR_TESTS));
                assertEquals("MYSQL_FOLDER_IN_USE", refused.reason().code());
            }
            assertEquals("MYSQL_FOLDER_IN_USE", HoldsServer.wordOf(HoldsServer.over(taken.path())));
        }
    }

    @Test
    void serverFilesWhoseUnpackingWasKilledAreNotTakenForWhole() throws Exception {
        killHalfWay(temporary, "share");
        try (DataFolder folder = DataFolder.take(temporary)) {
            Path home = ServerFiles.in(folder).home();
            assertEquals(sizes(FIRST_HOME), sizes(home));
        }
    }

    @Test
    void dataWhoseMakingWasKilledAreMadeAnew() throws Exception {
        Path folder = DataFolders.withServerFiles(temporary);
        killHalfWay(folder, "data/ibdata1");
        assertFalse(Files.exists(folder.resolve("mysql")));
        try (EmbeddedMysql server = EmbeddedMysql.start(folder, Tuning.FOR_TESTS)) {
            run(server, "CREATE TABLE works (id INT PRIMARY KEY)");
        }
    }

    /** Kills a first start as soon as there is a certain file in what is not whole yet. */
    private static void killHalfWay(Path folder, String sign) throws Exception {
        Process holder = HoldsServer.over(folder);
        try {
            while (!isHalfWay(folder, sign)) {
                assertTrue(holder.isAlive());
                Thread.sleep(2);
            }
        } finally {
            holder.destroyForcibly().waitFor();
        }
    }

    private static Map<Path, Long> sizes(Path folder) throws Exception {
        Map<Path, Long> sizes = new TreeMap<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                sizes.put(folder.relativize(file), Files.size(file));
            }
        }
        return sizes;
    }

    private static boolean isHalfWay(Path folder, String sign) throws Exception {
        try (Stream<Path> files = Files.list(folder)) {
            return files.anyMatch(file ->
                    file.getFileName().toString().startsWith("mysql.partial-") && Files.exists(file.resolve(sign)));
        }
    }

    @Test
    void whatKilledProcessesLeftHalfDoneIsClearedAway() throws Exception {
        Path left =
                Files.createDirectories(DataFolders.withServerFiles(temporary).resolve("mysql.partial-1/data"));
        Files.writeString(left.resolve("ibdata1"), "half");
        DataFolder.take(temporary).close();
        assertFalse(Files.exists(left.getParent()));
    }

    @Test
    void aPortThatAnotherProgramHasTakenMeanwhileIsPassedOver() throws Exception {
        Path folder = DataFolders.withData(temporary);
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            AtomicInteger asked = new AtomicInteger();
            Server.Ports ports = () -> asked.getAndIncrement() == 0 ? other.getLocalPort() : Server.anyFree();
            try (EmbeddedMysql server = EmbeddedMysql.start(folder, Tuning.FOR_TESTS, ports)) {
                assertEquals(2, asked.get());
                assertEquals(server.port(), number(server, "SELECT @@port"));
            }
        }
    }

    private static boolean isAlive(long pid) {
        return ProcessHandle.of(pid).isPresent();
    }

    private static String permissions(Path path) throws Exception {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }

    private static Connection connect(EmbeddedMysql server) throws SQLException {
        Login owner = server.owner();
        return DriverManager.getConnection(server.jdbcUrl(EmbeddedMysql.DATABASE), owner.user(), owner.password());
    }

    private static void run(EmbeddedMysql server, String... statements) throws SQLException {
        try (Connection connection = connect(server);
                Statement statement = connection.createStatement()) {
            for (String each : statements) {
                statement.execute(each);
            }
        }
    }

    private static int number(EmbeddedMysql server, String query) throws SQLException {
        try (Connection connection = connect(server);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getInt(1);
        }
    }
}
