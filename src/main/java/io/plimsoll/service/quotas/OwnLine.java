package io.plimsoll.service.quotas;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.plimsoll.message.Message;
import io.plimsoll.service.cycles.CycleView;
import io.plimsoll.service.database.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What a re-balancing proposes to one retailer; he sees nobody else's line.
 *
 * @param managerName of the customer manager who proposes
 * @param evidence in words; blank where the figures are the evidence
 * @param demandBefore cartons a month that the shop asked for when the line was written; null: not known
 * @param totalAfter T that is proposed: neither an order nor a target
 * @param effect from where it holds; null while it is not approved
 */
record OwnLine(
        @Schema(examples = "4") long rebalancing,
        @Schema(examples = "L620119") String licence,
        @Schema(examples = "Manager 7", nullable = true) String managerName,
        @Schema(examples = "120") int totalBefore,
        @Schema(examples = "150") int totalAfter,
        @Schema(examples = "DEMAND") String reason,

        @Schema(examples = "asked for 150 cartons a month since August")
        String evidence,

        @Schema(examples = "150", nullable = true) Long demandBefore,
        LineState state,
        Instant answerBy,
        @JsonIgnore RebalancingState of,
        @JsonIgnore Effect effect) {

    /** Of one shop, where it has been asked; conditions come behind. */
    static final String SELECT = "SELECT b.id, l.licence, p.display_name, l.total_before, l.total_after, l.reason,"
            + " l.evidence, l.demand, l.state, l.answer_by, b.state AS of_state,"
            + " b.effective_period, b.effective_number FROM rebalancing_line l"
            + " JOIN rebalancing b ON b.id = l.rebalancing LEFT JOIN person p ON p.manager = b.manager"
            + " WHERE l.licence = ? AND l.state <> 'DRAFT'";

    static OwnLine read(ResultSet row) throws SQLException {
        String period = row.getString("effective_period");
        return new OwnLine(
                row.getLong("id"),
                row.getString("licence"),
                row.getString("display_name"),
                row.getInt("total_before"),
                row.getInt("total_after"),
                row.getString("reason"),
                row.getString("evidence"),
                Sql.whole(row, "demand"),
                LineState.valueOf(row.getString("state")),
                Sql.moment(row, "answer_by"),
                RebalancingState.valueOf(row.getString("of_state")),
                period == null ? null : new Effect(period, row.getInt("effective_number")));
    }

    /** Whether the retailer can answer it at a moment. */
    boolean isToAnswer(Instant now) {
        return of == RebalancingState.OPEN && state == LineState.ASKED && answerBy != null && now.isBefore(answerBy);
    }

    /** What is said instead of words; null where there are words. */
    @JsonIgnore
    public Message figures() {
        return RebalancingLine.figures(evidence, demandBefore, totalBefore);
    }

    @JsonProperty
    public int change() {
        return totalAfter - totalBefore;
    }

    /** Where its page is. */
    public String address() {
        return "/rebalancings/" + rebalancing + "/lines/" + CycleView.segment(licence);
    }
}
