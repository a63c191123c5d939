package io.plimsoll.service.cycles;

import java.time.Instant;
import java.util.Optional;

/**
 * Where a cycle stands and when it is to go on.
 *
 * @param opensAt when the retailers' window begins; null until it is planned
 * @param closesAt when it ends and the second window begins
 * @param secondClosesAt when the second window ends
 */
public record CycleLife(CycleState state, Instant opensAt, Instant closesAt, Instant secondClosesAt) {

    public CycleLife {
        requireRising(opensAt, closesAt);
        requireRising(closesAt, secondClosesAt);
    }

    private static void requireRising(Instant earlier, Instant later) {
        if (earlier != null && later != null && !earlier.isBefore(later)) {
            throw new IllegalArgumentException(earlier + " is not before " + later);
        }
    }

    /** Whether all its times are known. */
    boolean isTimed() {
        return opensAt != null && closesAt != null && secondClosesAt != null;
    }

    /** The state that the schedule brings it to next, if its time has come. One step only: each has work of its own. */
    Optional<CycleState> due(Instant now) {
        return switch (state) {
            case PUBLISHED -> reached(opensAt, now, CycleState.OPEN);
            case OPEN -> reached(closesAt, now, CycleState.SECOND_WINDOW);
            case SECOND_WINDOW -> reached(secondClosesAt, now, CycleState.CLOSED);
            default -> Optional.empty();
        };
    }

    private static Optional<CycleState> reached(Instant time, Instant now, CycleState next) {
        return time == null || now.isBefore(time) ? Optional.empty() : Optional.of(next);
    }

    /**
     * The same in its next state.
     *
     * @throws IllegalStateException where that is not one of the next ones
     */
    CycleLife enter(CycleState next) {
        if (!state.mayBecome(next)) {
            throw new IllegalStateException(state + " does not become " + next);
        }
        return new CycleLife(next, opensAt, closesAt, secondClosesAt);
    }

    /**
     * The state that holds at a moment. Between the end of a window and the next beat of the schedule it is one that is
     * not stored yet: whoever takes orders asks here, so that nothing slips in after closing time.
     */
    public CycleState stateAt(Instant now) {
        CycleLife life = this;
        Optional<CycleState> next = life.due(now);
        while (next.isPresent()) {
            life = life.enter(next.get());
            next = life.due(now);
        }
        return life.state;
    }

    /** When the state that holds at a moment ends by schedule; null where nothing is planned. */
    public Instant until(Instant now) {
        return switch (stateAt(now)) {
            case PUBLISHED -> opensAt;
            case OPEN -> closesAt;
            case SECOND_WINDOW -> secondClosesAt;
            default -> null;
        };
    }
}
