package io.plimsoll.run;

/** Why a line got less than was reported; the first that applies, in this order. */
public enum Binding {
    /** It did not: the grant is the demand. */
    NONE,
    /** The shop may be granted nothing in this cycle: it is not ACTIVE (R35), or a rule bars it. */
    INELIGIBLE,
    /** The class may not have this Sku: its ceiling is 0 (R5). */
    BLOCKED,
    /** The ceiling of the class on this Sku is reached (R5). */
    SKU_CEILING,
    /** The Sku ran short, because tight balance held some of it back (R6). */
    TIGHT_BALANCE,
    /** The Sku ran short, because there was no more of it. */
    SUPPLY,
    /** The ceiling of the class on this tier is used up (R5). */
    TIER_CEILING,
    /** A rule's ceiling on all that the shop is granted in this cycle is used up; no rule of this house sets one but 0. */
    STANDING,
    /** The retailer's own limit on this order is used up. */
    AT_MOST,
    /** What pacing allows by this cycle is used up (R8). */
    PACING,
    /** The ceiling for the period is used up (R2). */
    AGREED_TOTAL
}
