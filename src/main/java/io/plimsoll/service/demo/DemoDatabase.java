package io.plimsoll.service.demo;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** Tells an empty database from one that somebody works with: a demo must never mix with real data. */
@ApplicationScoped
class DemoDatabase {

    private static final List<String> FILLED_BY_MIGRATIONS = List.of("flyway_schema_history", "ledger", "prohibition");

    private final DataSource database;

    DemoDatabase(DataSource database) {
        this.database = database;
    }

    /** What a database holds. */
    enum Content {
        NOTHING,
        THIS_DEMO,
        SOMETHING_ELSE
    }

    Content holds() {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            if (isThere(
                    statement,
                    "SELECT 1 FROM journal WHERE number = (SELECT MIN(number) FROM journal)"
                            + " AND kind = 'DEMO_SEEDED'")) {
                return Content.THIS_DEMO;
            }
            for (String table : tables(statement)) {
                if (isThere(statement, "SELECT 1 FROM `" + table + "` LIMIT 1")) {
                    return Content.SOMETHING_ELSE;
                }
            }
            return Content.NOTHING;
        } catch (SQLException failed) {
            throw new IllegalStateException("it cannot be seen whether the database is empty", failed);
        }
    }

    private static boolean isThere(Statement statement, String sql) throws SQLException {
        try (ResultSet rows = statement.executeQuery(sql)) {
            return rows.next();
        }
    }

    private static List<String> tables(Statement statement) throws SQLException {
        List<String> tables = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery("SHOW FULL TABLES WHERE Table_type = 'BASE TABLE'")) {
            while (rows.next()) {
                tables.add(rows.getString(1));
            }
        }
        tables.removeAll(FILLED_BY_MIGRATIONS);
        return tables;
    }
}
