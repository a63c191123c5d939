package io.plimsoll.service.journal;

/** What kinds of act the journal knows. A name that was once written is never given another meaning. */
public enum Act {
    FIRST_ADMIN_MADE,
    SIGNED_IN,
    SIGN_IN_REFUSED,
    SIGNED_OUT,
    PASSWORD_CHANGED,
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
}
