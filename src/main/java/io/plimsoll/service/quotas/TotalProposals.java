package io.plimsoll.service.quotas;

import io.plimsoll.message.Message;
import io.plimsoll.quota.ReasonForChange;
import io.plimsoll.service.database.Sql;
import io.plimsoll.service.database.Where;
import io.plimsoll.service.figures.FiguresDue;
import io.plimsoll.service.journal.Act;
import io.plimsoll.service.journal.Journal;
import io.plimsoll.service.journal.Readings;
import io.plimsoll.service.journal.Subject;
import io.plimsoll.service.master.AgreedTotals.State;
import io.plimsoll.service.master.PresentPeriod;
import io.plimsoll.service.master.ShopScope;
import io.plimsoll.service.quotas.ChangeLaw.Consent;
import io.plimsoll.service.quotas.ChangeLaw.Manner;
import io.plimsoll.service.quotas.ChangeLaw.Wanted;
import io.plimsoll.service.right.Role;
import io.plimsoll.service.right.Scope;
import io.plimsoll.service.right.Viewer;
import io.plimsoll.service.web.Asking;
import io.plimsoll.service.web.Checks;
import io.plimsoll.service.web.PageOf;
import io.plimsoll.service.web.Paging;
import io.plimsoll.service.web.Problem;
import io.plimsoll.service.web.Refused;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Totals proposed to single retailers (R1): proposed by the customer manager, agreed or declined by the retailer, approved by the
 * market manager, and for a key account by a planner too. They hold from the next month on; what is not approved by then lapses.
 */
@ApplicationScoped
class TotalProposals {

    private static final int LONGEST_TEXT = 500;
    private static final int MOST_TOTAL = 1_000_000;

    private final Sql sql;
    private final Asking asking;
    private final ShopScope scope;
    private final Horizon horizon;
    private final PresentPeriod present;
    private final QuotaShops shops;
    private final ChangeLaw law;
    private final Journal journal;
    private final FiguresDue figures;
    private final Readings readings;
    private final Clock clock;

    TotalProposals(
            Sql sql,
            Asking asking,
            ShopScope scope,
            Horizon horizon,
            PresentPeriod present,
            QuotaShops shops,
            ChangeLaw law,
            Journal journal,
            FiguresDue figures,
            Readings readings,
            Clock clock) {
        this.sql = sql;
        this.asking = asking;
        this.scope = scope;
        this.horizon = horizon;
        this.present = present;
        this.shops = shops;
        this.law = law;
        this.journal = journal;
        this.figures = figures;
        this.readings = readings;
        this.clock = clock;
    }

    /**
     * What a manager proposes.
     *
     * @param total T in cartons a month
     * @param reason code of the catalogue
     */
    record Proposed(Integer total, String reason, String evidence) {}

    /** A shop as a proposal of the next month would meet it. */
    @Transactional
    QuotaShop shop(String licence) {
        scope.require(licence);
        readings.ofRetailer(licence);
        return atNextMonth(licence, horizon.ahead());
    }

    private QuotaShop atNextMonth(String licence, Horizon.View ahead) {
        return shops.of(List.of(licence), fromNextMonth(ahead)).get(licence);
    }

    private Horizon.View fromNextMonth(Horizon.View ahead) {
        return new Horizon.View(new Effect(horizon.nextMonth(), 1), ahead.policy(), List.of());
    }

    /** Proposes a total to a retailer of one's own. */
    @Transactional
    TotalProposal propose(Viewer manager, String licence, Proposed given) {
        scope.require(licence);
        Horizon.View ahead = horizon.aheadHeld();
        lockShop(licence);
        Checks checks = new Checks();
        int total = checks.given("total", given.total()) == null ? 0 : given.total();
        checks.expect(total >= 0 && total <= MOST_TOTAL, "total", Message.of("QUOTA_TOTAL_RANGE", "most", MOST_TOTAL));
        ReasonForChange reason = checks.constant("reason", given.reason(), ReasonForChange.class);
        checks.expect(given.reason() != null && !given.reason().isBlank(), "reason", Message.of("FIELD_MISSING"));
        String evidence = checks.words("evidence", given.evidence(), LONGEST_TEXT);
        QuotaShop shop = atNextMonth(licence, ahead);
        checks.expect(
                given.total() == null || total != shop.total() || shop.isClassDefault(),
                "total",
                Message.of("QUOTA_TOTAL_UNCHANGED"));
        checks.refuseErrors();
        String key = ((Scope.OfManager) manager.scope()).manager();
        requireLawful(ahead, new Wanted(shop, key, total, reason.name()));
        endLapsed(licence);
        requireNoneOpen(licence);
        String month = horizon.nextMonth();
        long id = sql.insert(
                "INSERT INTO agreed_total (licence, period, cartons, state, manager, total_before, reason, evidence,"
                        + " proposed_by, proposed_at) VALUES (?, ?, ?, 'PROPOSED', ?, ?, ?, ?, ?, ?)",
                licence,
                month,
                total,
                key,
                shop.total(),
                reason,
                evidence,
                manager.personId(),
                clock.instant());
        Map<String, Object> content = new LinkedHashMap<>();
        content.put("proposal", id);
        content.put("period", month);
        content.put("before", shop.total());
        content.put("after", total);
        content.put("reason", reason.name());
        content.put("evidence", evidence);
        journal.append(manager, Act.TOTAL_PROPOSED, Subject.retailer(licence), content);
        return row(id);
    }

