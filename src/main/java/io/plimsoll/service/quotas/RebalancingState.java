package io.plimsoll.service.quotas;

/** How far a re-balancing has come (R7). */
enum RebalancingState {
    /** Lines are worked out, and retailers asked. */
    OPEN,
    /** The market manager has approved, and a planner is still to, since a key account is in it. */
    SIGNED,
    APPROVED,
    REFUSED,
    WITHDRAWN;

    boolean isOver() {
        return this != OPEN && this != SIGNED;
    }
}
