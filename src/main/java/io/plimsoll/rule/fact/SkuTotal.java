package io.plimsoll.rule.fact;

import io.plimsoll.rule.FindingFact;
import io.plimsoll.rule.Proposals;
import java.math.BigDecimal;

/**
 * What was granted of a Sku in all against what there was.
 *
 * @param limitKind SUPPLY (the cartons there are) or TIGHT_BALANCE (what tight balance released of them)
 * @param limit cartons
 * @param granted cartons
 */
public record SkuTotal(
        String limitKind, String sku, String tier, BigDecimal limit, BigDecimal granted, Proposals proposals)
        implements FindingFact {}
