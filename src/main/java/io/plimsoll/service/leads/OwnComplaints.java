package io.plimsoll.service.leads;

import io.plimsoll.service.database.Sql;
import io.plimsoll.service.right.Scope;
import io.plimsoll.service.right.Viewer;
import io.plimsoll.service.web.PageOf;
import io.plimsoll.service.web.Paging;
import io.plimsoll.service.web.Refused;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What became of a retailer's complaints, in no more than he is told: never who checks it, nor what was said of it. */
@ApplicationScoped
class OwnComplaints {

    private static final String FROM = " FROM complaint c LEFT JOIN raised_lead l ON l.complaint = c.id"
            + " LEFT JOIN lead_step t ON t.of_lead = l.id AND t.step = 'CLOSED' WHERE c.licence = ?";

    private final Sql sql;

    OwnComplaints(Sql sql) {
        this.sql = sql;
    }

    /** How far a complaint has come. */
    public enum Stage {
        RECEIVED,
        LOOKED_INTO,
        CLOSED
    }

    /**
     * A complaint of the retailer who asks.
     *
     * @param result null until it is closed
     * @param answer what an auditor wrote for him; null until it is closed
     */
    @Schema(name = "OwnComplaint")
    public record OwnComplaint(
            @Schema(examples = "5") long id,
            @Schema(examples = "2026-W48") String cycle,
            String words,
            Instant madeAt,
            Stage stage,
            LeadResult result,
            String answer,
            Instant closedAt) {}

    /** Those of the shop of the one who asks, the latest first. */
    PageOf<OwnComplaint> list(Viewer retailer, Paging paging) {
        if (!(retailer.scope() instanceof Scope.OneRetailer own)) {
            throw Refused.forbidden();
        }
        List<OwnComplaint> found = sql.list(
                "SELECT c.id, c.cycle, c.words, c.made_at, l.state, l.escalated_at, l.result, t.answer, l.closed_at"
                        + FROM + " ORDER BY c.id DESC LIMIT ? OFFSET ?",
                List.of(own.licence(), paging.size, paging.offset()),
                row -> new OwnComplaint(
                        row.getLong("id"),
                        row.getString("cycle"),
                        row.getString("words"),
                        Sql.moment(row, "made_at"),
                        stage(row.getString("state"), row.getTimestamp("escalated_at") != null),
                        Leads.result(row.getString("result")),
                        row.getString("answer"),
                        Sql.moment(row, "closed_at")));
        return PageOf.of(found, paging, sql.count("SELECT COUNT(*)" + FROM, own.licence()));
    }

    private static Stage stage(String state, boolean isEscalated) {
        if (LeadState.CLOSED.name().equals(state)) {
            return Stage.CLOSED;
        }
        boolean isOpen = state == null || LeadState.OPEN.name().equals(state);
        return isOpen && !isEscalated ? Stage.RECEIVED : Stage.LOOKED_INTO;
    }
}