    /** Until the transaction ends no other total of the shop is proposed or approved; after cycles, as everywhere. */
    private void lockShop(String licence) {
        sql.list("SELECT licence FROM retailer WHERE licence = ? FOR UPDATE", row -> row.getString(1), licence);
    }

    private void requireLawful(Horizon.View ahead, Wanted wanted) {
        law.require(
                ahead.policy().version(),
                List.of(),
                List.of(law.fact(
                        Manner.PROPOSAL,
                        wanted,
                        Consent.NOT_YET_NEEDED,
                        QuotaThresholds.daysAfterCheck(ahead.policy()))));
    }

    /** What has lapsed makes room for another. */
    private void endLapsed(String licence) {
        sql.update(
                "UPDATE agreed_total SET state = 'LAPSED', ended_at = ? WHERE licence = ? AND is_open AND period <= ?",
                clock.instant(),
                licence,
                present.latestBegun());
    }

    private void requireNoneOpen(String licence) {
        if (sql.count("SELECT COUNT(*) FROM agreed_total WHERE licence = ? AND is_open", licence) > 0) {
            throw new Refused(Problem.CONFLICT, Message.of("QUOTA_PROPOSAL_IS_OPEN"));
        }
    }

    /** One that the one who asks may see; an auditor's reading is journalled. */
    @Transactional
    TotalProposal find(long id) {
        TotalProposal proposal = visible(id);
        readings.ofRetailer(proposal.licence());
        return proposal;
    }

    private TotalProposal visible(long id) {
        String latest = present.latestBegun();
        List<TotalProposal> there = sql.list(
                TotalProposal.SELECT + " WHERE t.id = ? AND " + TotalProposal.IS_PROPOSAL,
                row -> TotalProposal.read(row, latest),
                id);
        asking.requireInScope(there.stream().findFirst().flatMap(proposal -> scope.owner(proposal.licence())));
        return there.get(0);
    }

    private TotalProposal row(long id) {
        String latest = present.latestBegun();
        return sql.first(TotalProposal.SELECT + " WHERE t.id = ?", row -> TotalProposal.read(row, latest), id)
                .orElseThrow();
    }

    /** Those that the one who asks may see; those that wait for somebody first, the latest of them before the others. */
    @Transactional
    PageOf<TotalProposal> list(State state, Paging paging) {
        String latest = present.latestBegun();
        Where where = new Where()
                .and(TotalProposal.IS_PROPOSAL)
                .inScope(asking.known().scope(), "r");
        if (state != null && state.isOpen()) {
            where.and("t.state = ?", state.name()).and("t.period > ?", latest);
        } else if (state == State.LAPSED) {
            where.and("(t.state = 'LAPSED' OR t.is_open AND t.period <= ?)", latest);
        } else if (state != null) {
            where.and("t.state = ?", state.name());
        }
        List<TotalProposal> found = sql.list(
                TotalProposal.SELECT + where.sql() + " ORDER BY t.is_open DESC, t.id DESC LIMIT ? OFFSET ?",
                where.valuesAnd(paging.size, paging.offset()),
                row -> TotalProposal.read(row, latest));
        readings.ofRetailers(
                found.stream().map(TotalProposal::licence).distinct().toList());
        return PageOf.of(
                found,
                paging,
                sql.number(
                        "SELECT COUNT(*) FROM agreed_total t JOIN retailer r ON r.licence = t.licence" + where.sql(),
                        where.values()));
    }

