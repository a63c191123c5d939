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
    CYCLE_PLANNED,
    CYCLE_CHANGED,
    CYCLE_PUBLISHED,
    CYCLE_OPENED,
    CYCLE_WINDOW_ENDED,
    CYCLE_CLOSED,
    CYCLE_CANCELLED,
    SUPPLY_SET,
    SUPPLY_REMOVED,
    SUPPLY_CORRECTED,
    NOTICE_WRITTEN,
    NOTICE_CHANGED,
    NOTICE_PUBLISHED,
    NOTICE_READ,
    DEMO_SEEDED,
    POLICY_IMPORTED,
    POLICY_PROPOSED,
    POLICY_APPROVED,
    POLICY_REFUSED,
}
