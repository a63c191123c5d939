package io.plimsoll.service.intake;

import io.plimsoll.allocation.Level;
import io.plimsoll.ceiling.Ceiling;
import io.plimsoll.ceiling.Ceilings;
import io.plimsoll.cycle.Cycle;
import io.plimsoll.finding.Finding;
import io.plimsoll.order.Orders;
import io.plimsoll.run.CycleResult;
import io.plimsoll.run.Summary;
import io.plimsoll.service.database.Batch;
import io.plimsoll.sku.Sku;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.util.List;
import java.util.function.IntConsumer;

/** The result of a run: its head, and then everything it came to, row by row. */
final class ResultIntake {

    private static final int LINES_BETWEEN_WORDS = 5_000;

    private final Connection connection;
    private final CycleResult result;
    private final Cycle cycle;
    private final IntConsumer linesWritten;

    /**
     * Prepares it.
     *
     * @param linesWritten is told now and then how many lines of orders are written
     */
    ResultIntake(Connection connection, CycleResult result, IntConsumer linesWritten) {
        this.connection = connection;
        this.result = result;
        this.cycle = result.cycle();
        this.linesWritten = linesWritten;
    }

    /** Writes all of it, and gives the key of the run. */
    long store(CycleIntake.RunHead head) throws SQLException {
        long run = storeHead(head);
        storeSkus(run);
        storeCeilings(run);
        storeFindings(run);
        storeTotals(run);
        storeLines(run);
        return run;
    }

    private long storeHead(CycleIntake.RunHead head) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "INSERT INTO allocation_run (cycle, policy, policy_name, made_at, made_by, supersedes, reason, record,"
                        + " orders, order_lines, demand, granted, findings) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                Statement.RETURN_GENERATED_KEYS)) {
            insert.setString(1, cycle.head().cycle());
            insert.setString(2, head.policy().digest());
            insert.setString(3, head.policy().name());
            insert.setTimestamp(4, Timestamp.from(head.madeAt()));
            insert.setObject(5, head.madeBy());
            insert.setObject(6, head.supersedes());
            insert.setString(7, head.reason());
            insert.setBytes(8, head.record());
            Summary summary = result.summary();
            insert.setInt(9, summary.ordering());
            insert.setInt(10, summary.lines());
            insert.setLong(11, summary.total().demand());
            insert.setLong(12, summary.total().granted());
            insert.setInt(13, result.findings().size());
            insert.executeUpdate();
            try (ResultSet keys = insert.getGeneratedKeys()) {
                keys.next();
                return keys.getLong(1);
            }
        }
    }

    private void storeSkus(long run) throws SQLException {
        try (Batch rows = new Batch(
                connection,
                "INSERT INTO run_sku (run, sku, supply, forecast, released, claimed, granted, level)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?)")) {
            for (int i = 0; i < cycle.skus().size(); i++) {
                Sku sku = cycle.skus().get(i);
                long released = result.ceilings().released(i);
                rows.add(
                        run,
                        sku.key(),
                        sku.supply().isPresent() ? sku.supply().getAsLong() : null,
                        sku.forecast().orElse(null),
                        released == Ceilings.NONE ? null : released,
                        result.sharing().claimed()[i],
                        result.levels().granted(i),
                        result.levels().level(i).map(Level::toString).orElse(null));
            }
            rows.done();
        }
    }

    private void storeCeilings(long run) throws SQLException {
        try (Batch rows = new Batch(
                connection,
                "INSERT INTO run_ceiling (run, position, scope, subject, ref, max_cartons, rule, code)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?)")) {
            int position = 0;
            for (Ceiling ceiling : result.ceilings().all()) {
                rows.add(
                        run,
                        ++position,
                        ceiling.scope().name(),
                        ceiling.subject(),
                        ceiling.ref(),
                        ceiling.max(),
                        ceiling.rule(),
                        ceiling.code());
            }
            rows.done();
        }
    }

    private void storeFindings(long run) throws SQLException {
        List<Finding> findings = result.findings();
        try (Batch rows = new Batch(
                connection,
                "INSERT INTO run_finding (run, position, rule, severity, subject, code, evidence)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?)")) {
            for (int i = 0; i < findings.size(); i++) {
                Finding finding = findings.get(i);
                rows.add(
                        run,
                        i + 1,
                        finding.rule(),
                        finding.severity().name(),
                        finding.subject(),
                        finding.code(),
                        finding.evidenceText());
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
                        sum += result.sharing().granted()[line];
                    }
                    rows.add(run, cycle.retailers().get(i).key(), cycle.head().cycle(), sum);
                }
            }
            rows.done();
        }
    }

    private void storeLines(long run) throws SQLException {
        Orders orders = cycle.orders();
        List<String> skus = cycle.skus().stream().map(Sku::key).toList();
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
                            skus.get(orders.sku()[line]),
                            orders.demand()[line],
                            result.sharing().granted()[line],
                            result.bindings()[line].name());
                    if ((line + 1) % LINES_BETWEEN_WORDS == 0) {
                        linesWritten.accept(line + 1);
                    }
                }
            }
            rows.done();
        }
        linesWritten.accept(orders.lines());
    }
}
