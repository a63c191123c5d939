package io.plimsoll.service.forecasts;

import io.plimsoll.service.database.Batch;
import io.plimsoll.service.database.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;

/** Months that are over, and what was forecast of them, with which a demo begins. */
@ApplicationScoped
public class SeededForecasts {

    private final Tallies tallies;
    private final Sql sql;
    private final DataSource database;

    SeededForecasts(Tallies tallies, Sql sql, DataSource database) {
        this.tallies = tallies;
        this.sql = sql;
        this.database = database;
    }

    /**
     * A forecast as its customer manager, who is a person already, once said it.
     *
     * @param at before the month began
     */
    public record Said(String period, String manager, String brand, long cartons, Instant at) {}

    /**
     * Stores both.
     *
     * @param earlier demand of months before the service
     */
    @Transactional(TxType.MANDATORY)
    public void store(List<Tallies.EarlierRow> earlier, List<Said> said, Instant now) {
        Map<String, Long> persons = new HashMap<>();
        sql.list(
                "SELECT manager, MIN(id) FROM person WHERE role = 'CUSTOMER_MANAGER' GROUP BY manager",
                row -> persons.put(row.getString(1), row.getLong(2)));
        Set<List<String>> sheets = new HashSet<>();
        try (Connection connection = database.getConnection();
                Batch heads = new Batch(
                        connection, "INSERT INTO forecast_sheet (period, manager, version) VALUES (?, ?, 1)");
                Batch rows = new Batch(
                        connection,
                        "INSERT INTO forecast (period, manager, brand, version, cartons, said_by, said_at)"
                                + " VALUES (?, ?, ?, 1, ?, ?, ?)")) {
            for (Said each : said) {
                if (sheets.add(List.of(each.period(), each.manager()))) {
                    heads.add(each.period(), each.manager());
                }
            }
            heads.done();
            for (Said each : said) {
                rows.add(
                        each.period(),
                        each.manager(),
                        each.brand(),
                        each.cartons(),
                        persons.get(each.manager()),
                        Timestamp.from(each.at()));
            }
            rows.done();
        } catch (SQLException failed) {
            throw new IllegalStateException("the database cannot be written", failed);
        }
        tallies.cameIn(earlier, now);
    }
}
