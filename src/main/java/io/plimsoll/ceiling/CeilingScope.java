package io.plimsoll.ceiling;

/** What a ceiling limits, and so what its subject and ref are. */
public enum CeilingScope {
    /** All grants of one retailer in this cycle; subject: the retailer, ref: the cycle. */
    STANDING,
    /** What one retailer is granted in the period; subject: the retailer, ref: the period. */
    PERIOD,
    /** What one retailer has been granted in the period once this cycle is done; subject: the retailer, ref: the cycle. */
    PACE,
    /** Each line of a Sku in a group of peers; subject: the group, ref: the Sku. */
    SKU,
    /** The lines of a tier of each retailer in a group of peers; subject: the group, ref: the tier. */
    TIER,
    /** What is released of a Sku; subject: the Sku, ref: blank. */
    SUPPLY,
    /** The share of each retailer in a group of peers, in whole numbers and not in cartons; subject: the group. */
    WEIGHT
}
