package io.plimsoll.service.quotas;

import io.plimsoll.cycle.CycleHead;
import io.plimsoll.files.PolicyVersion;
import io.plimsoll.message.Message;
import io.plimsoll.service.cycles.CycleLife;
import io.plimsoll.service.cycles.CycleState;
import io.plimsoll.service.database.Sql;
import io.plimsoll.service.master.PresentPeriod;
import io.plimsoll.service.policies.Policies;
import io.plimsoll.service.web.Problem;
import io.plimsoll.service.web.Refused;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** From when on totals can still be changed: what has begun is history. */
@ApplicationScoped
class Horizon {

    private static final Set<CycleState> NOT_BEGUN = EnumSet.of(CycleState.PLANNED, CycleState.PUBLISHED);
    private static final Set<CycleState> SHARED = EnumSet.of(CycleState.ALLOCATED, CycleState.DELIVERED);

    /** As many as may be planned ahead and still be under way together. */
    private static final String LATEST =
            "SELECT cycle, seed, period, number_in_period, of_period, state, policy, opens_at,"
                    + " closes_at, second_closes_at FROM cycle WHERE state <> 'CANCELLED'"
                    + " ORDER BY period DESC, number_in_period DESC LIMIT 60";

    private final Sql sql;
    private final Policies policies;
    private final PresentPeriod present;
    private final Clock clock;

    Horizon(Sql sql, Policies policies, PresentPeriod present, Clock clock) {
        this.sql = sql;
        this.policies = policies;
        this.present = present;
        this.clock = clock;
    }

    /**
     * A cycle with the state that holds now.
     *
     * @param policy digest; null where none is chosen yet
     */
    record Known(CycleHead head, CycleState state, String policy) {

        boolean hasBegun() {
            return !NOT_BEGUN.contains(state);
        }
    }

    /**
     * What a re-balancing meets.
     *
     * @param effect from where it holds
     * @param policy by whose floats its ceilings are reckoned
     * @param underWay cycles of that month which have begun and are not shared yet
     */
    record View(Effect effect, PolicyVersion policy, List<Known> underWay) {}

    /** The month after the latest that has begun; what is proposed by itself holds from there (R1). */
    String nextMonth() {
        return YearMonth.parse(present.latestBegun()).plusMonths(1).toString();
    }

    /** Whether a month has begun, so that no total of it can be changed. */
    boolean hasBegun(String month) {
        return month.compareTo(present.latestBegun()) <= 0;
    }

    /** What lies ahead, from the first cycle that hasn't begun (R7). */
    @Transactional
    View ahead() {
        return ahead(LATEST);
    }

    /** The same, and until this transaction ends no cycle begins or ends. */
    @Transactional(TxType.MANDATORY)
    View aheadHeld() {
        return ahead(LATEST + " FOR SHARE");
    }

    private View ahead(String select) {
        List<Known> cycles = new ArrayList<>(sql.list(select, List.of(), this::known));
        Collections.reverse(cycles);
        int begun = 0;
        for (int i = 0; i < cycles.size(); i++) {
            if (cycles.get(i).hasBegun()) {
                begun = i + 1;
            }
        }
        Optional<Known> last = begun == 0 ? Optional.empty() : Optional.of(cycles.get(begun - 1));
        Optional<Known> next = cycles.stream().skip(begun).findFirst();
        Effect effect = last.map(Horizon::after)
                .orElseGet(() -> next.map(Horizon::at).orElseGet(() -> new Effect(present.latestBegun(), 1)));
        List<Known> underWay = cycles.stream()
                .limit(begun)
                .filter(each -> each.head().period().equals(effect.period()))
                .filter(each -> each.hasBegun() && !SHARED.contains(each.state()))
                .toList();
        return new View(effect, policy(effect, next.filter(each -> at(each).equals(effect)), last), underWay);
    }

    /** The policy that the next cycle has; else the one that is approved for it; else that of the cycle before. */
    private PolicyVersion policy(Effect effect, Optional<Known> next, Optional<Known> last) {
        return next.map(Known::policy)
                .or(() -> policies.approvedFor(effect.period(), effect.number()).stream()
                        .findFirst()
                        .map(Policies.Named::digest))
                .or(() -> last.map(Known::policy))
                .flatMap(policies::find)
                .orElseThrow(() -> new Refused(Problem.CONFLICT, Message.of("QUOTA_NO_POLICY")));
    }

    private Known known(ResultSet row) throws SQLException {
        CycleLife life = new CycleLife(
                CycleState.valueOf(row.getString("state")),
                Sql.moment(row, "opens_at"),
                Sql.moment(row, "closes_at"),
                Sql.moment(row, "second_closes_at"));
        CycleHead head = new CycleHead(
                row.getString("cycle"),
                row.getString("seed"),
                row.getString("period"),
                row.getInt("number_in_period"),
                row.getInt("of_period"));
        return new Known(head, life.stateAt(clock.instant()), row.getString("policy"));
    }

    private static Effect at(Known cycle) {
        return new Effect(cycle.head().period(), cycle.head().number());
    }

    /** The next place in the calendar of cycles, be one planned there or not. */
    private static Effect after(Known last) {
        CycleHead head = last.head();
        return head.number() < head.of()
                ? new Effect(head.period(), head.number() + 1)
                : new Effect(YearMonth.parse(head.period()).plusMonths(1).toString(), 1);
    }
}
