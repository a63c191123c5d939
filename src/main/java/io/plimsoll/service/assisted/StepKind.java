package io.plimsoll.service.assisted;

/** What is done to an assisted order, each at most once. */
public enum StepKind {
    COLLECTED,
    CONFIRMED,
    /** The retailer says that it is not what he asks for. */
    REJECTED,
    VERIFIED,
    /** The market manager does not sign. */
    REFUSED,
    ENTERED,
    OVERTAKEN,
    LAPSED
}
