package io.plimsoll.service.quotas;

import io.plimsoll.message.Message;
import io.plimsoll.service.database.Sql;
import io.plimsoll.service.figures.FiguresDue;
import io.plimsoll.service.journal.Act;
import io.plimsoll.service.journal.Journal;
import io.plimsoll.service.journal.Subject;
import io.plimsoll.service.quotas.ChangeLaw.Consent;
import io.plimsoll.service.right.Role;
import io.plimsoll.service.right.Scope;
import io.plimsoll.service.right.Viewer;
import io.plimsoll.service.web.Checks;
import io.plimsoll.service.web.Problem;
import io.plimsoll.service.web.Refused;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongConsumer;

/** What others do with a re-balancing: retailers answer, a market manager approves it as a whole, for key accounts a planner too. */
@ApplicationScoped
class RebalancingApproval {

    private static final int LONGEST_REASON = 500;

    private final Rebalancings rebalancings;
    private final RebalancingDrafts drafts;
    private final Sql sql;
    private final Journal journal;
    private final FiguresDue figures;
    private final Clock clock;

    RebalancingApproval(
            Rebalancings rebalancings,
            RebalancingDrafts drafts,
            Sql sql,
            Journal journal,
            FiguresDue figures,
            Clock clock) {
        this.rebalancings = rebalancings;
        this.drafts = drafts;
        this.sql = sql;
        this.journal = journal;
        this.figures = figures;
        this.clock = clock;
    }

    /**
     * A retailer answers for his own line; he sees no other.
     *
     * @param agrees whether he does, or declines: then the line drops out
     * @param total that he has seen; another one by now is not what he answered to
     */
    @Transactional
    void answer(Viewer retailer, long id, boolean agrees, int total) {
        if (!(retailer.scope() instanceof Scope.OneRetailer own)) {
            throw Refused.forbidden();
        }
        sql.list("SELECT id FROM rebalancing WHERE id = ? FOR UPDATE", row -> row.getLong(1), id);
        OwnLine line = ownLine(id, own.licence()).orElseThrow(Refused::forbidden);
        if (line.totalAfter() != total) {
            throw new Refused(Problem.STALE, Message.of("PROBLEM_STALE"));
        }
        if (!line.isToAnswer(clock.instant())) {
            throw new Refused(Problem.CONFLICT, Message.of("REBALANCING_NOTHING_TO_ANSWER"));
        }
        sql.update(
                "UPDATE rebalancing_line SET state = ?, answered_by = ?, answered_at = ? WHERE rebalancing = ? AND licence = ?",
                agrees ? LineState.AGREED : LineState.DECLINED,
                retailer.personId(),
                clock.instant(),
                id,
                own.licence());
        sql.update("UPDATE rebalancing SET version = version + 1 WHERE id = ?", id);
        Map<String, Object> content = new LinkedHashMap<>();
        content.put("retailer", Subject.retailer(own.licence()));
        content.put("before", line.totalBefore());
        content.put("after", line.totalAfter());
        journal.append(
                retailer,
                agrees ? Act.REBALANCING_LINE_AGREED : Act.REBALANCING_LINE_DECLINED,
                Subject.rebalancing(id),
                content);
    }

    /** A shop's own line of a re-balancing; nothing where it has none, or was never asked about it. */
    @Transactional
    Optional<OwnLine> ownLine(long id, String licence) {
        return sql.first(OwnLine.SELECT + " AND b.id = ?", OwnLine::read, licence, id);
    }

    /** A line of the one who asks; another's is refused in the words for one that is not there. */
    @Transactional
    OwnLine requireOwn(Viewer retailer, long id, String licence) {
        if (retailer.scope() instanceof Scope.OneRetailer own && own.licence().equals(licence)) {
            return ownLine(id, licence).orElseThrow(Refused::forbidden);
        }
        throw Refused.forbidden();
    }

    /** Whether a line can be answered now. */
    boolean isToAnswer(OwnLine line) {
        return line.isToAnswer(clock.instant());
    }

    /** Lines of a shop that wait for its answer. */
    @Transactional
    List<OwnLine> toAnswer(String licence) {
        return sql.list(
                OwnLine.SELECT + " AND b.state = 'OPEN' AND l.state = 'ASKED' AND l.answer_by > ? ORDER BY b.id",
                OwnLine::read,
                licence,
                clock.instant());
    }

    /** Approves a re-balancing as a whole: a market manager; where a key account is in it, a planner after him. */
    @Transactional
    Rebalancing approve(Viewer viewer, long id, LongConsumer match) {
        Rebalancings.Read read = rebalancings.held(id);
        Rebalancing rebalancing = read.rebalancing();
        match.accept(rebalancing.version());
        requireTurn(viewer, rebalancing);
        requireReady(rebalancing);
        RebalancingDrafts.requireFresh(rebalancing);
        boolean isSecond = viewer.role() == Role.PLANNER;
        drafts.requireLawful(read, new Consent(true, true, true));
        Instant now = clock.instant();
        if (!isSecond && rebalancing.needsSecondApproval()) {
            sql.update(
                    "UPDATE rebalancing SET state = 'SIGNED', approved_by = ?, approved_at = ?, version = version + 1"
                            + " WHERE id = ?",
                    viewer.personId(),
                    now,
                    id);
            journal.append(viewer, Act.REBALANCING_SIGNED, Subject.rebalancing(id), Map.of());
            return rebalancings.shown(id);
        }
        takeEffect(viewer, read, now, isSecond);
        return rebalancings.shown(id);
    }

