package io.plimsoll.retailer;

/** Size of a shop, computed from its volume, published, and frozen for the period. */
public enum SizeClass {
    LARGE,
    MEDIUM,
    SMALL
}
