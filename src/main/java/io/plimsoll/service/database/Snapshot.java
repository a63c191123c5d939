package io.plimsoll.service.database;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.Callable;
import javax.sql.DataSource;

/** Reads everything as it is at one moment, though others go on writing; nobody waits for it. */
@ApplicationScoped
public class Snapshot {

    private final DataSource database;

    Snapshot(DataSource database) {
        this.database = database;
    }

    /**
     * Reads in a transaction of its own.
     *
     * @param seconds after which the reading is given up
     */
    public <T> T read(int seconds, Callable<T> reading) {
        return QuarkusTransaction.requiringNew().timeout(seconds).call(() -> {
            try (Connection connection = database.getConnection()) {
                connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            } catch (SQLException failed) {
                throw new IllegalStateException("the database cannot be read", failed);
            }
            return reading.call();
        });
    }
}
