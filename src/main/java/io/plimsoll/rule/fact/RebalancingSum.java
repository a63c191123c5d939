package io.plimsoll.rule.fact;

import io.plimsoll.rule.FindingFact;
import io.plimsoll.rule.Proposals;
import java.math.BigDecimal;

/**
 * A re-balancing as a whole (R7).
 *
 * @param manager key of the customer manager whose it is
 * @param lines how many totals it changes
 * @param sum of all its changes of agreed totals, in cartons
 */
public record RebalancingSum(String rebalancing, String manager, BigDecimal lines, BigDecimal sum, Proposals proposals)
        implements FindingFact {}
