package io.plimsoll.service.cycles;

import java.util.EnumSet;
import java.util.Set;

/** Where a cycle stands. It only ever goes on, never back; what is not listed here cannot happen. */
public enum CycleState {
    /** Everything about it may still be changed; nobody but planners relies on it. */
    PLANNED,
    /** Supply, ceilings, weights and seed are to be read, and fixed (R31, R34). */
    PUBLISHED,
    /** The retailers' own window. */
    OPEN,
    /** Assisted orders are entered, and a retailer's own late order is taken (R17). */
    SECOND_WINDOW,
    /** Both windows are over; orders and register are frozen. */
    CLOSED,
    /** A run shares the supply. */
    ALLOCATING,
    ALLOCATED,
    DELIVERED,
    /** It will not be allocated. */
    CANCELLED;

    /** What may come next. */
    Set<CycleState> next() {
        return switch (this) {
            case PLANNED -> EnumSet.of(PUBLISHED, CANCELLED);
            case PUBLISHED -> EnumSet.of(OPEN, CANCELLED);
            case OPEN -> EnumSet.of(SECOND_WINDOW, CANCELLED);
            case SECOND_WINDOW -> EnumSet.of(CLOSED, CANCELLED);
            case CLOSED -> EnumSet.of(ALLOCATING, CANCELLED);
            case ALLOCATING -> EnumSet.of(ALLOCATED, CANCELLED);
            case ALLOCATED -> EnumSet.of(DELIVERED);
            case DELIVERED, CANCELLED -> EnumSet.noneOf(CycleState.class);
        };
    }

    public boolean mayBecome(CycleState next) {
        return next().contains(next);
    }

    /** Whether a person may bring a cycle here; being allocated and allocated are reached by runs only. */
    boolean isReachedByHand() {
        return this == CANCELLED || this == DELIVERED || compareTo(PLANNED) > 0 && compareTo(CLOSED) <= 0;
    }

    /** Whether anything can be ordered: in the retailers' window, or late in the second one (R17). */
    public boolean takesOrders() {
        return this == OPEN || this == SECOND_WINDOW;
    }

    /**
     * Whether published supply can be corrected: while somebody may yet order, and again once a run has shared it, which
     * another run then supersedes; not while one is to begin or is at work.
     */
    boolean allowsCorrection() {
        return this == PUBLISHED || this == OPEN || this == SECOND_WINDOW || this == ALLOCATED;
    }

    /** Whether both windows are over, so that a run may have been, or may come. */
    public boolean isFrozen() {
        return compareTo(CLOSED) >= 0 && this != CANCELLED;
    }
}
