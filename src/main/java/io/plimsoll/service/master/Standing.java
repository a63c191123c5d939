package io.plimsoll.service.master;

import java.math.BigDecimal;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The three figures of a retailer that matter in a month.
 *
 * @param agreedTotal T in cartons: neither an order nor a target; null where there is none
 * @param classDefault whether no total was ever approved, so that the default of the class holds (R1)
 * @param granted so far in cartons, less what came back
 * @param floatPercent how far the ceiling lies above T; null where no policy says
 * @param ceiling floor(T x (1 + f)) in cartons (R2); null where it is not known
 * @param policy the version of the release policy that says so
 * @param coming the next total that is approved and does not hold yet; null where there is none
 */
public record Standing(
        @Schema(examples = "2026-07") String period,
        Integer agreedTotal,
        boolean classDefault,
        long granted,
        BigDecimal floatPercent,
        Long ceiling,
        String policy,
        ComingTotal coming) {}
