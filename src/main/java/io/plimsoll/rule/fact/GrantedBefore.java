package io.plimsoll.rule.fact;

import io.plimsoll.rule.FindingFact;
import io.plimsoll.rule.Proposals;
import java.math.BigDecimal;

/**
 * What a retailer had been granted in the period before this cycle.
 *
 * @param periodCeiling cartons a period
 * @param grantedInPeriod cartons granted before this cycle (G)
 */
public record GrantedBefore(String retailer, BigDecimal periodCeiling, BigDecimal grantedInPeriod, Proposals proposals)
        implements FindingFact {}
