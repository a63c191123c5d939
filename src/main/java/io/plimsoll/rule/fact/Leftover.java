package io.plimsoll.rule.fact;

import io.plimsoll.rule.FindingFact;
import io.plimsoll.rule.Proposals;
import java.math.BigDecimal;

/**
 * A Sku of which something is left although a retailer would have taken another carton.
 *
 * @param released cartons there were to share; for a Sku in unlimited supply, as many as were granted or still wanted
 * @param granted cartons granted in all
 * @param wanter the first retailer, in the order of keys, who would have taken one more
 * @param wanterDemand cartons it reported
 * @param wanterGranted cartons it was granted
 * @param others how many more retailers would have
 */
public record Leftover(
        String sku,
        BigDecimal released,
        BigDecimal granted,
        String wanter,
        BigDecimal wanterDemand,
        BigDecimal wanterGranted,
        BigDecimal others,
        Proposals proposals)
        implements FindingFact {}
