package io.plimsoll.sku;

/** How freely a Sku is supplied: SCARCE has a hard class ceiling, NORMAL one that floats, OPEN none (R5). */
public enum SupplyStatus {
    SCARCE,
    NORMAL,
    OPEN
}
