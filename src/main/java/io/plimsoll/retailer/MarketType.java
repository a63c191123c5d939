package io.plimsoll.retailer;

/** Where a shop is. */
public enum MarketType {
    URBAN,
    RURAL
}
