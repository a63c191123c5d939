package io.plimsoll.service.cycles;

import io.plimsoll.service.database.Sql;
import io.plimsoll.service.right.Viewer;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;

/** How many shops have ordered in a cycle: counted in one way, so that every page says the same. */
@ApplicationScoped
public class Participation {

    /**
     * The shops of a cycle with their status, as a table named {@code r}: as they were frozen with it, else as they are
     * now. Its values are the cycle, twice.
     */
    public static final String SHOPS = """
            (SELECT s.licence, s.manager, s.territory, COALESCE(f.status, s.status) AS status FROM retailer s
            LEFT JOIN cycle_retailer f ON f.cycle = ? AND f.licence = s.licence
            WHERE f.licence IS NOT NULL OR NOT EXISTS (SELECT 1 FROM cycle_retailer WHERE cycle = ?)) r
            """;

    private static final String COUNTED = "SELECT SUM(r.status = 'ACTIVE') AS shops,"
            + " COUNT(CASE WHEN r.status = 'ACTIVE' THEN o.licence END) AS ordered,"
            + " COUNT(CASE WHEN r.status <> 'ACTIVE' THEN o.licence END) AS others FROM " + SHOPS
            + " LEFT JOIN demand_order o ON o.cycle = ? AND o.licence = r.licence AND " + Demand.COUNTS + " WHERE ";

    private final Sql sql;

    Participation(Sql sql) {
        this.sql = sql;
    }

    /**
     * Shops that somebody may see.
     *
     * @param shops active ones
     * @param ordered those of them with an order
     * @param others shops that are not active and have an order all the same
     */
    public record Counted(long shops, long ordered, long others) {

        public long missing() {
            return shops - ordered;
        }
    }

    /** The shops of a cycle whom somebody may see. */
    Counted of(Viewer viewer, String cycle) {
        List<Object> values = new ArrayList<>(List.of(cycle, cycle, cycle));
        String within = Within.scope(viewer.scope(), values);
        return sql.first(
                        COUNTED + within,
                        row -> new Counted(row.getLong("shops"), row.getLong("ordered"), row.getLong("others")),
                        values.toArray())
                .orElseThrow();
    }
}
