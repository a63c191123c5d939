package io.plimsoll.service.cycles;

import io.plimsoll.message.Message;
import io.plimsoll.service.database.Sql;
import io.plimsoll.service.journal.Act;
import io.plimsoll.service.journal.Journal;
import io.plimsoll.service.journal.Subject;
import io.plimsoll.service.policies.Policies;
import io.plimsoll.service.policies.PolicyCalendars;
import io.plimsoll.service.right.Role;
import io.plimsoll.service.right.Viewer;
import io.plimsoll.service.web.Paging;
import io.plimsoll.service.web.Problem;
import io.plimsoll.service.web.Refused;
import io.plimsoll.service.web.Refused.FieldError;
import io.plimsoll.service.web.WebSettings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongConsumer;

/** Plans cycles, and shows them to whoever may see them. */
@ApplicationScoped
public class Cycles {

    private static final String PUBLIC = "(state <> 'PLANNED' and (state <> 'CANCELLED' or publishedAt is not null))";

    private final CycleTable table;
    private final Policies policies;
    private final Sql sql;
    private final Journal journal;
    private final PolicyCalendars calendars;
    private final CycleSettings settings;
    private final ZoneId zone;
    private final Clock clock;

    Cycles(
            CycleTable table,
            Policies policies,
            Sql sql,
            Journal journal,
            PolicyCalendars calendars,
            CycleSettings settings,
            WebSettings web,
            Clock clock) {
        this.table = table;
        this.policies = policies;
        this.sql = sql;
        this.journal = journal;
        this.calendars = calendars;
        this.settings = settings;
        this.zone = web.zone();
        this.clock = clock;
    }

    /** A part of the cycles, the latest first, and how many there are. */
    record Found(List<CycleView> cycles, long total) {}

    @Transactional
    CycleView plan(Viewer planner, CyclePlan plan) {
        requireGood(plan, true);
        CycleEntity cycle = new CycleEntity();
        cycle.state = CycleState.PLANNED;
        copy(plan, cycle);
        table.persistAndFlush(cycle);
        record(cycle, planner.personId(), null);
        journal.append(planner, Act.CYCLE_PLANNED, Subject.cycle(cycle.cycle), content(cycle));
        return CycleView.of(cycle);
    }

    /**
     * Changes a cycle that is not published yet.
     *
     * @param requireVersion refuses another version than the one that was seen
     */
    @Transactional
    CycleView change(Viewer planner, CyclePlan plan, LongConsumer requireVersion) {
        CycleEntity cycle = table.locked(plan.cycle()).orElseThrow(Refused::notFound);
        requireVersion.accept(cycle.version);
        if (cycle.state != CycleState.PLANNED) {
            throw new Refused(Problem.CONFLICT, Message.of("CYCLE_IS_FIXED"));
        }
        requireGood(plan, false);
        copy(plan, cycle);
        table.flush();
        journal.append(planner, Act.CYCLE_CHANGED, Subject.cycle(cycle.cycle), content(cycle));
        return CycleView.of(cycle);
    }

    /** Refuses a plan with all that is wrong with it at once, whether it shows by itself or beside the others. */
    private void requireGood(CyclePlan plan, boolean isNew) {
        List<FieldError> errors = new ArrayList<>(plan.errors());
        if (isNew && plan.cycle() != null && table.findById(plan.cycle()) != null) {
            errors.add(new FieldError("cycle", Message.of("CYCLE_NAME_TAKEN")));
        }
        sql.first(
                        "SELECT cycle FROM cycle WHERE period = ? AND number_in_period = ? AND state <> 'CANCELLED' AND cycle <> ?",
                        row -> row.getString(1),
                        plan.period(),
                        plan.number(),
                        plan.cycle())
                .ifPresent(other ->
                        errors.add(new FieldError("number", Message.of("CYCLE_NUMBER_TAKEN", "cycle", other))));
        boolean isNamed = plan.policy() != null
                && errors.stream().noneMatch(error -> error.field().equals("policy"));
        if (isNamed && !policies.exists(plan.policy())) {
            errors.add(new FieldError("policy", Message.of("CYCLE_POLICY_EXPECTED")));
        }
        if (!errors.isEmpty()) {
            throw Refused.fields(errors);
        }
    }

