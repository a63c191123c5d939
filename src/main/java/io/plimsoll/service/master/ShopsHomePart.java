package io.plimsoll.service.master;

import io.plimsoll.service.database.Sql;
import io.plimsoll.service.database.Where;
import io.plimsoll.service.right.Role;
import io.plimsoll.service.right.Viewer;
import io.plimsoll.service.web.HomePart;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Which shops need a manager today: who complained of late, and of whom something is not known (R13). */
@ApplicationScoped
class ShopsHomePart implements HomePart {

    private static final int PLACE = 30;
    private static final int MOST = 8;

    /** As long as a cut after a complaint is looked at (R26). */
    private static final Duration OF_LATE = Duration.ofDays(14);

    private final Sql sql;
    private final Clock clock;

    ShopsHomePart(Sql sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** A complaint, and whose. */
    record Complained(String licence, String name, String words, Instant at) {

        private static Complained of(ResultSet row) throws SQLException {
            return new Complained(
                    row.getString("licence"),
                    row.getString("name"),
                    row.getString("words"),
                    Sql.moment(row, "made_at"));
        }

        public String address() {
            return Addresses.retailer(licence);
        }
    }

    /**
     * A shop of which something is not known.
     *
     * @param fields what
     */
    record Incomplete(String licence, String name, List<String> fields) {

        private static Incomplete of(ResultSet row) throws SQLException {
            List<String> unknown = new ArrayList<>();
            for (int i = 0; i < Completeness.FIELDS.size(); i++) {
                if (row.getBoolean(3 + i)) {
                    unknown.add(Completeness.FIELDS.get(i));
                }
            }
            return new Incomplete(row.getString("licence"), row.getString("name"), unknown);
        }

        public String address() {
            return Addresses.retailer(licence);
        }
    }

    @CheckedTemplate(basePath = "master")
    static class Templates {
        static native TemplateInstance home(List<Complained> complaints, List<Incomplete> incomplete, long unknown);
    }

    @Override
    public int place() {
        return PLACE;
    }

    @Override
    public Optional<TemplateInstance> of(Viewer viewer) {
        if (viewer.role() != Role.CUSTOMER_MANAGER && viewer.role() != Role.MARKET_MANAGER) {
            return Optional.empty();
        }
        Where complained = new Where()
                .and("c.made_at >= ?", clock.instant().minus(OF_LATE))
                .inScope(viewer.scope(), "r");
        ShopRecords.toldOf(complained, viewer, "c");
        List<Complained> complaints = sql.list(
                "SELECT r.licence, r.name, c.words, c.made_at FROM complaint c JOIN retailer r ON r.licence = c.licence"
                        + complained.sql() + " ORDER BY c.made_at DESC, c.id DESC LIMIT ?",
                complained.valuesAnd(MOST),
                Complained::of);
        Where unknown = new Where()
                .and("r.status = 'ACTIVE'")
                .and(Completeness.SOMETHING_IS_UNKNOWN)
                .inScope(viewer.scope(), "r");
        List<Incomplete> incomplete = sql.list(
                "SELECT r.licence, r.name, " + Completeness.EACH_IS_UNKNOWN + " FROM retailer r" + unknown.sql()
                        + " ORDER BY r.licence LIMIT ?",
                unknown.valuesAnd(MOST),
                Incomplete::of);
        long all = incomplete.size() < MOST
                ? incomplete.size()
                : sql.number("SELECT COUNT(*) FROM retailer r" + unknown.sql(), unknown.values());
        return Optional.of(Templates.home(complaints, incomplete, all));
    }
}
