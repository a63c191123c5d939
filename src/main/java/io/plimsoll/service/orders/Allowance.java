package io.plimsoll.service.orders;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.plimsoll.message.Message;
import java.math.BigDecimal;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * How far a retailer may go in a cycle, beforehand: upper limits only, each with its rule and policy version (R11). There
 * is no other side to it: any smaller quantity, zero too, is as good (R3).
 *
 * @param agreedTotal T in cartons a month: neither an order nor a target
 * @param classDefault whether nothing was ever agreed, so that the default of the class holds (R1)
 * @param floatPercent how far the ceiling lies above T
 * @param granted cartons so far in the month
 * @param standing a ceiling on everything, such as 0 for a shop that is suspended; null where there is none
 * @param forPeriod what may be granted in the month (R2); null where no rule limits it
 * @param byPace what may have been granted once this cycle is over (R8); null where nothing is paced
 * @param left cartons that may still be granted in this cycle; null where no rule limits them
 * @param tiers by tier, of what is not OPEN
 * @param skus by Sku
 * @param policy the version that all of it is reckoned from
 * @param names what people call the Skus
 */
@Schema(name = "Allowance")
public record Allowance(
        @Schema(examples = "2026-W48") String cycle,
        @Schema(examples = "2026-11") String period,
        @Schema(examples = "300") int agreedTotal,
        boolean classDefault,
        BigDecimal floatPercent,
        @Schema(examples = "120") long granted,
        Upper standing,
        Upper forPeriod,
        Upper byPace,
        @Schema(examples = "45") Long left,
        Map<String, Upper> tiers,
        Map<String, Upper> skus,
        String policy,
        @JsonIgnore Map<String, CycleSkus.Named> names) {

    /**
     * An upper limit.
     *
     * @param max cartons
     * @param rule that sets it
     * @param reason its sentence, with the figures that went in
     */
    @Schema(name = "UpperLimit")
    public record Upper(
            @Schema(examples = "330") long max,
            @Schema(examples = "R2") String rule,
            @JsonIgnore Message reason) {}

    /** What people call a Sku; blank where nobody knows. */
    public String nameOf(String sku) {
        return names.containsKey(sku) ? names.get(sku).name() : "";
    }

    /** Whether the shop can be granted nothing at all. */
    @JsonIgnore
    public boolean isBarred() {
        return standing != null && standing.max() == 0;
    }
}
