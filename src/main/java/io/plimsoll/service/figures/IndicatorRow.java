package io.plimsoll.service.figures;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.math.BigDecimal;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * So much of so much.
 *
 * @param key the month, cycle, manager, territory, class or tier; blank: a territory that nobody knows
 * @param share of 1
 */
@Schema(name = "IndicatorRow")
public record IndicatorRow(
        @Schema(examples = "2026-11") String key,
        @Schema(examples = "31") long part,
        @Schema(examples = "742") long whole,
        @Schema(examples = "0.0418") BigDecimal share) {

    static IndicatorRow of(String key, long part, long whole) {
        return new IndicatorRow(key, part, whole, Shares.of(part, whole));
    }

    /** In percent, to a tenth. */
    @JsonIgnore
    public BigDecimal percent() {
        return Shares.inPercent(share);
    }
}
