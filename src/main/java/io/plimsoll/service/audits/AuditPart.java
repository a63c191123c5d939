package io.plimsoll.service.audits;

/** What an audit is at, in the order of the work. */
public enum AuditPart {
    /** Nobody is at it yet, or another process is. */
    WAITING,
    READING,
    CEILINGS,
    JUDGING
}
