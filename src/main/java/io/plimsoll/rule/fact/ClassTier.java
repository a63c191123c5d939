package io.plimsoll.rule.fact;

import io.plimsoll.rule.CeilingFact;
import io.plimsoll.rule.Proposals;
import java.math.BigDecimal;

/**
 * A row of the tier ceilings, as it meets one group of peers. A ceiling proposed here limits what each of them is
 * granted in this tier, over the Skus that are not OPEN. Asked only where the policy has a ceiling.
 *
 * @param interval order interval in cycles; the ceiling is one cycle's worth
 * @param ceiling cartons in one cycle (Q)
 * @param floatPercent float of the class
 */
public record ClassTier(
        String sizeClass,
        String marketType,
        BigDecimal interval,
        String tier,
        BigDecimal ceiling,
        BigDecimal floatPercent,
        Proposals proposals)
        implements CeilingFact {}
