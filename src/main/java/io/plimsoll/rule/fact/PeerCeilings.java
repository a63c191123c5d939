package io.plimsoll.rule.fact;

import io.plimsoll.rule.FindingFact;
import io.plimsoll.rule.Proposals;
import java.math.BigDecimal;

/**
 * The smallest and the largest ceiling among peers, who must have equal ones.
 *
 * @param limitKind SKU_CEILING, TIER_CEILING or WEIGHT
 * @param ref the Sku or the tier; blank for a weight
 * @param lowest the retailer with the smallest
 * @param highest the retailer with the largest
 */
public record PeerCeilings(
        String limitKind,
        String sizeClass,
        String marketType,
        BigDecimal interval,
        String ref,
        String lowest,
        BigDecimal smallest,
        String highest,
        BigDecimal largest,
        Proposals proposals)
        implements FindingFact {}
