package io.plimsoll.service.cycles;

import io.plimsoll.service.database.Sql;
import io.plimsoll.service.right.Viewer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;

/** How many retailers have read a notice (R31), of those whom the one who asks may see. */
@ApplicationScoped
class Coverage {

    private final Sql sql;

    Coverage(Sql sql) {
        this.sql = sql;
    }

    /**
     * How far a notice has come with the shops of a manager in a territory.
     *
     * @param territory its name or code; null: none
     * @param retailers active shops
     * @param read those of them of which somebody has read it
     */
    public record Line(String manager, String territory, long retailers, long read) {}

    @Transactional
    List<Line> of(Viewer viewer, long notice) {
        List<Object> values = new ArrayList<>(List.of(notice));
        String within = Within.scope(viewer.scope(), values);
        return sql.list(
                "SELECT r.manager, COALESCE(t.name, r.territory) AS territory, COUNT(*) AS retailers,"
                        + " COUNT(x.retailer) AS have_read FROM retailer r"
                        + " LEFT JOIN territory t ON t.code = r.territory"
                        + " LEFT JOIN (SELECT DISTINCT p.retailer FROM notice_reading n JOIN person p ON p.id = n.person_id"
                        + "   WHERE n.notice = ? AND p.role = 'RETAILER' AND p.retailer IS NOT NULL) x"
                        + " ON x.retailer = r.licence"
                        + " WHERE r.status = 'ACTIVE' AND " + within
                        + " GROUP BY r.manager, r.territory, t.name ORDER BY r.manager, r.territory",
                row -> new Line(
                        row.getString("manager"),
                        row.getString("territory"),
                        row.getLong("retailers"),
                        row.getLong("have_read")),
                values.toArray());
    }
}
