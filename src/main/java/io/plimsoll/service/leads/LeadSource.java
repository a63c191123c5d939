package io.plimsoll.service.leads;

/** What a lead was raised by. */
public enum LeadSource {
    /** Something that a rule raised in a run. */
    FINDING,
    /** What a retailer complained of. */
    COMPLAINT,
    /** What somebody of the staff saw or heard. */
    PERSON
}
