package io.plimsoll.service.master;

import io.plimsoll.service.database.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What was granted to retailers in a month: the grants of the runs that are in force, less what came back, be it returned
 * or never paid. It is always derived and stored nowhere, so it cannot differ from the records.
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
                "SELECT COALESCE(SUM(cartons), 0) FROM (SELECT t.granted AS cartons FROM grant_total t"
                        + " JOIN cycle c ON c.cycle = t.cycle JOIN allocation_run a ON a.id = t.run AND a.in_force"
                        + " WHERE t.licence = ? AND c.period = ? UNION ALL SELECT -b.cartons FROM came_back b"
                        + " JOIN cycle c ON c.cycle = b.cycle WHERE b.licence = ? AND c.period = ?) movements",
                List.of(licence, period, licence, period));
    }

    /** Cartons granted to every retailer in a month, by licence; who was granted nothing is missing. */
    public SortedMap<String, Long> ofAll(String period) {
        SortedMap<String, Long> granted = new TreeMap<>();
        sql.list(
                "SELECT licence, SUM(cartons) FROM (SELECT t.licence, t.granted AS cartons FROM cycle c"
                        + " JOIN allocation_run a ON a.cycle = c.cycle AND a.in_force JOIN grant_total t ON t.run = a.id"
                        + " WHERE c.period = ? UNION ALL SELECT b.licence, -b.cartons FROM cycle c"
                        + " JOIN came_back b ON b.cycle = c.cycle WHERE c.period = ?) movements GROUP BY licence",
                List.of(period, period),
                row -> granted.put(row.getString(1), row.getLong(2)));
        return granted;
    }
}
