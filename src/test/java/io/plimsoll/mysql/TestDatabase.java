package io.plimsoll.mysql;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;

/**
 * One running server for all tests of a JVM, over a folder below {@code target} that is kept for the next. It is started
 * when it is first asked for, and stops with the JVM.
 */
public final class TestDatabase {

    private static final Path FOLDER = Path.of("target/test-mysql");

    /** The server stands in the system's properties, because containers under test load this class again. */
    private static final String PREFIX = "plimsoll.test-mysql.";

    private final String name;

    private TestDatabase(String name) {
        this.name = name;
    }

    /**
     * An empty database; what was in it is gone.
     *
     * @param purpose becomes part of its name, so that tests which run at the same time keep apart; letters and digits
     */
    public static TestDatabase empty(String purpose) throws SQLException {
        startIfNotRunning();
        TestDatabase database = new TestDatabase(EmbeddedMysql.DATABASE + "_" + purpose);
        try (Connection connection = connect("", owner());
                Statement statement = connection.createStatement()) {
            statement.execute("DROP DATABASE IF EXISTS " + database.name);
            statement.execute("CREATE DATABASE " + database.name);
        }
        return database;
    }

    private static void startIfNotRunning() {
        Properties shared = System.getProperties();
        synchronized (shared) {
            if (shared.getProperty(PREFIX + "url") == null) {
                EmbeddedMysql server = start();
                publish("owner", server.owner());
                publish("application", server.application());
                System.setProperty(PREFIX + "url", server.jdbcUrl("DATABASE"));
            }
        }
    }

    private static EmbeddedMysql start() {
        try {
            try {
                return startOnce();
            } catch (CannotStart refused) {
                if (!refused.reason().code().equals("MYSQL_NOT_STARTED")) {
                    throw refused;
                }
                // These data promised nobody to survive everything.
                Private.delete(FOLDER.resolve("mysql"));
                return startOnce();
            }
        } catch (CannotStart | IOException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static EmbeddedMysql startOnce() throws CannotStart {
        try {
            return EmbeddedMysql.start(FOLDER, Tuning.FOR_TESTS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    private static void publish(String role, Login login) {
        System.setProperty(PREFIX + role + ".user", login.user());
        System.setProperty(PREFIX + role + ".password", login.password());
    }

    private static Login login(String role) {
        return new Login(System.getProperty(PREFIX + role + ".user"), System.getProperty(PREFIX + role + ".password"));
    }

    private static String jdbcUrl(String database) {
        return System.getProperty(PREFIX + "url").replace("DATABASE", database);
    }

    static Connection connect(String database, Login login) throws SQLException {
        return DriverManager.getConnection(jdbcUrl(database), login.user(), login.password());
    }

    /** See {@link EmbeddedMysql#owner}. */
    public static Login owner() {
        return login("owner");
    }

    /** See {@link EmbeddedMysql#application}. */
    public static Login application() {
        return login("application");
    }

    /** For {@code GRANT ... ON name.table}. */
    public String name() {
        return name;
    }

    /** Where it is, for connector-j. */
    public String jdbcUrl() {
        return jdbcUrl(name);
    }

    /** A connection of the owner's. */
    public Connection connectAsOwner() throws SQLException {
        return connect(name, owner());
    }

    /** A connection of the application's; needs a right that the owner has granted. */
    public Connection connectAsApplication() throws SQLException {
        return connect(name, application());
    }
}
