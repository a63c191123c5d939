package io.plimsoll.service.master;

import io.plimsoll.service.database.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What was granted to retailers in a month: the grants of the runs that are in force, less what came back, be it returned
 * or never paid. It is always derived and stored nowhere, so it cannot differ from the records; the view
 * {@code granted_movement} says how, to whoever asks.
 */
@ApplicationScoped
public class GrantedInPeriod {

    private final Sql sql;

    GrantedInPeriod(Sql sql) {
        this.sql = sql;
    }

    /**
     * Cartons granted to one retailer.
     *
     * @param period a month, such as {@code 2026-07}
     */
    public long of(String licence, String period) {
        return sql.number(
                "SELECT COALESCE(SUM(cartons), 0) FROM granted_movement WHERE licence = ? AND period = ?",
                List.of(licence, period));
    }

    /** Cartons granted to every retailer in a month, by licence; who was granted nothing is missing. */
    public SortedMap<String, Long> ofAll(String period) {
        SortedMap<String, Long> granted = new TreeMap<>();
        sql.list(
                "SELECT licence, SUM(cartons) FROM granted_movement WHERE period = ? GROUP BY licence",
                List.of(period),
                row -> granted.put(row.getString(1), row.getLong(2)));
        return granted;
    }
}
