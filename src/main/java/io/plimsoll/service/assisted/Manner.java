package io.plimsoll.service.assisted;

/** How a retailer confirmed what was collected for him. */
public enum Manner {
    /** Signed in, on a page of his own. */
    SIGNED_IN,
    /** By his own code, typed at the visit into the device of the one who collected. */
    CODE
}