    private static void requireTurn(Viewer viewer, Rebalancing rebalancing) {
        RebalancingState due = viewer.role() == Role.PLANNER ? RebalancingState.SIGNED : RebalancingState.OPEN;
        if (rebalancing.state() != due) {
            throw new Refused(Problem.CONFLICT, Message.of("REBALANCING_NOT_YOURS_NOW"));
        }
        if (!Rebalancings.isAllIn(viewer, rebalancing)) {
            throw new Refused(Problem.CONFLICT, Message.of("REBALANCING_BEYOND_YOUR_TERRITORIES"));
        }
    }

    private static void requireReady(Rebalancing rebalancing) {
        if (rebalancing.live().isEmpty()) {
            throw new Refused(Problem.CONFLICT, Message.of("REBALANCING_EMPTY"));
        }
        long open = rebalancing.live().size() - rebalancing.agreed();
        if (open > 0) {
            throw new Refused(Problem.CONFLICT, Message.of("REBALANCING_NOT_ALL_AGREED", "lines", open));
        }
    }

    /** The totals of all lines hold from the next cycle on: all of them, or none. */
    private void takeEffect(Viewer viewer, Rebalancings.Read read, Instant now, boolean isSecond) {
        Rebalancing rebalancing = read.rebalancing();
        Effect effect = read.view().effect();
        String approver = isSecond ? "second_by = ?, second_at = ?" : "approved_by = ?, approved_at = ?";
        sql.update(
                "INSERT INTO agreed_total (licence, period, number_in_period, cartons, state, manager, total_before,"
                        + " reason, evidence, rebalancing, proposed_by, proposed_at, agreed_by, agreed_at, approved_by,"
                        + " approved_at, second_by, second_at)"
                        + " SELECT l.licence, ?, ?, l.total_after, 'APPROVED', b.manager, l.total_before, l.reason,"
                        + " l.evidence, b.id, b.made_by, l.asked_at, l.answered_by, l.answered_at, COALESCE(b.approved_by, ?),"
                        + " COALESCE(b.approved_at, ?), ?, ? FROM rebalancing b JOIN rebalancing_line l ON l.rebalancing = b.id"
                        + " AND l.state = 'AGREED' WHERE b.id = ?",
                effect.period(),
                effect.number(),
                viewer.personId(),
                now,
                isSecond ? viewer.personId() : null,
                isSecond ? now : null,
                rebalancing.id());
        sql.update(
                "UPDATE rebalancing SET state = 'APPROVED', " + approver
                        + ", effective_period = ?, effective_number = ?,"
                        + " policy = ?, version = version + 1 WHERE id = ?",
                viewer.personId(),
                now,
                effect.period(),
                effect.number(),
                read.view().policy().digest(),
                rebalancing.id());
        figures.ofShops();
        Map<String, Object> content = new LinkedHashMap<>();
        content.put("period", effect.period());
        content.put("number", effect.number());
        content.put("ceiling_drift", rebalancing.ceilingDrift());
        content.put(
                "lines",
                rebalancing.live().stream().map(RebalancingApproval::entry).toList());
        journal.append(viewer, Act.REBALANCING_APPROVED, Subject.rebalancing(rebalancing.id()), content);
    }

    private static Map<String, Object> entry(RebalancingLine line) {
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("retailer", Subject.retailer(line.shop().licence()));
        entry.put("before", line.totalBefore());
        entry.put("after", line.totalAfter());
        entry.put("reason", line.reason());
        return entry;
    }

    /** Refuses it as a whole, with a reason: whoever's turn it would be to approve. */
    @Transactional
    Rebalancing refuse(Viewer viewer, long id, LongConsumer match, String reason) {
        Rebalancings.Read read = rebalancings.held(id);
        match.accept(read.rebalancing().version());
        requireTurn(viewer, read.rebalancing());
        Checks checks = new Checks();
        String said = checks.words("reason", reason, LONGEST_REASON);
        checks.refuseErrors();
        sql.update(
                "UPDATE rebalancing SET state = 'REFUSED', ended_by = ?, ended_at = ?, end_reason = ?,"
                        + " version = version + 1 WHERE id = ?",
                viewer.personId(),
                clock.instant(),
                said,
                id);
        journal.append(viewer, Act.REBALANCING_REFUSED, Subject.rebalancing(id), Map.of("reason", said));
        return rebalancings.shown(id);
    }
}
