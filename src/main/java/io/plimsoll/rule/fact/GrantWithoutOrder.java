package io.plimsoll.rule.fact;

import io.plimsoll.rule.FindingFact;
import io.plimsoll.rule.Proposals;
import java.math.BigDecimal;

/**
 * A grant for which there is no line in any order.
 *
 * @param known whether the register has both the retailer and the Sku
 * @param ordered whether the retailer ordered anything else in this cycle
 * @param granted cartons
 */
public record GrantWithoutOrder(
        String retailer, String sku, boolean known, boolean ordered, BigDecimal granted, Proposals proposals)
        implements FindingFact {}
