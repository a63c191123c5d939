package io.plimsoll.service.leads;

/** What can be done to a lead. */
public enum LeadStepKind {
    RAISED,
    /** Somebody or something was named that it is about. */
    NAMED,
    ASSIGNED,
    COMMENTED,
    /** Whoever checks it said what he found. */
    PROPOSED,
    /** It is important and was not verified: auditors have it now. */
    ESCALATED,
    CLOSED
}
