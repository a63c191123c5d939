package io.plimsoll.rule.fact;

import io.plimsoll.rule.FindingFact;
import io.plimsoll.rule.Proposals;
import java.math.BigDecimal;

/**
 * Two retailers and a Sku whose supply ran out: one would take another carton (at the cost of a lower-ranked line, if
 * need be), the other holds some. The j-th carton of a retailer has the key (2j - 1) / (2 x weight); smaller keys come
 * first.
 *
 * @param wanter the retailer who would take another carton
 * @param wanterGranted cartons it was granted; the one it wants comes after them
 * @param holder the retailer whose last carton is looked at
 * @param holderGranted cartons it was granted, that one included
 * @param wanterDrawnFirst whether the published draw puts the wanter first where keys are equal
 */
public record Rivalry(
        String sku,
        String wanter,
        BigDecimal wanterGranted,
        BigDecimal wanterWeight,
        String holder,
        BigDecimal holderGranted,
        BigDecimal holderWeight,
        boolean wanterDrawnFirst,
        Proposals proposals)
        implements FindingFact {}
