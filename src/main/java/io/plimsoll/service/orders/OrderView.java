package io.plimsoll.service.orders;

import io.plimsoll.service.cycles.CycleView;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * An order as it stands.
 *
 * @param state see domain.md, section 5
 * @param channel how it came in; null where it did not
 * @param version for its ETag
 * @param receipt number of the latest receipt; null where there is none
 */
@Schema(name = "Order")
public record OrderView(
        @Schema(examples = "2026-W48") String cycle,
        @Schema(examples = "L620119") String licence,
        @Schema(examples = "SUBMITTED") String state,
        Receipt.Channel channel,
        Instant submittedAt,
        List<OrderLine> lines,
        Integer atMost,
        long version,
        Long receipt) {

    /** Whether it was collected on a visit and entered for him (R16). */
    boolean isEntered() {
        return state.equals("ENTERED");
    }

    /** Where its page is. */
    public String address() {
        return address(cycle);
    }

    static String address(String cycle) {
        return "/order/" + CycleView.segment(cycle);
    }

    /** Cartons over all lines. */
    public long cartons() {
        return lines.stream().mapToLong(OrderLine::demand).sum();
    }
}
