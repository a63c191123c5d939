package io.plimsoll.service.quotas;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What programs send to this room. */
final class Bodies {

    private Bodies() {}

    /**
     * A total that is proposed.
     *
     * @param total T in cartons a month: neither an order nor a target
     */
    @Schema(name = "TotalProposed")
    record ProposedTotal(
            @Schema(examples = "150") Integer total,

            @Schema(
                    examples = "DEMAND",
                    description =
                            "code of the catalogue: DEMAND, MONTH_END, SEASON, PREMISES, SURROUNDINGS or RETAILER_ASKED")
            String reason,

            @Schema(examples = "asked for 150 cartons a month since August")
            String evidence) {}

    /**
     * A retailer's answer.
     *
     * @param total that he has seen
     */
    @Schema(name = "TotalAnswer")
    record Answer(
            @Schema(examples = "true") Boolean agrees,
            @Schema(examples = "150") Integer total) {}

    /**
     * A manager's word.
     *
     * @param reason of a refusal
     */
    @Schema(name = "TotalApproval")
    record Approval(
            @Schema(examples = "true") Boolean approves,

            @Schema(examples = "the school closes in May", nullable = true)
            String reason) {}

    /** Lines that are to stand otherwise. */
    @Schema(name = "RebalancingLines")
    record Lines(List<LineEdit> lines) {}
}
