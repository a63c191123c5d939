package io.plimsoll.service.assisted;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.plimsoll.service.orders.OrderLine;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * An assisted order as it stands, with all that was done to it.
 *
 * @param name of the shop; null where nobody knows
 * @param confirmed by the retailer himself
 * @param entryFrom the business day after it was collected: the order desk enters it no earlier
 * @param lines as the retailer stated them; nobody changes them
 * @param atMost cartons he wants at most of the whole order; null: as many as there can be
 * @param digest SHA-256 over lines and limit; the receipt has the same once it is entered
 * @param steps the earliest first
 */
@Schema(name = "AssistedOrder")
public record AssistedOrder(
        @Schema(examples = "17") long id,
        @Schema(examples = "2026-W48") String cycle,
        @Schema(examples = "L620119") String licence,
        String name,
        AssistedState state,
        boolean confirmed,
        LocalDate entryFrom,
        List<OrderLine> lines,
        Integer atMost,
        String digest,
        List<Step> steps,
        @Schema(examples = "1") long version) {

    /**
     * Something that was done to it.
     *
     * @param by who did it; null: the schedule
     * @param visitedAt of COLLECTED
     * @param place of COLLECTED
     * @param manner of CONFIRMED
     * @param reason of REJECTED and REFUSED
     * @param receipt of ENTERED and OVERTAKEN
     */
    @Schema(name = "AssistedStep")
    public record Step(
            StepKind step,
            String by,
            Instant at,
            Instant visitedAt,
            String place,
            Manner manner,
            String reason,
            @Schema(examples = "4711") Long receipt) {}

    /** Whose turn it is. */
    enum Turn {
        RETAILER,
        MARKET_MANAGER,
        ORDER_DESK,
        NOBODY
    }

    /** Whose turn it is. */
    @JsonIgnore
    public Turn turn() {
        return switch (state) {
            case COLLECTED -> confirmed ? Turn.MARKET_MANAGER : Turn.RETAILER;
            case VERIFIED -> Turn.ORDER_DESK;
            default -> Turn.NOBODY;
        };
    }

    /** Cartons over all lines. */
    public long cartons() {
        return lines.stream().mapToLong(OrderLine::demand).sum();
    }

    /** Where its page is. */
    public String address() {
        return address(id);
    }

    static String address(long id) {
        return "/assisted-orders/" + id;
    }
}
