package io.plimsoll.service.cycles;

import static io.plimsoll.service.cycles.CycleState.ALLOCATED;
import static io.plimsoll.service.cycles.CycleState.ALLOCATING;
import static io.plimsoll.service.cycles.CycleState.CANCELLED;
import static io.plimsoll.service.cycles.CycleState.CLOSED;
import static io.plimsoll.service.cycles.CycleState.DELIVERED;
import static io.plimsoll.service.cycles.CycleState.OPEN;
import static io.plimsoll.service.cycles.CycleState.PLANNED;
import static io.plimsoll.service.cycles.CycleState.PUBLISHED;
import static io.plimsoll.service.cycles.CycleState.SECOND_WINDOW;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A cycle goes on step by step, when its time has come, and never back. */
class CycleLifeTest {

    private static final Instant OPENS = Instant.parse("2026-11-23T00:00:00Z");
    private static final Instant CLOSES = Instant.parse("2026-11-24T10:00:00Z");
    private static final Instant SECOND_CLOSES = Instant.parse("2026-11-25T02:00:00Z");

    private static final List<CycleState> WAY =
            List.of(PLANNED, PUBLISHED, OPEN, SECOND_WINDOW, CLOSED, ALLOCATING, ALLOCATED, DELIVERED);

    /** While being allocated too: the run may have failed, and nothing else be left to do. */
    private static final Set<CycleState> CANCELLABLE =
            Set.of(PLANNED, PUBLISHED, OPEN, SECOND_WINDOW, CLOSED, ALLOCATING);

    private static CycleLife in(CycleState state) {
        return new CycleLife(state, OPENS, CLOSES, SECOND_CLOSES);
    }

    @Test
    void everyMoveButTheNextOneAndALawfulCancellingIsIllegal() {
        for (CycleState from : CycleState.values()) {
            for (CycleState to : CycleState.values()) {
                boolean isNext = WAY.contains(from) && WAY.indexOf(to) == WAY.indexOf(from) + 1;
                boolean isLawful = isNext || to == CANCELLED && CANCELLABLE.contains(from);
                assertEquals(isLawful, from.mayBecome(to), from + " to " + to);
                if (isLawful) {
                    assertEquals(to, in(from).enter(to).state());
                } else {
                    assertThrows(IllegalStateException.class, () -> in(from).enter(to));
                }
            }
        }
    }

    @Test
    void nobodyAllocatesByHand() {
        assertFalse(ALLOCATING.isReachedByHand());
        assertFalse(ALLOCATED.isReachedByHand());
        assertFalse(PLANNED.isReachedByHand());
        assertTrue(CLOSED.isReachedByHand());
        assertTrue(DELIVERED.isReachedByHand());
    }

    @Test
    void aStepIsDueFromItsMomentOn() {
        assertEquals(Optional.empty(), in(PUBLISHED).due(OPENS.minusNanos(1)));
        assertEquals(Optional.of(OPEN), in(PUBLISHED).due(OPENS));
        assertEquals(Optional.empty(), in(OPEN).due(CLOSES.minusNanos(1)));
        assertEquals(Optional.of(SECOND_WINDOW), in(OPEN).due(CLOSES));
        assertEquals(Optional.of(CLOSED), in(SECOND_WINDOW).due(SECOND_CLOSES));
    }

    @Test
    void whatIsNotPublishedNeverOpensByItself() {
        assertEquals(Optional.empty(), in(PLANNED).due(SECOND_CLOSES));
    }

    @Test
    void aClockThatIsSetBackTakesNothingBack() {
        for (CycleState state : List.of(OPEN, SECOND_WINDOW, CLOSED)) {
            assertEquals(Optional.empty(), in(state).due(OPENS.minusSeconds(1)));
            assertEquals(state, in(state).stateAt(OPENS.minusSeconds(1)));
        }
    }

    @Test
    void theStateThatHoldsIsKnownBeforeTheScheduleHasGotToIt() {
        assertEquals(OPEN, in(PUBLISHED).stateAt(CLOSES.minusNanos(1)));
        assertEquals(SECOND_WINDOW, in(PUBLISHED).stateAt(CLOSES));
        assertEquals(CLOSED, in(OPEN).stateAt(SECOND_CLOSES));
        assertEquals(SECOND_CLOSES, in(OPEN).until(CLOSES));
    }

    @Test
    void windowsFollowEachOther() {
        assertThrows(IllegalArgumentException.class, () -> new CycleLife(PLANNED, CLOSES, OPENS, SECOND_CLOSES));
        assertThrows(IllegalArgumentException.class, () -> new CycleLife(PLANNED, OPENS, SECOND_CLOSES, CLOSES));
    }
}
