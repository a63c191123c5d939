package io.plimsoll.rule.fact;

import io.plimsoll.rule.CeilingFact;
import io.plimsoll.rule.Proposals;
import java.math.BigDecimal;

/**
 * A Sku in a tier that the policy holds in tight balance. A ceiling proposed here limits what is released of the Sku.
 * Asked only where there is a forecast and the tier has a rho.
 *
 * @param forecast forecast demand in cartons
 * @param rho share of the forecast that is released
 */
public record SkuSupply(
        String sku,
        String brand,
        String tier,
        String supplyStatus,
        BigDecimal forecast,
        BigDecimal rho,
        Proposals proposals)
        implements CeilingFact {}
