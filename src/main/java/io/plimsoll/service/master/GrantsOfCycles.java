package io.plimsoll.service.master;

import io.plimsoll.service.database.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** What a retailer asked for and was granted, cycle by cycle. */
@ApplicationScoped
class GrantsOfCycles {

    private static final int MOST = 26;

    private final Sql sql;

    GrantsOfCycles(Sql sql) {
        this.sql = sql;
    }

    /**
     * One cycle of a retailer.
     *
     * @param demand cartons he asked for
     * @param granted cartons of the run in force; null before there is one
     * @param cameBack cartons that were returned or never paid
     */
    public record GrantOfCycle(String cycle, String period, String state, long demand, Long granted, long cameBack) {

        /** Where it is told line by line, and why. */
        public String address(String licence) {
            return "/grants/" + Addresses.encoded(cycle) + "/" + Addresses.encoded(licence);
        }
    }

    /** The latest cycles in which the retailer stands, latest first. */
    List<GrantOfCycle> of(String licence) {
        return sql.list(
                "SELECT c.cycle, c.period, o.state,"
                        + " (SELECT COALESCE(SUM(l.demand), 0) FROM demand_line l WHERE l.cycle = c.cycle"
                        + " AND l.licence = o.licence) AS demand,"
                        + " (SELECT t.granted FROM grant_total t JOIN allocation_run a ON a.id = t.run AND a.in_force"
                        + " WHERE t.licence = o.licence AND t.cycle = c.cycle) AS granted,"
                        + " (SELECT COALESCE(SUM(b.cartons), 0) FROM came_back b WHERE b.licence = o.licence"
                        + " AND b.cycle = c.cycle) AS came_back"
                        + " FROM demand_order o JOIN cycle c ON c.cycle = o.cycle WHERE o.licence = ?"
                        + " ORDER BY c.period DESC, c.number_in_period DESC LIMIT ?",
                List.of(licence, MOST),
                row -> new GrantOfCycle(
                        row.getString("cycle"),
                        row.getString("period"),
                        row.getString("state"),
                        row.getLong("demand"),
                        row.getObject("granted", Long.class),
                        row.getLong("came_back")));
    }
}