    /** The cycle that is the last in its month and of all months; nothing before there is one. */
    @Transactional
    Optional<CycleView> last() {
        return table
                .find("state <> ?1 order by period desc, number desc, cycle", CycleState.CANCELLED)
                .range(0, 0)
                .stream()
                .map(CycleView::of)
                .findFirst();
    }

    private void copy(CyclePlan plan, CycleEntity cycle) {
        cycle.cycle = plan.cycle();
        cycle.seed = plan.seed();
        cycle.period = plan.period();
        cycle.number = plan.number();
        cycle.of = plan.of();
        cycle.policy = plan.policy();
        cycle.opensAt = plan.opensAt();
        cycle.closesAt = plan.closesAt();
        cycle.secondClosesAt = plan.secondClosesAt() == null ? secondClosing(plan.closesAt()) : plan.secondClosesAt();
    }

    /** When the second window ends by default: at an hour of the business day after the first (R17). */
    Instant secondClosing(Instant closesAt) {
        if (closesAt == null) {
            return null;
        }
        LocalDate day = closesAt.atZone(zone).toLocalDate();
        return calendars
                .inForce(day)
                .nextBusinessDay(day)
                .atTime(settings.secondWindowUntil())
                .atZone(zone)
                .toInstant();
    }

    /**
     * Notes the state that a cycle has entered.
     *
     * @param byPerson key of the person who brought it there; null: the schedule did
     */
    void record(CycleEntity cycle, Long byPerson, String reason) {
        sql.update(
                "INSERT INTO cycle_step (cycle, state, at, by_person, reason) VALUES (?, ?, ?, ?, ?)",
                cycle.cycle,
                cycle.state.name(),
                clock.instant(),
                byPerson,
                reason);
    }

    static Map<String, Object> content(CycleEntity cycle) {
        Map<String, Object> content = new LinkedHashMap<>();
        content.put("seed", cycle.seed);
        content.put("period", cycle.period);
        content.put("number", cycle.number);
        content.put("of", cycle.of);
        content.put("policy", cycle.policy);
        content.put("opens_at", cycle.opensAt);
        content.put("closes_at", cycle.closesAt);
        content.put("second_closes_at", cycle.secondClosesAt);
        return content;
    }

    /** A cycle; one that is not published yet does not exist for retailers. */
    @Transactional
    public CycleView find(Viewer viewer, String name) {
        CycleEntity cycle = table.findById(name);
        if (viewer.role() == Role.RETAILER && (cycle == null || !cycle.isPublic())) {
            throw Refused.forbidden();
        }
        if (cycle == null) {
            throw Refused.notFound();
        }
        return CycleView.of(cycle);
    }

    @Transactional
    Found list(Viewer viewer, CycleState state, String period, Paging paging) {
        List<String> conditions = new ArrayList<>();
        Map<String, Object> values = new LinkedHashMap<>();
        if (viewer.role() == Role.RETAILER) {
            conditions.add(PUBLIC);
        }
        if (state != null) {
            conditions.add("state = :state");
            values.put("state", state);
        }
        if (period != null && !period.isBlank()) {
            conditions.add("period = :period");
            values.put("period", period.strip());
        }
        String where = conditions.isEmpty() ? "1 = 1" : String.join(" and ", conditions);
        long total = table.count(where, values);
        List<CycleView> found = table
                .find(where + " order by period desc, number desc, cycle", values)
                .range(paging.offset(), paging.offset() + paging.size - 1)
                .stream()
                .map(CycleView::of)
                .toList();
        return new Found(found, total);
    }

    /** What has happened to a cycle, the earliest first. */
    @Transactional
    List<Step> steps(Viewer viewer, String cycle) {
        find(viewer, cycle);
        return sql.list(
                "SELECT s.state, s.at, p.display_name, s.reason FROM cycle_step s LEFT JOIN person p ON p.id = s.by_person"
                        + " WHERE s.cycle = ? ORDER BY s.id",
                row -> new Step(
                        CycleState.valueOf(row.getString("state")),
                        Sql.moment(row, "at"),
                        row.getString("display_name"),
                        row.getString("reason")),
                cycle);
    }
}
