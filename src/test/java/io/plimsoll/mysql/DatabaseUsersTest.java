package io.plimsoll.mysql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLSyntaxErrorException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What the users of a new database may do, and how it treats text and time. */
class DatabaseUsersTest {

    private static TestDatabase database;

    @BeforeAll
    static void makeTables() throws SQLException {
        database = TestDatabase.empty("users");
        try (Connection connection = database.connectAsOwner();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE shop (name VARCHAR(40) PRIMARY KEY, opened DATETIME DEFAULT NOW())");
            statement.execute("CREATE TABLE secret (name VARCHAR(40))");
            statement.execute("CREATE TRIGGER never BEFORE DELETE ON shop FOR EACH ROW"
                    + " SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'shops stay'");
            statement.execute("GRANT SELECT, INSERT, DELETE ON " + database.name() + ".shop TO "
                    + TestDatabase.application().user());
        }
    }

    @Test
    void theApplicationDoesWhatTheOwnerLetsItAndNothingElse() throws SQLException {
        try (Connection connection = database.connectAsApplication();
                Statement statement = connection.createStatement()) {
            assertEquals(1, statement.executeUpdate("INSERT INTO shop (name) VALUES ('here')"));
            refused(statement, "UPDATE shop SET name = 'there'");
            refused(statement, "SELECT * FROM secret");
            refused(statement, "CREATE TABLE mine (id INT)");
            refused(statement, "DROP TRIGGER never");
            refused(statement, "SELECT * FROM mysql.user");
        }
    }

    @Test
    void theOwnerIsOwnerOfPlimsollAlone() throws SQLException {
        try (Connection connection = database.connectAsOwner();
                Statement statement = connection.createStatement()) {
            refused(statement, "CREATE DATABASE other");
            refused(statement, "SELECT * FROM mysql.user");
            refused(statement, "CREATE USER somebody");
        }
    }

    @Test
    void triggersOfTheOwnerBindTheApplication() throws SQLException {
        try (Connection connection = database.connectAsApplication();
                Statement statement = connection.createStatement()) {
            statement.execute("INSERT INTO shop (name) VALUES ('to stay')");
            SQLException refused = assertThrows(
                    SQLException.class, () -> statement.execute("DELETE FROM shop WHERE name = 'to stay'"));
            assertEquals("shops stay", refused.getMessage());
        }
    }

    @Test
    void namesSortByCodePointsAndBlanksCount() throws SQLException {
        List<String> sorted = List.of("A", "Z", "a", "a ", "é", "烟", "\uFF21", "\uD83D\uDE00");
        try (Connection connection = database.connectAsOwner();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE name (it VARCHAR(40) PRIMARY KEY)");
            for (String name : sorted) {
                statement.execute("INSERT INTO name VALUES ('" + name + "')");
            }
            List<String> found = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery("SELECT it FROM name ORDER BY it")) {
                while (rows.next()) {
                    found.add(rows.getString(1));
                }
            }
            assertEquals(sorted, found);
            assertEquals("0", only(statement, "SELECT 'a' = 'A' OR 'a' = 'a '"));
        }
    }

    @Test
    void theServerIsStrictAndItsClockIsUtc() throws SQLException {
        try (Connection connection = database.connectAsOwner();
                Statement statement = connection.createStatement()) {
            assertThrows(
                    SQLException.class,
                    () -> statement.execute("INSERT INTO secret VALUES ('" + "long".repeat(11) + "')"));
            assertEquals("00:00:00", only(statement, "SELECT TIMEDIFF(NOW(), UTC_TIMESTAMP())"));
            assertEquals("67108864", only(statement, "SELECT @@max_allowed_packet"));
        }
    }

    @Test
    void nobodySignsInAsRoot() {
        assertThrows(SQLException.class, () -> TestDatabase.connect("", new Login("root", "")));
    }

    private static void refused(Statement statement, String sql) {
        assertThrows(SQLSyntaxErrorException.class, () -> statement.execute(sql), sql);
    }

    private static String only(Statement statement, String sql) throws SQLException {
        try (ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
