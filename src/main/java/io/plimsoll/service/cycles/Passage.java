package io.plimsoll.service.cycles;

import io.plimsoll.message.Message;
import io.plimsoll.service.journal.Act;
import io.plimsoll.service.journal.Journal;
import io.plimsoll.service.journal.Subject;
import io.plimsoll.service.right.Viewer;
import io.plimsoll.service.web.Problem;
import io.plimsoll.service.web.Refused;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Brings cycles from state to state: by hand, or by the schedule. One at a time: the row is locked meanwhile. */
@ApplicationScoped
class Passage {

    private static final int LONGEST_REASON = 500;

    private final CycleTable table;
    private final Cycles cycles;
    private final Sequence sequence;
    private final Publishing publishing;
    private final Freezing freezing;
    private final Running running;
    private final Notices notices;
    private final Journal journal;
    private final Clock clock;
    private final Event<OrderingOver> over;

    Passage(
            CycleTable table,
            Cycles cycles,
            Sequence sequence,
            Publishing publishing,
            Freezing freezing,
            Running running,
            Notices notices,
            Journal journal,
            Clock clock,
            Event<OrderingOver> over) {
        this.table = table;
        this.cycles = cycles;
        this.sequence = sequence;
        this.publishing = publishing;
        this.freezing = freezing;
        this.running = running;
        this.notices = notices;
        this.journal = journal;
        this.clock = clock;
        this.over = over;
    }

    /**
     * Does what a planner's button says.
     *
     * @param reason needed where people had relied on another time
     */
    @Transactional
    CycleView byHand(Viewer planner, String name, CycleState next, String reason) {
        CycleEntity cycle = table.locked(name).orElseThrow(Refused::notFound);
        if (!next.isReachedByHand()) {
            throw Refused.field("state", Message.of("CYCLE_STATE_NOT_BY_HAND"));
        }
        if (cycle.state == next) {
            throw new Refused(Problem.CONFLICT, Message.of("cycleAlready." + next));
        }
        if (!cycle.state.mayBecome(next)) {
            throw new Refused(
                    Problem.CONFLICT, Message.of("CYCLE_NOT_FROM_THERE", "from", word(cycle.state), "to", word(next)));
        }
        if (running.isWaiting(name)) {
            throw new Refused(Problem.CONFLICT, Message.of("CYCLE_RUN_IS_WAITING"));
        }
        if (next == CycleState.DELIVERED && running.isCorrectedSinceItsRun(name)) {
            throw new Refused(Problem.CONFLICT, Message.of("CYCLE_CORRECTION_NOT_SHARED"));
        }
        Optional<String> notClosed = next == CycleState.OPEN ? sequence.notClosedBefore(cycle) : Optional.empty();
        notClosed.ifPresent(earlier -> {
            throw new Refused(Problem.CONFLICT, Message.of("CYCLE_EARLIER_NOT_CLOSED", "cycle", earlier));
        });
        String said = reason == null || reason.isBlank() ? null : reason.strip();
        if (said != null && said.length() > LONGEST_REASON || said == null && needsReason(cycle, next)) {
            throw Refused.field("reason", Message.of("REASON_EXPECTED", "most", LONGEST_REASON));
        }
        enter(cycle, next, planner, said);
        return CycleView.of(cycle);
    }

    private static Message word(CycleState state) {
        return Message.of("cycleState." + state);
    }

    /** Ending a window before its time, or a cycle altogether, has to be explained. */
    private boolean needsReason(CycleEntity cycle, CycleState next) {
        boolean isEnd = next == CycleState.SECOND_WINDOW || next == CycleState.CLOSED;
        return next == CycleState.CANCELLED || isEnd && cycle.life().stateAt(clock.instant()) == cycle.state;
    }

    /** The cycles whose next step is due at a moment, those first that should have gone on first. */
    @Transactional
    List<String> due(Instant now) {
        return table
                .find(
                        "(state = ?1 and opensAt <= ?4) or (state = ?2 and closesAt <= ?4)"
                                + " or (state = ?3 and secondClosesAt <= ?4) order by opensAt, cycle",
                        CycleState.PUBLISHED,
                        CycleState.OPEN,
                        CycleState.SECOND_WINDOW,
                        now)
                .stream()
                .map(cycle -> cycle.cycle)
                .toList();
    }

    /**
     * Does the next step of a cycle, if it is still due once nobody else is at it.
     *
     * @return whether there was one
     */
    @Transactional(TxType.REQUIRES_NEW)
    boolean bySchedule(String name, Instant now) {
        Optional<CycleEntity> cycle = table.locked(name);
        Optional<CycleState> next = cycle.flatMap(each -> each.life().due(now));
        next.ifPresent(state -> enter(cycle.get(), state, null, null));
        return next.isPresent();
    }

    private void enter(CycleEntity cycle, CycleState next, Viewer byOrNull, String reason) {
        cycle.state = cycle.life().enter(next).state();
        Map<String, Object> content = new LinkedHashMap<>();
        if (reason != null) {
            content.put("reason", reason);
        }
        switch (next) {
            case PUBLISHED -> content.putAll(publishing.publish(cycle));
            case CLOSED -> content.putAll(freezing.freeze(cycle));
            case DELIVERED -> content.putAll(running.deliver(cycle));
            default -> {
                // The state alone says it.
            }
        }
        if (next == CycleState.CLOSED || next == CycleState.CANCELLED) {
            over.fire(new OrderingOver(cycle.cycle));
        }
        table.flush();
        cycles.record(cycle, byOrNull == null ? null : byOrNull.personId(), reason);
        tell(cycle, next, reason);
        if (byOrNull == null) {
            journal.appendBySystem(act(next), Subject.cycle(cycle.cycle), content);
        } else {
            journal.append(byOrNull, act(next), Subject.cycle(cycle.cycle), content);
        }
    }

    /** Retailers relied on a window or a cycle: they are told when it ends otherwise than was published. */
    private void tell(CycleEntity cycle, CycleState next, String reason) {
        if (next == CycleState.PUBLISHED) {
            notices.write(cycle.cycle, Notice.Kind.CYCLE_PUBLISHED, null, null);
        } else if (next == CycleState.CANCELLED && cycle.publishedAt != null) {
            notices.write(cycle.cycle, Notice.Kind.CYCLE_CANCELLED, reason, null);
        } else if (next == CycleState.SECOND_WINDOW && reason != null) {
            notices.write(cycle.cycle, Notice.Kind.WINDOW_ENDED_EARLY, reason, null);
        }
    }

    private static Act act(CycleState entered) {
        return switch (entered) {
            case PUBLISHED -> Act.CYCLE_PUBLISHED;
            case OPEN -> Act.CYCLE_OPENED;
            case SECOND_WINDOW -> Act.CYCLE_WINDOW_ENDED;
            case CLOSED -> Act.CYCLE_CLOSED;
            case CANCELLED -> Act.CYCLE_CANCELLED;
            case DELIVERED -> Act.CYCLE_DELIVERED;
            default -> throw new IllegalStateException(entered + " is reached by runs only");
        };
    }
}
