package io.plimsoll.service.orders;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What a retailer was told when he submitted: that it is stored, when, and exactly what.
 *
 * @param number by which he can refer to it
 * @param version of the order; the first has 1
 * @param digest SHA-256 over the canonical content, so that two people can see whether they speak of the same
 */
@Schema(name = "Receipt")
public record Receipt(
        @Schema(examples = "4711") long number,
        @Schema(examples = "2026-W48") String cycle,
        @Schema(examples = "L620119") String licence,
        @Schema(examples = "1") long version,
        @Schema(examples = "SELF") Channel channel,
        Instant submittedAt,
        List<OrderLine> lines,
        Integer atMost,
        String digest) {

    /** How an order came in (R15). */
    public enum Channel {
        /** The retailer himself. */
        SELF,
        /** Collected on a visit (R16). */
        ASSISTED
    }

    /** Cartons over all lines. */
    public long cartons() {
        return lines.stream().mapToLong(OrderLine::demand).sum();
    }

    /** Where its page is. */
    public String address() {
        return OrderView.address(cycle) + "/receipts/" + number;
    }
}