    /** The retailer agrees or declines; with {@code total} he says what he has seen. */
    @Transactional
    TotalProposal answer(Viewer retailer, long id, boolean agrees, int total) {
        TotalProposal proposal = held(id);
        requireState(proposal, State.PROPOSED);
        if (proposal.total() != total) {
            throw new Refused(Problem.STALE, Message.of("PROBLEM_STALE"));
        }
        if (agrees) {
            sql.update(
                    "UPDATE agreed_total SET state = 'AGREED', agreed_by = ?, agreed_at = ?, version = version + 1 WHERE id = ?",
                    retailer.personId(),
                    clock.instant(),
                    id);
            note(retailer, Act.TOTAL_AGREED, proposal, null);
        } else {
            end(retailer, proposal, State.DECLINED, Act.TOTAL_DECLINED, null);
        }
        return row(id);
    }

    /** The market manager approves; a planner after him where the shop is a key account. */
    @Transactional
    TotalProposal approve(Viewer viewer, long id) {
        Horizon.View ahead = horizon.aheadHeld();
        lockShop(visible(id).licence());
        TotalProposal proposal = held(id);
        boolean isSecond = viewer.role() == Role.PLANNER;
        requireState(proposal, isSecond ? State.SIGNED : State.AGREED);
        QuotaShop shop = atNextMonth(proposal.licence(), ahead);
        if (shop.total() != proposal.totalBefore()) {
            throw new Refused(
                    Problem.CONFLICT,
                    Message.of(
                            "REBALANCING_STALE",
                            "retailer",
                            proposal.licence(),
                            "before",
                            proposal.totalBefore(),
                            "now",
                            shop.total()));
        }
        requireLawful(ahead, new Wanted(shop, proposal.manager(), proposal.total(), proposal.reason()));
        boolean isWhole = isSecond || !shop.keyAccount();
        sql.update(
                isSecond
                        ? "UPDATE agreed_total SET state = ?, second_by = ?, second_at = ?, version = version + 1 WHERE id = ?"
                        : "UPDATE agreed_total SET state = ?, approved_by = ?, approved_at = ?, version = version + 1"
                                + " WHERE id = ?",
                isWhole ? State.APPROVED : State.SIGNED,
                viewer.personId(),
                clock.instant(),
                id);
        note(viewer, isWhole ? Act.TOTAL_APPROVED : Act.TOTAL_SIGNED, proposal, null);
        if (isWhole) {
            figures.ofShops();
        }
        return row(id);
    }

    /** Refuses it with a reason: whoever's turn it would be to approve. */
    @Transactional
    TotalProposal refuse(Viewer viewer, long id, String reason) {
        TotalProposal proposal = held(id);
        requireState(proposal, viewer.role() == Role.PLANNER ? State.SIGNED : State.AGREED);
        Checks checks = new Checks();
        String said = checks.words("reason", reason, LONGEST_TEXT);
        checks.refuseErrors();
        end(viewer, proposal, State.REFUSED, Act.TOTAL_REFUSED, said);
        return row(id);
    }

    /** The manager takes his own proposal back. */
    @Transactional
    TotalProposal withdraw(Viewer manager, long id) {
        TotalProposal proposal = held(id);
        if (!proposal.state().isOpen()) {
            throw new Refused(Problem.CONFLICT, Message.of("QUOTA_PROPOSAL_IS_OVER"));
        }
        end(manager, proposal, State.WITHDRAWN, Act.TOTAL_WITHDRAWN, null);
        return row(id);
    }

    @Transactional(TxType.MANDATORY)
    TotalProposal held(long id) {
        sql.list("SELECT id FROM agreed_total WHERE id = ? FOR UPDATE", row -> row.getLong(1), id);
        return visible(id);
    }

    private static void requireState(TotalProposal proposal, State due) {
        if (proposal.state() != due) {
            throw new Refused(
                    Problem.CONFLICT,
                    Message.of("QUOTA_NOT_YOURS_NOW", "state", Message.of("totalState." + proposal.state())));
        }
    }

    private void end(Viewer viewer, TotalProposal proposal, State state, Act act, String reason) {
        sql.update(
                "UPDATE agreed_total SET state = ?, ended_by = ?, ended_at = ?, end_reason = ?, version = version + 1"
                        + " WHERE id = ?",
                state,
                viewer.personId(),
                clock.instant(),
                reason,
                proposal.id());
        note(viewer, act, proposal, reason);
    }

    private void note(Viewer viewer, Act act, TotalProposal proposal, String reason) {
        Map<String, Object> content = new LinkedHashMap<>();
        content.put("proposal", proposal.id());
        content.put("period", proposal.period());
        content.put("before", proposal.totalBefore());
        content.put("after", proposal.total());
        if (reason != null) {
            content.put("reason", reason);
        }
        journal.append(viewer, act, Subject.retailer(proposal.licence()), content);
    }
}
