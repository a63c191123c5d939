package io.plimsoll.service.assisted;

/** Where an assisted order stands. That an order was missed is nowhere stored: it shows by there being none. */
public enum AssistedState {
    /** Written down on a visit; it goes no further unless the retailer himself confirms it. */
    COLLECTED,
    /** Signed by the market manager. */
    VERIFIED,
    /** Entered by the order desk: from here on it is the shop's demand. */
    ENTERED,
    /** Not what the retailer asks for, or not signed. Another one may be collected. */
    REFUSED,
    /** The retailer has ordered himself meanwhile. */
    OVERTAKEN,
    /** It was not entered before the second window closed. */
    LAPSED
}
