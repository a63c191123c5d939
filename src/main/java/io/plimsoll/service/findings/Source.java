package io.plimsoll.service.findings;

/** Where something was found. */
public enum Source {
    /** In what this service granted. */
    RUN,
    /** In what others granted, which was brought to be audited. */
    AUDIT,
    /** In agreed totals that are in force, whichever way they came in. */
    QUOTA
}
