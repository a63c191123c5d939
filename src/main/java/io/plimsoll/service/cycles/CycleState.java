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
            case ALLOCATING -> EnumSet.of(ALLOCATED);
            case ALLOCATED -> EnumSet.of(DELIVERED);
            case DELIVERED, CANCELLED -> EnumSet.noneOf(CycleState.class);
        };
    }

    public boolean mayBecome(CycleState next) {
        return next().contains(next);
    }

    /** Whether a person may bring a cycle here; the states after closing are reached by runs and deliveries only. */
    boolean isReachedByHand() {
        return this == CANCELLED || compareTo(PLANNED) > 0 && compareTo(CLOSED) <= 0;
    }

    /** Whether anything can be ordered: in the retailers' window, or late in the second one (R17). */
    public boolean takesOrders() {
        return this == OPEN || this == SECOND_WINDOW;
    }

    /** Whether what is published can still be corrected: somebody may yet order. */
    boolean isBetweenPublishingAndClosing() {
        return this == PUBLISHED || this == OPEN || this == SECOND_WINDOW;
    }
}
