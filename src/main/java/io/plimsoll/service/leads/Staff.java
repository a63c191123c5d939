package io.plimsoll.service.leads;

import io.plimsoll.service.database.Sql;
import io.plimsoll.service.right.Role;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Who can check a lead, and whom of the staff one can be about. */
@ApplicationScoped
class Staff {

    /** Those who have to do with orders, quotas and their check. */
    static final Set<Role> CHECKING =
            Set.of(Role.CUSTOMER_MANAGER, Role.MARKET_MANAGER, Role.ORDER_DESK, Role.PLANNER, Role.AUDITOR);

    private static final String SELECT =
            "SELECT id, name, display_name, role, manager, active FROM person" + " WHERE role <> 'RETAILER'";

    private static final int MOST_LISTED = 1000;

    private final Sql sql;

    Staff(Sql sql) {
        this.sql = sql;
    }

    /**
     * Somebody of the staff.
     *
     * @param name what he signs in with
     * @param manager key of a customer manager, or null
     */
    record Somebody(long id, String name, String displayName, Role role, String manager, boolean isActive) {

        private static Somebody read(ResultSet row) throws SQLException {
            return new Somebody(
                    row.getLong("id"),
                    row.getString("name"),
                    row.getString("display_name"),
                    Role.valueOf(row.getString("role")),
                    row.getString("manager"),
                    row.getBoolean("active"));
        }
    }

    /** By the name he signs in with; he may have left. */
    Optional<Somebody> named(String name) {
        return name == null ? Optional.empty() : sql.first(SELECT + " AND name = ?", Somebody::read, name);
    }

    /** All who are here and have to do with orders, by role and name. */
    List<Somebody> all() {
        return sql
                .list(
                        SELECT + " AND active AND role <> 'ADMIN' ORDER BY role, display_name LIMIT " + MOST_LISTED,
                        Somebody::read)
                .stream()
                .toList();
    }

    /** The account of the customer manager of a shop; nothing where he has none. */
    Optional<Somebody> managerOf(String licence) {
        return sql.first(
                SELECT + " AND manager = (SELECT r.manager FROM retailer r WHERE r.licence = ?)",
                Somebody::read,
                licence);
    }

    /**
     * Whether somebody is the last auditor who could close a lead.
     *
     * @param lead that he is to be a subject of; 0 while it is being raised
     */
    boolean isLastAuditor(long lead, Somebody somebody) {
        return somebody.role() == Role.AUDITOR
                && sql.count(
                                "SELECT COUNT(*) FROM person p WHERE p.role = 'AUDITOR' AND p.active AND p.id <> ? AND NOT EXISTS"
                                        + " (SELECT 1 FROM lead_subject s WHERE s.of_lead = ? AND s.person = p.id)",
                                somebody.id(),
                                lead)
                        == 0;
    }

    /** Whether a lead is about somebody, who then may not check it. */
    boolean isSubject(long lead, Somebody somebody) {
        return sql.count(
                        "SELECT COUNT(*) FROM lead_subject WHERE of_lead = ? AND (person = ? OR manager = ?)",
                        lead,
                        somebody.id(),
                        somebody.manager())
                > 0;
    }

    /** Whether somebody looks after every shop that a lead is about, or after all. */
    boolean looksAfterItsShops(long lead, Somebody somebody) {
        String shops = "SELECT COUNT(*) FROM retailer r WHERE (r.licence IN (SELECT s.licence FROM lead_subject s"
                + " WHERE s.of_lead = ?) OR r.licence IN (SELECT c.licence FROM complaint c JOIN raised_lead l"
                + " ON l.complaint = c.id WHERE l.id = ?)) AND ";
        return switch (somebody.role()) {
            case CUSTOMER_MANAGER -> sql.count(shops + "NOT (r.manager <=> ?)", lead, lead, somebody.manager()) == 0;
            case MARKET_MANAGER ->
                sql.count(
                                shops + "NOT EXISTS (SELECT 1 FROM person_territory t WHERE t.person_id = ?"
                                        + " AND t.territory = r.territory)",
                                lead,
                                lead,
                                somebody.id())
                        == 0;
            default -> true;
        };
    }
}
