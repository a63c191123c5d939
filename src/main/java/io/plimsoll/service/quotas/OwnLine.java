package io.plimsoll.service.quotas;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
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
 * @param totalAfter T that is proposed: neither an order nor a target
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

        LineState state,
        Instant answerBy,
        @JsonIgnore RebalancingState of) {

    /** Of one shop, where it has been asked; conditions come behind. */
    static final String SELECT = "SELECT b.id, l.licence, p.display_name, l.total_before, l.total_after, l.reason,"
            + " l.evidence, l.state, l.answer_by, b.state AS of_state FROM rebalancing_line l"
            + " JOIN rebalancing b ON b.id = l.rebalancing LEFT JOIN person p ON p.manager = b.manager"
            + " WHERE l.licence = ? AND l.state <> 'DRAFT'";

    static OwnLine read(ResultSet row) throws SQLException {
        return new OwnLine(
                row.getLong("id"),
                row.getString("licence"),
                row.getString("display_name"),
                row.getInt("total_before"),
                row.getInt("total_after"),
                row.getString("reason"),
                row.getString("evidence"),
                LineState.valueOf(row.getString("state")),
                Sql.moment(row, "answer_by"),
                RebalancingState.valueOf(row.getString("of_state")));
    }

    /** Whether the retailer can answer it at a moment. */
    boolean isToAnswer(Instant now) {
        return of == RebalancingState.OPEN && state == LineState.ASKED && answerBy != null && now.isBefore(answerBy);
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
