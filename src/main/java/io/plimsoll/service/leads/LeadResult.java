package io.plimsoll.service.leads;

/** What came of a lead (R30). */
public enum LeadResult {
    /** It is so: a violation. */
    VERIFIED,
    /** It is not so. */
    REFUTED,
    /** Nobody can tell. */
    UNVERIFIABLE
}
