package io.plimsoll.service.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/** Writes many rows by one statement, a few thousand at a time. */
public final class Batch implements AutoCloseable {

    private static final int ROWS_AT_ONCE = 5_000;

    private final PreparedStatement statement;
    private int waiting;

    /** Prepares the statement, an insert of one row. */
    public Batch(Connection connection, String sql) throws SQLException {
        statement = connection.prepareStatement(sql);
    }

    /** One row; its values stand in the order of the statement's question marks. */
    public void add(Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
        statement.addBatch();
        if (++waiting == ROWS_AT_ONCE) {
            send();
        }
    }

    private void send() throws SQLException {
        statement.executeBatch();
        waiting = 0;
    }

    /** Sends the rest; whoever fails before has nothing sent. */
    public void done() throws SQLException {
        if (waiting > 0) {
            send();
        }
    }

    @Override
    public void close() throws SQLException {
        statement.close();
    }
}
