package io.plimsoll.rule.fact;

import io.plimsoll.rule.CeilingFact;
import io.plimsoll.rule.Proposals;
import java.math.BigDecimal;

/**
 * A row of the Sku ceilings, as it meets one group of peers. A ceiling proposed here limits each of their lines of this
 * Sku. Asked only where the policy has a ceiling.
 *
 * @param interval order interval in cycles; the ceiling is one cycle's worth
 * @param supplyStatus SCARCE, NORMAL or OPEN
 * @param ceiling cartons in one cycle (Q)
 * @param floatPercent float of the class
 */
public record ClassSku(
        String sizeClass,
        String marketType,
        BigDecimal interval,
        String sku,
        String brand,
        String tier,
        String supplyStatus,
        BigDecimal ceiling,
        BigDecimal floatPercent,
        Proposals proposals)
        implements CeilingFact {}
