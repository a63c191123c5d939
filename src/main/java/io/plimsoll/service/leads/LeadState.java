package io.plimsoll.service.leads;

/** How far a lead has come; it follows from the steps. */
public enum LeadState {
    /** Nobody checks it yet. */
    OPEN,
    /** Somebody checks it until it is due. */
    ASSIGNED,
    /** Whoever checked it has said what he found; an auditor closes it. */
    PROPOSED,
    CLOSED
}
