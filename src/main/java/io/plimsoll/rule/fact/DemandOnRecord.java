package io.plimsoll.rule.fact;

import io.plimsoll.rule.FindingFact;
import io.plimsoll.rule.Proposals;
import java.math.BigDecimal;

/**
 * The demand that a grants file states beside a grant, against the one that was reported.
 *
 * @param reported cartons in the order
 * @param recorded cartons in the grants file
 */
public record DemandOnRecord(String retailer, String sku, BigDecimal reported, BigDecimal recorded, Proposals proposals)
        implements FindingFact {}
