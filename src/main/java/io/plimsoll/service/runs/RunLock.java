package io.plimsoll.service.runs;

import io.plimsoll.service.database.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * Keeps processes on one database from doing the same run twice: a lock of the database server, held by a connection of its
 * own, and so gone with whoever held it. It saves work only; that a run is written once is seen to by its request's row.
 */
@ApplicationScoped
class RunLock {

    /** Such locks are the whole server's, and their names are of 64 characters at most. */
    private static final String NAME = "SHA2(CONCAT('plimsoll.run ', DATABASE(), ' ', ?), 256)";

    private final DataSource database;
    private final Sql sql;

    RunLock(DataSource database, Sql sql) {
        this.database = database;
        this.sql = sql;
    }

    /** Held until it is closed. */
    interface Held {
        void close();
    }

    /** Takes the lock of a cycle; nothing where another holds it. To be called outside of transactions. */
    Optional<Held> take(String cycle) {
        Connection connection = null;
        try {
            connection = database.getConnection();
            if (answer(connection, "SELECT GET_LOCK(" + NAME + ", 0)", cycle)) {
                Connection holding = connection;
                return Optional.of(() -> release(holding, cycle));
            }
            connection.close();
            return Optional.empty();
        } catch (SQLException failed) {
            close(connection);
            throw new IllegalStateException("the database cannot be asked for a lock", failed);
        }
    }

    /** Whether anybody holds it. */
    boolean isHeld(String cycle) {
        return sql.count("SELECT IS_USED_LOCK(" + NAME + ") IS NOT NULL", cycle) > 0;
    }

    private static void release(Connection connection, String cycle) {
        try {
            answer(connection, "SELECT RELEASE_LOCK(" + NAME + ")", cycle);
        } catch (SQLException goneWithTheConnection) {
            // Then it holds nothing any more.
        } finally {
            close(connection);
        }
    }

    private static boolean answer(Connection connection, String select, String cycle) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(select)) {
            statement.setString(1, cycle);
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
