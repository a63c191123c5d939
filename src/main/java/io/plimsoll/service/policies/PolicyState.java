package io.plimsoll.service.policies;

/** What became of a policy version. */
public enum PolicyState {
    /** It came in with the data of a past cycle, which it binds; nobody has proposed it for others. */
    CAME_IN,
    /** It waits for another planner than the one who imported it. */
    PROPOSED,
    /** It binds from some cycle on, for good. */
    APPROVED,
    /** Another planner refused it; it may still be approved. */
    REFUSED
}
