package io.plimsoll.service.assisted;

import java.time.Instant;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * An assisted order in a list.
 *
 * @param manager key of the customer manager of the shop
 * @param territory of the shop; null where nobody knows
 * @param entryFrom the order desk enters it no earlier than on this day
 * @param cartons over all lines
 */
@Schema(name = "AssistedOrderInAList")
public record AssistedSummary(
        @Schema(examples = "17") long id,
        @Schema(examples = "2026-W48") String cycle,
        @Schema(examples = "L620119") String licence,
        String name,
        String manager,
        String territory,
        AssistedState state,
        boolean confirmed,
        Instant collectedAt,
        LocalDate entryFrom,
        @Schema(examples = "12") long cartons) {

    /** Where its page is. */
    public String address() {
        return AssistedOrder.address(id);
    }
}
