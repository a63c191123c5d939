package io.plimsoll.sku;

/** Price class of a Sku; TIER_1 is the dearest. Tight balance may only touch TIER_4 and TIER_5 (R6). */
public enum BrandTier {
    TIER_1,
    TIER_2,
    TIER_3,
    TIER_4,
    TIER_5
}
