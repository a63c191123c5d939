package io.plimsoll.rule.fact;

import io.plimsoll.rule.CeilingFact;
import io.plimsoll.rule.Proposals;
import java.math.BigDecimal;

/**
 * Where a retailer stands in the period. A ceiling proposed here limits what it may have been granted in the period
 * once this cycle is done. Asked only where the policy paces.
 *
 * @param periodCeiling cartons a period, the smallest ceiling that answered {@link AgreedQuota}
 * @param cyclesReached k': the cycle that this order must last to; for a shop that orders every second cycle the one
 *     after, and never more than cyclesInPeriod
 * @param cyclesInPeriod K
 * @param burst b of the policy
 * @param reserve lambda of the policy
 * @param exempt period ceilings of at most so many cartons are not paced
 */
public record PeriodPace(
        String sizeClass,
        String marketType,
        BigDecimal interval,
        BigDecimal periodCeiling,
        BigDecimal cyclesReached,
        BigDecimal cyclesInPeriod,
        BigDecimal burst,
        BigDecimal reserve,
        BigDecimal exempt,
        Proposals proposals)
        implements CeilingFact {}
