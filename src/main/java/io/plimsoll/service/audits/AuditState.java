package io.plimsoll.service.audits;

/** What has become of an audit. */
public enum AuditState {
    /** It is to be judged, or is being judged. */
    WAITING,
    JUDGED,
    /** The engine broke off. */
    FAILED
}
