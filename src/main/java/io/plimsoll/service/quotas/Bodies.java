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
    @Schema(name = "TotalProposed", examples = """
            {"total": 150, "reason": "DEMAND", "evidence": "asked for 150 cartons a month since August"}""")
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
    @Schema(name = "TotalAnswer", examples = """
            {"agrees": true, "total": 150}""")
    record Answer(
            @Schema(examples = "true") Boolean agrees,
            @Schema(examples = "150") Integer total) {}

    /**
     * A manager's word.
     *
     * @param reason of a refusal
     */
    @Schema(name = "TotalApproval", examples = """
            {"approves": false, "reason": "the school closes in May"}""")
    record Approval(
            @Schema(examples = "true") Boolean approves,

            @Schema(examples = "the school closes in May", nullable = true)
            String reason) {}

    /** Lines that are to stand otherwise. */
    @Schema(name = "RebalancingLines", examples = """
            {"lines": [{"licence": "L620119", "totalAfter": 150, "reason": "DEMAND", "evidence": "asked for 150 since August"}]}""")
    record Lines(List<LineEdit> lines) {}
}
