package io.plimsoll.service.journal;

/** What kinds of act the journal knows. A name that was once written is never given another meaning. */
public enum Act {
    FIRST_ADMIN_MADE,
    SIGNED_IN,
    SIGN_IN_REFUSED,
    SIGNED_OUT,
    PASSWORD_CHANGED,
    /** An admin made a temporary password. */
    PASSWORD_RESET,
    /** An admin ended all sessions of a person. */
    SESSIONS_ENDED,
    /** An admin let a person try again who had guessed too often. */
    LOCK_OUT_ENDED,
    /** An account at the provider of single sign-on was bound to a person. */
    SINGLE_SIGN_ON_BOUND,
    SINGLE_SIGN_ON_UNBOUND,
    PERSON_ADDED,
    PERSON_CHANGED,
    TOKEN_MADE,
    TOKEN_REVOKED,
    RETAILER_ADDED,
    RETAILER_CHANGED,
    TERRITORY_ADDED,
    TERRITORY_CHANGED,
    SKU_ADDED,
    SKU_CHANGED,
    RECEIVER_REGISTERED,
    RECEIVER_ENDED,
    COMPLAINT_MADE,
    VISIT_RECORDED,
    STOCK_CHECK_RECORDED,
    RETAILER_READ,
    RETAILERS_READ,
    JOURNAL_READ,
    DEMO_SEEDED,
}
