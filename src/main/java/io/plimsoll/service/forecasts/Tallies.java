package io.plimsoll.service.forecasts;

import io.plimsoll.service.database.Batch;
import io.plimsoll.service.database.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/** Keeps what was reported per brand, of cycles and of months before the service. */
@ApplicationScoped
public class Tallies {

    /** Of what came in, which is of no cycle here. */
    private static final String CAME_IN = "";

    private final Scoring scoring;
    private final Sql sql;
    private final DataSource database;

    Tallies(Scoring scoring, Sql sql, DataSource database) {
        this.scoring = scoring;
        this.sql = sql;
        this.database = database;
    }

    /**
     * What the shops of a customer manager reported of a brand, all together.
     *
     * @param cartons more than 0
     */
    public record Row(String manager, String brand, long cartons) {}

    /** The same of a month before the service. */
    public record EarlierRow(String period, Row row) {}

    /** Puts a cycle's demand in the place of what was known of it; what came in of its month counts no longer. */
    @Transactional(TxType.MANDATORY)
    void ofCycle(String period, String cycle, List<Row> rows, Instant now) {
        forget(period, CAME_IN);
        replace(period, cycle, rows, now);
        scoring.demandChanged(List.of(period));
    }

    /**
     * Stores what was reported in months of which no cycle is here, each in the place of what came in before of the same month,
     * manager and brand.
     */
    @Transactional(TxType.MANDATORY)
    public void cameIn(List<EarlierRow> rows, Instant now) {
        TreeMap<String, List<Row>> months = rows.stream()
                .collect(Collectors.groupingBy(
                        EarlierRow::period, TreeMap::new, Collectors.mapping(EarlierRow::row, Collectors.toList())));
        months.forEach((period, ofIt) -> add(period, CAME_IN, ofIt, now));
        scoring.demandChanged(months.keySet());
    }

    private void replace(String period, String source, List<Row> rows, Instant now) {
        forget(period, source);
        add(period, source, rows, now);
    }

    private void add(String period, String source, List<Row> rows, Instant now) {
        sql.update(
                "INSERT INTO demand_tally (period, source, tallied_at) VALUES (?, ?, ?)"
                        + " ON DUPLICATE KEY UPDATE tallied_at = VALUES(tallied_at)",
                period,
                source,
                now);
        try (Connection connection = database.getConnection();
                Batch inserts = new Batch(
                        connection,
                        "INSERT INTO brand_demand (manager, period, brand, source, cartons) VALUES (?, ?, ?, ?, ?)"
                                + " ON DUPLICATE KEY UPDATE cartons = VALUES(cartons)")) {
            for (Row row : rows) {
                inserts.add(row.manager(), period, row.brand(), source, row.cartons());
            }
            inserts.done();
        } catch (SQLException failed) {
            throw new IllegalStateException("the database cannot be written", failed);
        }
    }

    private void forget(String period, String source) {
        sql.update("DELETE FROM brand_demand WHERE period = ? AND source = ?", period, source);
        sql.update("DELETE FROM demand_tally WHERE period = ? AND source = ?", period, source);
    }
}
