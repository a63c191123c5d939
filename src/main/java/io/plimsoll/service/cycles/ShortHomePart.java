package io.plimsoll.service.cycles;

import io.plimsoll.service.database.Sql;
import io.plimsoll.service.right.Role;
import io.plimsoll.service.right.Viewer;
import io.plimsoll.service.web.HomePart;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** Of which Skus more is asked for than there is, for planners, as long as it can still change. */
@ApplicationScoped
class ShortHomePart implements HomePart {

    private static final int PLACE = 35;
    private static final int MOST = 8;

    private static final String SHORT = """
            SELECT s.sku, k.name, s.supply, asked.demand FROM supply s
            JOIN (SELECT l.sku, SUM(l.demand) AS demand FROM demand_line l
                  JOIN demand_order o ON o.cycle = l.cycle AND o.licence = l.licence
                  WHERE l.cycle = ? AND %s GROUP BY l.sku) asked
                ON asked.sku = s.sku
            LEFT JOIN sku k ON k.sku = s.sku
            WHERE s.cycle = ? AND s.supply < asked.demand
            ORDER BY asked.demand - s.supply DESC, s.sku LIMIT ?
            """.formatted(Demand.COUNTS);

    private final CycleStatus status;
    private final Sql sql;

    ShortHomePart(CycleStatus status, Sql sql) {
        this.status = status;
        this.sql = sql;
    }

    /**
     * A Sku that does not suffice so far.
     *
     * @param supply cartons to share
     * @param demand cartons asked for so far
     */
    record Short(String sku, String name, long supply, long demand) {

        private static Short of(ResultSet row) throws SQLException {
            return new Short(row.getString("sku"), row.getString("name"), row.getLong("supply"), row.getLong("demand"));
        }

        public long missing() {
            return demand - supply;
        }
    }

    @CheckedTemplate(basePath = "cycles")
    static class Templates {
        static native TemplateInstance shortages(String cycle, String address, List<Short> found);
    }

    @Override
    public int place() {
        return PLACE;
    }

    @Override
    public Optional<TemplateInstance> of(Viewer viewer) {
        if (viewer.role() != Role.PLANNER) {
            return Optional.empty();
        }
        return status.ordering()
                .map(CycleStatus.Present::cycle)
                .map(cycle -> Templates.shortages(
                        cycle, CycleView.address(cycle) + "/supply", sql.list(SHORT, Short::of, cycle, cycle, MOST)));
    }
}
