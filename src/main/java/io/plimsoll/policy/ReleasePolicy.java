package io.plimsoll.policy;

import io.plimsoll.retailer.SizeClass;
import io.plimsoll.sku.BrandTier;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;

/**
 * One published version of all tables that decide ceilings and shares.
 *
 * @param version the policy's name and digest, cited by every ceiling (R11)
 * @param floatPercents by how many percent the ceiling of a class lies above the agreed total (R2)
 * @param weights share of a class in a short Sku, a positive whole number (R34)
 * @param tierCeilings Q by class and tier
 * @param skuCeilings Q by class and Sku
 * @param tightBalance rho by tier, TIER_4 and TIER_5 only (R6)
 * @param pacing empty where the policy paces nobody (R8)
 */
public record ReleasePolicy(
        String version,
        Map<SizeClass, BigDecimal> floatPercents,
        Map<SizeClass, Integer> weights,
        ClassCeilings tierCeilings,
        ClassCeilings skuCeilings,
        Map<BrandTier, BigDecimal> tightBalance,
        Optional<Pacing> pacing,
        Alerts alerts) {

    public ReleasePolicy {
        floatPercents = Map.copyOf(floatPercents);
        weights = Map.copyOf(weights);
        tightBalance = Map.copyOf(tightBalance);
    }
}
