package io.plimsoll.service.database;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plimsoll.mysql.TestDatabase;
import io.plimsoll.service.Browser;
import io.plimsoll.service.Fixtures;
import io.plimsoll.service.RealMysql;
import io.plimsoll.service.right.Role;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What was written into the journal stays as it was written, whoever asks the database for something else. */
@QuarkusTest
@QuarkusTestResource(RealMysql.class)
class AppendOnlyTest {

    /** What MySQL says to a user who lacks a right. */
    private static final List<Integer> DENIED = List.of(1142, 1044, 1227, 1370);

    @Inject
    Fixtures fixtures;

    @ConfigProperty(name = "quarkus.datasource.jdbc.url")
    String url;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE journal SET actor = 'x'",
                "DELETE FROM journal",
                "REPLACE INTO journal (number, at, actor, kind, subject, content) SELECT number, at, 'x', kind, subject,"
                        + " content FROM journal LIMIT 1",
                "TRUNCATE TABLE journal",
                "DROP TABLE journal",
                "ALTER TABLE journal DROP COLUMN actor",
                "RENAME TABLE journal TO other",
                "DROP TRIGGER journal_is_never_changed",
                "DELETE FROM grant_line",
                "UPDATE policy_table SET content = ''",
                "GRANT UPDATE ON journal TO plimsoll",
            })
    void theApplicationsDatabaseUserMayNot(String statement) throws SQLException {
        Browser.of(fixtures.person(Role.PLANNER));
        String before = fixtures.value("SELECT COUNT(*) FROM journal");
        SQLException denied = refused(
                TestDatabase.application().user(), TestDatabase.application().password(), statement);
        assertTrue(DENIED.contains(denied.getErrorCode()), denied.getErrorCode() + " " + denied.getMessage());
        assertEquals(before, fixtures.value("SELECT COUNT(*) FROM journal"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"UPDATE journal SET actor = 'x'", "DELETE FROM journal"})
    void evenTheOwnerOfTheTablesIsStoppedByTheSchema(String statement) throws SQLException {
        Browser.of(fixtures.person(Role.PLANNER));
        SQLException stopped =
                refused(TestDatabase.owner().user(), TestDatabase.owner().password(), statement);
        assertEquals("the journal is append only", stopped.getMessage());
    }

    @Test
    void everyTableThatIsOnlyAddedToIsThere() {
        for (String table : Rights.APPEND_ONLY) {
            assertEquals(
                    table,
                    fixtures.value(
                            "SELECT table_name FROM information_schema.tables"
                                    + " WHERE table_schema = DATABASE() AND table_name = ?",
                            table));
        }
    }

    private SQLException refused(String user, String password, String statement) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url, user, password);
                Statement sql = connection.createStatement()) {
            return assertThrows(SQLException.class, () -> sql.execute(statement));
        }
    }
}
