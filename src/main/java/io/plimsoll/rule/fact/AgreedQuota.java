package io.plimsoll.rule.fact;

import io.plimsoll.rule.CeilingFact;
import io.plimsoll.rule.Proposals;
import java.math.BigDecimal;

/**
 * The total agreed with a retailer for the period. A ceiling proposed here limits what it may be granted in the period.
 *
 * @param interval order interval in cycles
 * @param agreedTotal cartons a period (T)
 * @param floatPercent by how many percent the ceiling of the class may lie above it (f)
 */
public record AgreedQuota(
        String sizeClass,
        String marketType,
        BigDecimal interval,
        BigDecimal agreedTotal,
        BigDecimal floatPercent,
        Proposals proposals)
        implements CeilingFact {}
