package io.plimsoll.service.plans;

import io.plimsoll.service.background.Job;
import io.plimsoll.service.background.WaitingWork;
import io.plimsoll.service.database.Batch;
import io.plimsoll.service.database.Sql;
import io.plimsoll.service.forecasts.Months;
import io.plimsoll.service.runs.RunWritten;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.jboss.logging.Logger;

/** Counts, once a cycle has been allocated, how many different brands each shop was granted in the month. */
@ApplicationScoped
class ShelfWork implements Job {

    private static final Logger LOG = Logger.getLogger(ShelfWork.class);

    /** As the table of waiting work calls it; a piece is a month, by its number. */
    static final String KIND = "SHELVES";

    private final WaitingWork waiting;
    private final Sql sql;
    private final DataSource database;

    ShelfWork(WaitingWork waiting, Sql sql, DataSource database) {
        this.waiting = waiting;
        this.sql = sql;
        this.database = database;
    }

    /** In the transaction that writes the run. */
    void put(@Observes RunWritten written) {
        waiting.put(KIND, written.period(), () -> Months.number(written.period()));
    }

    @Override
    public String kind() {
        return KIND;
    }

    private enum Part {
        READING,
        WRITING
    }

    private record Count(String manager, int brands, int shops) {}

    @Override
    public void work(long month, Progress progress) {
        String period = Months.of(Math.toIntExact(month));
        progress.begins(Part.READING);
        List<Count> counts = sql.list(
                "SELECT x.manager, x.brands, COUNT(*) FROM (SELECT r.manager, g.licence, COUNT(DISTINCT k.brand) AS brands"
                        + " FROM cycle c JOIN allocation_run a ON a.cycle = c.cycle AND a.in_force"
                        + " JOIN grant_line g ON g.run = a.id"
                        + " JOIN cycle_retailer r ON r.cycle = c.cycle AND r.licence = g.licence"
                        + " JOIN cycle_sku k ON k.cycle = c.cycle AND k.sku = g.sku"
                        + " WHERE c.period = ? AND g.granted > 0 GROUP BY r.manager, g.licence) x"
                        + " GROUP BY x.manager, x.brands",
                row -> new Count(row.getString(1), row.getInt(2), row.getInt(3)),
                period);
        progress.begins(Part.WRITING);
        QuarkusTransaction.requiringNew().run(() -> {
            if (waiting.isTaken(KIND, month)) {
                sql.update("DELETE FROM shelf_count WHERE period = ?", period);
                store(period, counts);
            }
        });
    }

    private void store(String period, List<Count> counts) {
        try (Connection connection = database.getConnection();
                Batch rows = new Batch(
                        connection, "INSERT INTO shelf_count (period, manager, brands, shops) VALUES (?, ?, ?, ?)")) {
            for (Count each : counts) {
                rows.add(period, each.manager(), each.brands(), each.shops());
            }
            rows.done();
        } catch (SQLException failed) {
            throw new IllegalStateException("the database cannot be written", failed);
        }
    }

    /** The counts are missing then; the next run of the month tries again. */
    @Override
    public void fail(long month, String failure) {
        LOG.errorf("The brands on the shelves of month %d could not be counted: %s", month, failure);
    }
}
