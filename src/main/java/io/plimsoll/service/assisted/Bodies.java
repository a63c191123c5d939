package io.plimsoll.service.assisted;

import io.plimsoll.service.orders.OrderDraft;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What programs send for each step. */
public final class Bodies {

    private Bodies() {}

    /** What a retailer stated on a visit, and where and when that was. */
    @Schema(name = "Collection", examples = """
            {"licence": "L620119", "visitedAt": "2026-11-25T11:30:00Z", "place": "12 Harbour Road",
             "lines": [{"sku": "FE-01", "demand": 4}, {"sku": "LT-01", "demand": 8}], "atMost": 10}""")
    public record Collection(
            @Schema(examples = "L620119", maxLength = 64) String licence,

            @Schema(description = "after the retailers' own window ended, and not in the future")
            Instant visitedAt,

            @Schema(examples = "12 Harbour Road", maxLength = 200)
            String place,

            @Schema(description = "as the retailer states them, what he wants filled first before the rest")
            List<OrderDraft.Line> lines,

            @Schema(
                    examples = "10",
                    nullable = true,
                    minimum = "0",
                    maximum = "1000000",
                    description = "cartons he wants at most of the whole order")
            Integer atMost) {

        OrderDraft draft() {
            return new OrderDraft(lines, atMost);
        }
    }

    /** The retailer's word on what was collected for him. */
    @Schema(name = "Confirmation", examples = """
            {"confirms": true, "code": null, "reason": null}""")
    public record Confirmation(
            @Schema(description = "false: this is not what I ask for")
            Boolean confirms,

            @Schema(
                    nullable = true,
                    maxLength = 40,
                    description = "the retailer's own code, where the customer manager's device sends it")
            String code,

            @Schema(nullable = true, maxLength = 500, description = "why not, if he wants to say")
            String reason) {

        /** Without the code: whatever is written of this, that is not. */
        @Override
        public String toString() {
            return "Confirmation[confirms=" + confirms + "]";
        }
    }

    /** The market manager's signature or refusal. */
    @Schema(name = "Signature", examples = """
            {"signs": false, "reason": "The shop was closed at that time."}""")
    public record Signature(
            Boolean signs,

            @Schema(nullable = true, maxLength = 500, description = "of a refusal")
            String reason) {}
}
