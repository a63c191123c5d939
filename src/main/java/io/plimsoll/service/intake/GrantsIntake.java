package io.plimsoll.service.intake;

import io.plimsoll.cycle.Cycle;
import io.plimsoll.order.Orders;
import io.plimsoll.run.Binding;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.time.Instant;

/** The grants of a run. */
final class GrantsIntake {

    private final Connection connection;
    private final Cycle cycle;
    private final int[] granted;
    private final Binding[] bindings;

    GrantsIntake(Connection connection, Cycle cycle, int[] granted, Binding[] bindings) {
        this.connection = connection;
        this.cycle = cycle;
        this.granted = granted;
        this.bindings = bindings;
    }

    void store(byte[] record, Instant madeAt) throws SQLException {
        long run = storeRun(record, madeAt);
        storeLines(run);
        storeTotals(run);
    }

    private long storeRun(byte[] record, Instant madeAt) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "INSERT INTO allocation_run (cycle, made_at, record) VALUES (?, ?, ?)",
                Statement.RETURN_GENERATED_KEYS)) {
            insert.setString(1, cycle.head().cycle());
            insert.setTimestamp(2, Timestamp.from(madeAt));
            insert.setBytes(3, record);
            insert.executeUpdate();
            try (ResultSet keys = insert.getGeneratedKeys()) {
                keys.next();
                return keys.getLong(1);
            }
        }
    }

    private void storeLines(long run) throws SQLException {
        Orders orders = cycle.orders();
        try (Batch rows = new Batch(
                connection,
                "INSERT INTO grant_line (run, licence, line_rank, sku, demand, granted, binding)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?)")) {
            for (int i = 0; i < orders.retailers(); i++) {
                String key = cycle.retailers().get(i).key();
                for (int line = orders.firstLine()[i]; line < orders.firstLine()[i + 1]; line++) {
                    rows.add(
                            run,
                            key,
                            orders.rank()[line],
                            cycle.skus().get(orders.sku()[line]).key(),
                            orders.demand()[line],
                            granted[line],
                            bindings[line].name());
                }
            }
            rows.done();
        }
    }

    private void storeTotals(long run) throws SQLException {
        Orders orders = cycle.orders();
        try (Batch rows =
                new Batch(connection, "INSERT INTO grant_total (run, licence, cycle, granted) VALUES (?, ?, ?, ?)")) {
            for (int i = 0; i < orders.retailers(); i++) {
                if (orders.ordered(i)) {
                    int sum = 0;
                    for (int line = orders.firstLine()[i]; line < orders.firstLine()[i + 1]; line++) {
                        sum += granted[line];
                    }
                    rows.add(run, cycle.retailers().get(i).key(), cycle.head().cycle(), sum);
                }
            }
            rows.done();
        }
    }
}
