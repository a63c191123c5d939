package io.plimsoll.service.runs;

import io.plimsoll.message.Message;
import io.plimsoll.service.cycles.CycleView;
import io.plimsoll.service.cycles.Running;
import io.plimsoll.service.database.Sql;
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
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** A planner asks for a run. However often and from wherever that is done at once, there is one. */
@ApplicationScoped
class RunStart {

    private static final int LONGEST_REASON = 500;

    /** A re-balancing was approved that leaves nobody under what this cycle has granted (R7). */
    private static final String REBALANCED_SINCE = "SELECT COUNT(*) FROM rebalancing WHERE state = 'APPROVED'"
            + " AND effective_period = ? AND effective_number > ?";

    private final Runs runs;
    private final Running running;
    private final Sql sql;
    private final Journal journal;
    private final Event<Asked> asked;
    private final Clock clock;

    RunStart(Runs runs, Running running, Sql sql, Journal journal, Event<Asked> asked, Clock clock) {
        this.runs = runs;
        this.running = running;
        this.sql = sql;
        this.journal = journal;
        this.asked = asked;
        this.clock = clock;
    }

    /** There is something to do; told once it is stored. */
    record Asked(long request) {}

    /**
     * Whether a planner may ask for a run now.
     *
     * @param supersedes the run whose place it would take; null: there is none
     * @param against why not; null: it may be asked for
     */
    record Chance(Long supersedes, Message against) {

        public boolean isOpen() {
            return against == null;
        }
    }

    /**
     * Asks for a run; what is asked for already is the answer.
     *
     * @param reason why the run in force is superseded; not needed where there is none
     */
    @Transactional(TxType.MANDATORY)
    RunRequest start(Viewer planner, String cycle, String reason) {
        // Without the lock, which a run that writes may hold for long.
        Optional<RunRequest> early = runs.waiting(cycle);
        if (early.isPresent()) {
            return early.get();
        }
        CycleView held = running.hold(cycle);
        Optional<RunRequest> there = runs.waiting(cycle);
        if (there.isPresent()) {
            return there.get();
        }
        Chance chance = chance(held);
        if (!chance.isOpen()) {
            throw new Refused(Problem.CONFLICT, chance.against());
        }
        String said = reason == null || reason.isBlank() ? null : reason.strip();
        if (said == null && chance.supersedes() != null || said != null && said.length() > LONGEST_REASON) {
            throw Refused.field("reason", Message.of("REASON_EXPECTED", "most", LONGEST_REASON));
        }
        long id = sql.insert(
                "INSERT INTO run_request (cycle, requested_by, requested_at, reason, supersedes) VALUES (?, ?, ?, ?, ?)",
                cycle,
                planner.personId(),
                clock.instant(),
                said,
                chance.supersedes());
        if (chance.supersedes() == null) {
            running.begin(cycle, planner);
        }
        Map<String, Object> content = new LinkedHashMap<>();
        content.put("request", id);
        content.put("supersedes", chance.supersedes());
        content.put("reason", said);
        journal.append(planner, Act.RUN_STARTED, Subject.cycle(cycle), content);
        asked.fire(new Asked(id));
        return runs.request(id);
    }

    /** Whether a run of the cycle may be asked for as it stands. */
    @Transactional
    Chance chance(CycleView cycle) {
        return switch (cycle.state()) {
            case CLOSED, ALLOCATING -> first(cycle);
            case ALLOCATED -> another(cycle);
            default ->
                new Chance(null, Message.of("RUN_NOT_FROM_THERE", "state", Message.of("cycleState." + cycle.state())));
        };
    }

    private Chance first(CycleView cycle) {
        if (cycle.policy() == null) {
            return new Chance(null, Message.of("RUN_NO_POLICY"));
        }
        return new Chance(
                null,
                running.notAllocatedBefore(cycle)
                        .map(earlier -> Message.of("RUN_EARLIER_FIRST", "cycle", earlier))
                        .orElse(null));
    }

    private Chance another(CycleView cycle) {
        Long inForce = sql.first(
                        "SELECT id FROM allocation_run WHERE cycle = ? AND in_force",
                        row -> row.getLong(1),
                        cycle.cycle())
                .orElse(null);
        if (inForce == null || !running.isCorrectedSinceItsRun(cycle.cycle())) {
            return new Chance(inForce, Message.of("RUN_NOTHING_CORRECTED"));
        }
        if (sql.count("SELECT EXISTS (SELECT 1 FROM came_back WHERE cycle = ?)", cycle.cycle()) > 0) {
            return new Chance(inForce, Message.of("RUN_SOMETHING_CAME_BACK"));
        }
        if (sql.count(REBALANCED_SINCE, cycle.period(), cycle.number()) > 0) {
            return new Chance(inForce, Message.of("RUN_REBALANCED"));
        }
        return new Chance(
                inForce,
                running.builtUponBy(cycle)
                        .map(later -> Message.of("RUN_IS_BUILT_UPON", "cycle", later))
                        .orElse(null));
    }
}
