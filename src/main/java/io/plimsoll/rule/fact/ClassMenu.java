package io.plimsoll.rule.fact;

import io.plimsoll.rule.FindingFact;
import io.plimsoll.rule.Proposals;
import java.math.BigDecimal;

/**
 * All that a group of peers may order, where every Sku has a ceiling for them.
 *
 * @param sumOfCeilings cartons, over all Skus
 * @param medianHeadroom cartons, the median of the group
 * @param headroomMultiple how many times the headroom the ceilings must leave to choose from; a threshold of the policy
 */
public record ClassMenu(
        String sizeClass,
        String marketType,
        BigDecimal interval,
        BigDecimal sumOfCeilings,
        BigDecimal medianHeadroom,
        BigDecimal headroomMultiple,
        Proposals proposals)
        implements FindingFact {}
