package io.plimsoll.service.deliveries;

/** Why cartons came back. */
public enum CameBackKind {
    RETURNED,
    PAYMENT_FAILED
}
