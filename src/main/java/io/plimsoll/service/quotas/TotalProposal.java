package io.plimsoll.service.quotas;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.plimsoll.service.cycles.CycleView;
import io.plimsoll.service.database.Sql;
import io.plimsoll.service.master.AgreedTotals.State;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A total that a customer manager proposes to one of his retailers (R1).
 *
 * @param period the month from which it is to hold
 * @param totalBefore T in force when it was proposed
 * @param total T that is proposed: neither an order nor a target
 * @param endReason why it was refused; null where it was not
 */
record TotalProposal(
        @Schema(examples = "17") long id,
        @Schema(examples = "L620119") String licence,
        @Schema(examples = "Corner shop", nullable = true) String name,
        @Schema(examples = "M07") String manager,
        @Schema(examples = "2026-12") String period,
        @Schema(examples = "120") int totalBefore,
        @Schema(examples = "150") int total,
        @Schema(examples = "DEMAND") String reason,

        @Schema(examples = "asked for 150 cartons a month since August")
        String evidence,

        State state,
        @Schema(examples = "Manager 7", nullable = true) String proposedBy,
        Instant proposedAt,
        @Schema(examples = "Corner shop", nullable = true) String agreedBy,
        Instant agreedAt,
        @Schema(examples = "Market 1", nullable = true) String approvedBy,
        Instant approvedAt,
        @Schema(examples = "Planner", nullable = true) String secondBy,
        Instant secondAt,
        Instant endedAt,

        @Schema(examples = "the school closes in May", nullable = true)
        String endReason) {

    static final String SELECT =
            "SELECT t.id, t.licence, r.name, t.manager, t.period, t.total_before, t.cartons, t.reason,"
                    + " t.evidence, t.state, m.display_name AS proposed, t.proposed_at, g.display_name AS agreed, t.agreed_at,"
                    + " a.display_name AS approved, t.approved_at, s.display_name AS second, t.second_at, t.ended_at, t.end_reason,"
                    + " COALESCE(r.key_account, FALSE) AS key_account FROM agreed_total t JOIN retailer r ON r.licence = t.licence"
                    + " LEFT JOIN person m ON m.id = t.proposed_by LEFT JOIN person g ON g.id = t.agreed_by"
                    + " LEFT JOIN person a ON a.id = t.approved_by LEFT JOIN person s ON s.id = t.second_by";

    /** Which rows are proposals, and not totals that came in with data or in a re-balancing. */
    static final String IS_PROPOSAL = "t.manager IS NOT NULL AND t.rebalancing IS NULL";

    /**
     * A row of {@link #SELECT}.
     *
     * @param latestBegun the latest month that has begun: what was not approved by then has lapsed
     */
    static TotalProposal read(ResultSet row, String latestBegun) throws SQLException {
        State stored = State.valueOf(row.getString("state"));
        String period = row.getString("period");
        return new TotalProposal(
                row.getLong("id"),
                row.getString("licence"),
                row.getString("name"),
                row.getString("manager"),
                period,
                row.getInt("total_before"),
                row.getInt("cartons"),
                row.getString("reason"),
                row.getString("evidence"),
                stored.isOpen() && period.compareTo(latestBegun) <= 0 ? State.LAPSED : stored,
                row.getString("proposed"),
                Sql.moment(row, "proposed_at"),
                row.getString("agreed"),
                Sql.moment(row, "agreed_at"),
                row.getString("approved"),
                Sql.moment(row, "approved_at"),
                row.getString("second"),
                Sql.moment(row, "second_at"),
                Sql.moment(row, "ended_at"),
                row.getString("end_reason"));
    }

    @JsonIgnore
    public int change() {
        return total - totalBefore;
    }

    /** Where its page is. */
    public String address() {
        return "/total-proposals/" + id;
    }

    @JsonIgnore
    public String shopAddress() {
        return "/retailers/" + CycleView.segment(licence);
    }
}
