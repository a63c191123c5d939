package io.plimsoll.service.uploads;

import io.plimsoll.service.database.Sql;
import io.plimsoll.service.journal.Act;
import io.plimsoll.service.journal.Journal;
import io.plimsoll.service.journal.Subject;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Map;

/**
 * The policies that came in with cycles: each binds its cycle once another person than the one who uploaded it has
 * approved it, and not before.
 */
@ApplicationScoped
class CameInPolicies {

    private final Sql sql;
    private final Journal journal;

    CameInPolicies(Sql sql, Journal journal) {
        this.sql = sql;
        this.journal = journal;
    }

    boolean isApproved(String digest) {
        return sql.count("SELECT COUNT(*) FROM policy_step WHERE digest = ? AND step = 'APPROVED'", digest) > 0;
    }

    /** Lets policies bind that have been approved meanwhile. */
    @Transactional
    void bindApproved() {
        record Waiting(String cycle, String policy) {}
        sql.list(
                        "SELECT o.cycle, o.policy FROM cycle_origin o JOIN cycle c ON c.cycle = o.cycle"
                                + " JOIN policy_step s ON s.digest = o.policy AND s.step = 'APPROVED'"
                                + " WHERE c.policy IS NULL AND c.came_in FOR UPDATE OF c",
                        row -> new Waiting(row.getString(1), row.getString(2)))
                .forEach(each -> {
                    sql.update(
                            "UPDATE cycle SET policy = ?, version = version + 1 WHERE cycle = ?",
                            each.policy(),
                            each.cycle());
                    journal.appendBySystem(
                            Act.CYCLE_BOUND, Subject.cycle(each.cycle()), Map.of("policy", each.policy()));
                });
    }
}
