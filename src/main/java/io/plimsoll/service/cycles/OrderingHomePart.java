package io.plimsoll.service.cycles;

import io.plimsoll.service.database.Sql;
import io.plimsoll.service.database.Where;
import io.plimsoll.service.right.Role;
import io.plimsoll.service.right.Viewer;
import io.plimsoll.service.web.HomePart;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** How many of the shops that somebody looks after have ordered, while they still can (R17). */
@ApplicationScoped
class OrderingHomePart implements HomePart {

    private static final int PLACE = 20;
    private static final Set<Role> READERS =
            EnumSet.of(Role.CUSTOMER_MANAGER, Role.MARKET_MANAGER, Role.ORDER_DESK, Role.PLANNER);

    private static final String ORDERED = "SELECT COUNT(*) AS shops, COUNT(o.licence) AS ordered FROM retailer r"
            + " LEFT JOIN demand_order o ON o.cycle = ? AND o.licence = r.licence AND " + Demand.COUNTS;

    private final CycleStatus status;
    private final Sql sql;

    OrderingHomePart(CycleStatus status, Sql sql) {
        this.status = status;
        this.sql = sql;
    }

    /** Of the shops that may order. */
    record Ordered(long shops, long ordered) {

        private static Ordered of(ResultSet row) throws SQLException {
            return new Ordered(row.getLong("shops"), row.getLong("ordered"));
        }

        public long missing() {
            return shops - ordered;
        }
    }

    @CheckedTemplate(basePath = "cycles")
    static class Templates {
        static native TemplateInstance ordering(Ordered ordered, String address, String withoutOrder);
    }

    @Override
    public int place() {
        return PLACE;
    }

    @Override
    public Optional<TemplateInstance> of(Viewer viewer) {
        if (!READERS.contains(viewer.role())) {
            return Optional.empty();
        }
        return status.ordering().map(present -> {
            Where where = new Where().and("r.status = 'ACTIVE'").inScope(viewer.scope(), "r");
            List<Object> values = new ArrayList<>();
            values.add(present.cycle());
            values.addAll(where.values());
            Ordered ordered =
                    sql.first(ORDERED + where.sql(), values, Ordered::of).orElseThrow();
            return Templates.ordering(
                    ordered,
                    CycleView.address(present.cycle()),
                    "/retailers?withoutOrderIn=" + URLEncoder.encode(present.cycle(), StandardCharsets.UTF_8));
        });
    }
}
