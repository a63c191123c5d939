package io.plimsoll.rule.fact;

import io.plimsoll.rule.FindingFact;
import io.plimsoll.rule.Proposals;
import java.math.BigDecimal;

/**
 * What one retailer was granted in this cycle against one of its limits, the worst of its peers.
 *
 * @param limitKind AGREED_TOTAL (what the period ceiling leaves), PACING (what the paced ceiling leaves), AT_MOST (its
 *     own limit), STANDING (a limit on the whole cycle) or TIER_CEILING
 * @param tier the tier that TIER_CEILING limits; otherwise blank
 * @param limit cartons in this cycle
 * @param granted cartons in this cycle
 */
public record RetailerTotal(
        String limitKind,
        String retailer,
        String sizeClass,
        String marketType,
        String tier,
        BigDecimal limit,
        BigDecimal granted,
        Proposals proposals)
        implements FindingFact {}
