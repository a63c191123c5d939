package io.plimsoll.rule.fact;

import io.plimsoll.rule.FindingFact;
import io.plimsoll.rule.Proposals;
import java.math.BigDecimal;

/**
 * The grant on one line, the worst of its peers on this Sku. Asked apart for each limit that a line has.
 *
 * @param limitKind DEMAND (what the retailer reported) or SKU_CEILING
 * @param limit cartons
 * @param granted cartons
 */
public record LineGrant(
        String limitKind,
        String retailer,
        String sizeClass,
        String marketType,
        String sku,
        BigDecimal limit,
        BigDecimal granted,
        Proposals proposals)
        implements FindingFact {}
