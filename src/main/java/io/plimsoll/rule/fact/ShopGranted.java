package io.plimsoll.rule.fact;

import io.plimsoll.rule.FindingFact;
import io.plimsoll.rule.Proposals;
import java.math.BigDecimal;

/**
 * What a shop that is not ACTIVE was granted in all.
 *
 * @param status of the shop
 * @param granted cartons
 */
public record ShopGranted(String retailer, String status, BigDecimal granted, Proposals proposals)
        implements FindingFact {}
