package io.plimsoll.service.quotas;

/** How far a line of a re-balancing has come. */
enum LineState {
    /** The retailer has not been asked yet, or not about this total. */
    DRAFT,
    ASKED,
    AGREED,
    /** By the retailer: the line has dropped out. */
    DECLINED,
    /** The retailer did not answer in time: the line has dropped out. */
    EXPIRED;

    /** Whether the line counts. */
    boolean isLive() {
        return this != DECLINED && this != EXPIRED;
    }
}
