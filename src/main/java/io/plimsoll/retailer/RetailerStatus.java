package io.plimsoll.retailer;

/** Whether a licence stands. Only an ACTIVE shop may be granted anything (R35). */
public enum RetailerStatus {
    ACTIVE,
    SUSPENDED
}
