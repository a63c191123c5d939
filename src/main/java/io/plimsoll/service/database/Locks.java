package io.plimsoll.service.database;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * Locks of the database server by name, which keep several processes on one database from the same work. Each is held by a
 * connection of its own, and so gone with whoever held it.
 */
@ApplicationScoped
public class Locks {

    /** Such locks are the whole server's, and their names are of 64 characters at most. */
    private static final String NAME = "SHA2(CONCAT('plimsoll.', DATABASE(), ' ', ?), 256)";

    private final DataSource database;
    private final Sql sql;

    Locks(DataSource database, Sql sql) {
        this.database = database;
        this.sql = sql;
    }

    /** Held until it is closed. */
    public interface Held {
        void close();
    }

    /** Takes a lock; nothing where another holds it. To be called outside of transactions. */
    public Optional<Held> take(String lock) {
        Connection connection = null;
        try {
            connection = database.getConnection();
            if (answer(connection, "SELECT GET_LOCK(" + NAME + ", 0)", lock)) {
                Connection holding = connection;
                return Optional.of(() -> release(holding, lock));
            }
            connection.close();
            return Optional.empty();
        } catch (SQLException failed) {
            close(connection);
            throw new IllegalStateException("the database cannot be asked for a lock", failed);
        }
    }

    /** Whether anybody holds it. */
    public boolean isHeld(String lock) {
        return sql.count("SELECT IS_USED_LOCK(" + NAME + ") IS NOT NULL", lock) > 0;
    }

    private static void release(Connection connection, String lock) {
        try {
            answer(connection, "SELECT RELEASE_LOCK(" + NAME + ")", lock);
        } catch (SQLException goneWithTheConnection) {
            // Then it holds nothing any more.
        } finally {
            close(connection);
        }
    }

    private static boolean answer(Connection connection, String select, String lock) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(select)) {
            statement.setString(1, lock);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getInt(1) == 1;
            }
        }
    }

    private static void close(Connection connection) {
        try {
            if (connection != null) {
                connection.close();
            }
        } catch (SQLException broken) {
            // It is of no use any more.
        }
    }
}
