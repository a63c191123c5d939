package io.plimsoll.service.master;

import io.plimsoll.service.database.Batch;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import javax.sql.DataSource;

/** What shops asked for and were granted in months before the service allocated for them, as it was said when it came in. */
@ApplicationScoped
public class EarlierMonths {

    private final DataSource database;
    private final Event<EarlierMonthsStored> stored;

    EarlierMonths(DataSource database, Event<EarlierMonthsStored> stored) {
        this.database = database;
        this.stored = stored;
    }

    /**
     * One month of a registered shop, in cartons.
     *
     * @param period such as {@code 2026-07}
     * @param ceiling of the month; null: unlimited, or not known
     */
    public record EarlierMonth(String licence, String period, int demand, int granted, Integer ceiling) {}

    /** Stores months; what is said last of a month holds. */
    @Transactional
    public void store(Collection<EarlierMonth> months) {
        try (Connection connection = database.getConnection();
                Batch rows = new Batch(
                        connection,
                        "INSERT INTO earlier_month (licence, period, demand, granted, ceiling) VALUES (?, ?, ?, ?, ?)"
                                + " ON DUPLICATE KEY UPDATE demand = VALUES(demand), granted = VALUES(granted),"
                                + " ceiling = VALUES(ceiling)")) {
            for (EarlierMonth month : months) {
                rows.add(month.licence(), month.period(), month.demand(), month.granted(), month.ceiling());
            }
            rows.done();
        } catch (SQLException failed) {
            throw new IllegalStateException("earlier months cannot be stored", failed);
        }
        stored.fire(new EarlierMonthsStored());
    }
}
