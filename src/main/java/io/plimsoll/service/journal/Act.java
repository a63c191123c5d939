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
    POLICY_IMPORTED,
    POLICY_PROPOSED,
    POLICY_APPROVED,
    POLICY_REFUSED,
}
