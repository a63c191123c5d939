package io.plimsoll.rule.fact;

import io.plimsoll.rule.CeilingFact;
import io.plimsoll.rule.Proposals;
import java.math.BigDecimal;

/**
 * The published weight of a class. What is proposed here is the share, in whole numbers and not in cartons, that each of
 * these retailers has in a short Sku; the smallest proposal holds.
 *
 * @param interval order interval in cycles
 * @param weight weight of the class in the policy
 */
public record ClassWeight(
        String sizeClass, String marketType, BigDecimal interval, BigDecimal weight, Proposals proposals)
        implements CeilingFact {}
