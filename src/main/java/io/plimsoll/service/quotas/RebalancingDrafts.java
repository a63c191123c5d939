package io.plimsoll.service.quotas;

import io.plimsoll.message.Message;
import io.plimsoll.quota.Balance;
import io.plimsoll.quota.BalanceShop;
import io.plimsoll.quota.ReasonForChange;
import io.plimsoll.service.database.Sql;
import io.plimsoll.service.journal.Act;
import io.plimsoll.service.journal.Journal;
import io.plimsoll.service.journal.Subject;
import io.plimsoll.service.quotas.ChangeLaw.Consent;
import io.plimsoll.service.quotas.ChangeLaw.Manner;
import io.plimsoll.service.quotas.ChangeLaw.Wanted;
import io.plimsoll.service.right.Scope;
import io.plimsoll.service.right.Viewer;
import io.plimsoll.service.web.Checks;
import io.plimsoll.service.web.Problem;
import io.plimsoll.service.web.Refused;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;

/** What a customer manager does with his re-balancing: works it out, lets it be computed, asks the retailers, takes it back. */
@ApplicationScoped
class RebalancingDrafts {

    private static final int LONGEST_EVIDENCE = 500;
    private static final int LONGEST_LICENCE = 64;
    private static final int MOST_TOTAL = 1_000_000;
    private static final int MOST_LINES = 500;

    private final Rebalancings rebalancings;
    private final Horizon horizon;
    private final QuotaShops shops;
    private final ChangeLaw law;
    private final Sql sql;
    private final Journal journal;
    private final QuotaSettings settings;
    private final Clock clock;

    RebalancingDrafts(
            Rebalancings rebalancings,
            Horizon horizon,
            QuotaShops shops,
            ChangeLaw law,
            Sql sql,
            Journal journal,
            QuotaSettings settings,
            Clock clock) {
        this.rebalancings = rebalancings;
        this.horizon = horizon;
        this.shops = shops;
        this.law = law;
        this.sql = sql;
        this.journal = journal;
        this.settings = settings;
        this.clock = clock;
    }

    /** Opens a re-balancing, or gives the one that is open: there is one of a manager at a time. */
    @Transactional
    long open(Viewer manager) {
        String key = keyOf(manager);
        horizon.ahead();
        int added = sql.update(
                "INSERT IGNORE INTO rebalancing (manager, made_by, made_at, state) VALUES (?, ?, ?, 'OPEN')",
                key,
                manager.personId(),
                clock.instant());
        long id = sql.first(
                        "SELECT id FROM rebalancing WHERE manager = ? AND is_open FOR SHARE",
                        row -> row.getLong(1),
                        key)
                .orElseThrow();
        if (added > 0) {
            journal.append(manager, Act.REBALANCING_OPENED, Subject.rebalancing(id), Map.of("manager", key));
        }
        return id;
    }

    /**
     * Writes lines. One that is changed has to be agreed anew; one that stays as it is keeps its answer.
     *
     * @param match is told the present version and refuses when it is not the one that was seen
     * @param edits those lines that are to stand otherwise, or to be added or taken out
     */
    @Transactional
    Rebalancing save(Viewer manager, long id, LongConsumer match, List<LineEdit> edits) {
        Rebalancings.Read read = openHeld(manager, id, match);
        requireLicences(edits);
        Map<String, RebalancingLine> lines = byLicence(read.rebalancing());
        SortedMap<String, QuotaShop> present =
                shops.of(edits.stream().map(LineEdit::licence).distinct().toList(), read.view());
        List<LineEdit> checked = checked(manager, edits, present, lines);
        Map<String, Object> written = new TreeMap<>();
        for (LineEdit edit : checked) {
            QuotaShop shop = present.get(edit.licence());
            RebalancingLine before = lines.get(edit.licence());
            if (isSame(before, shop, edit)) {
                continue;
            }
            write(id, shop, edit);
            written.put(edit.licence(), edit);
        }
        if (!written.isEmpty()) {
            noteLines(
                    manager,
                    id,
                    checked.stream()
                            .filter(edit -> written.containsKey(edit.licence()))
                            .toList(),
                    present);
        }
        return rebalancings.shown(id);
    }

    private static void requireLicences(List<LineEdit> edits) {
        Checks checks = new Checks();
        for (int i = 0; i < edits.size(); i++) {
            checks.line("lines[" + i + "].licence", edits.get(i).licence(), LONGEST_LICENCE);
        }
        checks.refuseErrors();
    }

    private List<LineEdit> checked(
            Viewer manager, List<LineEdit> edits, Map<String, QuotaShop> present, Map<String, RebalancingLine> lines) {
        Checks checks = new Checks();
        Set<String> seen = new HashSet<>();
        checks.expect(edits.size() <= MOST_LINES, "lines", Message.of("REBALANCING_TOO_LONG", "most", MOST_LINES));
        for (int i = 0; i < edits.size(); i++) {
            LineEdit edit = edits.get(i);
            String at = "lines[" + i + "].";
            QuotaShop shop = present.get(edit.licence());
            boolean isOwn = shop != null && shop.manager().equals(keyOf(manager));
            // A line of a shop that has become another's can still be taken out.
            boolean isTakenOut = lines.containsKey(edit.licence()) && isOut(edit, shop);
            checks.expect(isOwn || isTakenOut, at + "licence", Message.of("QUOTA_SHOP_FOREIGN"));
            checks.expect(seen.add(edit.licence()), at + "licence", Message.of("REBALANCING_SHOP_TWICE"));
            if (!isOwn || isOut(edit, shop)) {
                continue;
            }
            checks.expect(
                    edit.totalAfter() >= 0 && edit.totalAfter() <= MOST_TOTAL,
                    at + "totalAfter",
                    Message.of("QUOTA_TOTAL_RANGE", "most", MOST_TOTAL));
            checks.constant(at + "reason", edit.reason(), ReasonForChange.class);
            checks.expect(
                    edit.reason() != null && !edit.reason().isBlank(), at + "reason", Message.of("FIELD_MISSING"));
            checks.words(at + "evidence", edit.evidence(), LONGEST_EVIDENCE);
        }
        checks.refuseErrors();
        return edits;
    }

    private static boolean isOut(LineEdit edit, QuotaShop shop) {
        return edit.totalAfter() == null || edit.totalAfter() == shop.total();
    }

    private static boolean isSame(RebalancingLine before, QuotaShop shop, LineEdit edit) {
        if (before == null) {
            return isOut(edit, shop);
        }
        boolean isSameTotal = edit.totalAfter() != null && edit.totalAfter() == before.totalAfter();
        if (!before.isLive()) {
            // Who declined, or did not answer, stays known, so that nothing asks him again but another total.
            return isSameTotal || isOut(edit, shop);
        }
        return isSameTotal
                && shop.total() == before.totalBefore()
                && before.reason().equals(edit.reason())
                && before.evidence().equals(edit.evidence().strip());
    }

    private void write(long id, QuotaShop shop, LineEdit edit) {
        sql.update("DELETE FROM rebalancing_line WHERE rebalancing = ? AND licence = ?", id, edit.licence());
        if (!isOut(edit, shop)) {
            add(id, shop, edit.totalAfter(), edit.reason(), edit.evidence().strip());
        }
    }

    private void add(long id, QuotaShop shop, int totalAfter, String reason, String evidence) {
        sql.update(
                "INSERT INTO rebalancing_line (rebalancing, licence, total_before, total_after, reason, evidence, state)"
                        + " VALUES (?, ?, ?, ?, ?, ?, 'DRAFT')",
                id,
                shop.licence(),
                shop.total(),
                totalAfter,
                reason,
                evidence);
    }

    private void noteLines(Viewer manager, long id, List<LineEdit> edits, Map<String, QuotaShop> present) {
        touch(id);
        List<Map<String, Object>> lines = edits.stream()
                .map(edit -> {
                    Map<String, Object> line = new LinkedHashMap<>();
                    line.put("retailer", Subject.retailer(edit.licence()));
                    line.put("before", present.get(edit.licence()).total());
                    line.put("after", edit.totalAfter());
                    line.put("reason", edit.reason());
                    return line;
                })
                .toList();
        journal.append(manager, Act.REBALANCING_WORKED_OUT, Subject.rebalancing(id), Map.of("lines", lines));
    }

    /**
     * What would balance the territory: the lines that retailers have agreed to, or are asked about, stay; those who
     * declined, or let it expire, are left in peace; the rest makes up for it. Nothing is stored.
     *
     * @param worstOrNull how many of the worst fits are to be mended; null: all that lie outside of the band
     * @return nothing where no changes of the other shops make up for what stands
     */
    @Transactional
    Optional<Balance.Plan> plan(Viewer manager, long id, Integer worstOrNull) {
        Rebalancings.Read read = rebalancings.find(id);
        return plan(keyOf(manager), read, worstOrNull);
    }

    private Optional<Balance.Plan> plan(String manager, Rebalancings.Read read, Integer worstOrNull) {
        Map<String, RebalancingLine> lines = byLicence(read.rebalancing());
        int standing = read.rebalancing().live().stream()
                .filter(RebalancingDrafts::stands)
                .mapToInt(RebalancingLine::change)
                .sum();
        List<BalanceShop> free = shops.ofManager(manager, read.view()).values().stream()
                .filter(QuotaShop::isToBalance)
                .filter(shop -> !lines.containsKey(shop.licence())
                        || lines.get(shop.licence()).state() == LineState.DRAFT)
                .map(QuotaShop::forBalance)
                .sorted(Comparator.comparing((BalanceShop shop) -> -shop.misfit())
                        .thenComparing(BalanceShop::retailer))
                .toList();
        return new Balance(
                        QuotaThresholds.band(read.view().policy()),
                        QuotaThresholds.largestChangePercent(read.view().policy()))
                .plan(worstOrNull == null ? free : onlyWorst(free, worstOrNull), -standing);
    }

    /** The misfit of so many counts; the others only make up for them. */
    private static List<BalanceShop> onlyWorst(List<BalanceShop> worstFirst, int worst) {
        List<BalanceShop> shops = new ArrayList<>();
        for (BalanceShop shop : worstFirst) {
            shops.add(new BalanceShop(
                    shop.retailer(),
                    shop.peers(),
                    shop.total(),
                    shop.demand(),
                    shop.leastTotal(),
                    shops.size() < worst));
        }
        return shops;
    }

    private static boolean stands(RebalancingLine line) {
        return line.state() == LineState.AGREED || line.state() == LineState.ASKED;
    }

    /** Puts what is computed in the place of the lines nobody has been asked about. */
    @Transactional
    Rebalancing compute(Viewer manager, long id, LongConsumer match, Integer worstOrNull, EvidenceWords words) {
        Rebalancings.Read read = openHeld(manager, id, match);
        Balance.Plan plan = plan(keyOf(manager), read, worstOrNull)
                .orElseThrow(() -> new Refused(Problem.CONFLICT, Message.of("REBALANCING_CANNOT_BALANCE")));
        sql.update("DELETE FROM rebalancing_line WHERE rebalancing = ? AND state = 'DRAFT'", id);
        SortedMap<String, QuotaShop> present = shops.of(plan.changes().keySet(), read.view());
        plan.changes().forEach((licence, change) -> {
            QuotaShop shop = present.get(licence);
            add(id, shop, shop.total() + change, ReasonForChange.DEMAND.name(), words.of(shop));
        });
        touch(id);
        journal.append(
                manager,
                Act.REBALANCING_COMPUTED,
                Subject.rebalancing(id),
                Map.of(
                        "lines", plan.changes().size(),
                        "outside_before", plan.outsideBefore(),
                        "outside_after", plan.outsideAfter()));
        return rebalancings.shown(id);
    }

    /** Says in the manager's language what a computed line rests on. */
    interface EvidenceWords {
        String of(QuotaShop shop);
    }

    /** Asks the retailers of all lines that are not asked yet; from now on they are theirs to answer. */
    @Transactional
    Rebalancing ask(Viewer manager, long id, LongConsumer match) {
        Rebalancings.Read read = openHeld(manager, id, match);
        Rebalancing rebalancing = read.rebalancing();
        if (!rebalancing.hasDrafts()) {
            throw new Refused(Problem.CONFLICT, Message.of("REBALANCING_NOTHING_TO_ASK"));
        }
        requireFresh(rebalancing);
        requireLawful(read, Consent.NOT_YET_NEEDED);
        Instant now = clock.instant();
        Instant answerBy = now.plus(Duration.ofDays(settings.answerDays()));
        sql.update(
                "UPDATE rebalancing_line SET state = 'ASKED', asked_at = ?, answer_by = ? WHERE rebalancing = ?"
                        + " AND state = 'DRAFT'",
                now,
                answerBy,
                id);
        touch(id);
        List<Subject> asked = rebalancing.live().stream()
                .filter(line -> line.state() == LineState.DRAFT)
                .map(line -> Subject.retailer(line.shop().licence()))
                .toList();
        journal.append(
                manager,
                Act.REBALANCING_ASKED,
                Subject.rebalancing(id),
                Map.of("retailers", asked, "answer_by", answerBy));
        return rebalancings.shown(id);
    }

    /** Refuses what rests on something that has changed. */
    static void requireFresh(Rebalancing rebalancing) {
        rebalancing.live().stream().filter(RebalancingLine::isStale).findFirst().ifPresent(line -> {
            QuotaShop shop = line.shop();
            throw new Refused(
                    Problem.CONFLICT,
                    shop.changesLater()
                            ? Message.of("REBALANCING_CHANGES_LATER", "retailer", shop.licence())
                            : Message.of(
                                    "REBALANCING_STALE",
                                    "retailer",
                                    shop.licence(),
                                    "before",
                                    line.totalBefore(),
                                    "now",
                                    shop.total()));
        });
    }

    /** Refuses what a rule forbids. */
    void requireLawful(Rebalancings.Read read, Consent consent) {
        Rebalancing rebalancing = read.rebalancing();
        long days = QuotaThresholds.daysAfterCheck(read.view().policy());
        law.require(
                read.view().policy().version(),
                List.of(ChangeLaw.sum(
                        Long.toString(rebalancing.id()),
                        rebalancing.manager(),
                        rebalancing.live().size(),
                        rebalancing.sum())),
                rebalancing.live().stream()
                        .map(line -> law.fact(
                                Manner.REBALANCING,
                                new Wanted(line.shop(), rebalancing.manager(), line.totalAfter(), line.reason()),
                                new Consent(
                                        consent == Consent.NOT_YET_NEEDED || line.state() == LineState.AGREED,
                                        consent.approved(),
                                        consent.second()),
                                days))
                        .toList());
    }

    /** Takes a re-balancing back that is not approved. */
    @Transactional
    Rebalancing withdraw(Viewer manager, long id, LongConsumer match) {
        Rebalancings.Read read = rebalancings.held(id);
        requireOwn(manager, read.rebalancing());
        match.accept(read.rebalancing().version());
        if (read.rebalancing().isOver()) {
            throw new Refused(Problem.CONFLICT, Message.of("REBALANCING_IS_OVER"));
        }
        sql.update(
                "UPDATE rebalancing SET state = 'WITHDRAWN', ended_by = ?, ended_at = ?, version = version + 1 WHERE id = ?",
                manager.personId(),
                clock.instant(),
                id);
        journal.append(manager, Act.REBALANCING_WITHDRAWN, Subject.rebalancing(id), Map.of());
        return rebalancings.shown(id);
    }

    private Rebalancings.Read openHeld(Viewer manager, long id, LongConsumer match) {
        Rebalancings.Read read = rebalancings.held(id);
        requireOwn(manager, read.rebalancing());
        match.accept(read.rebalancing().version());
        if (read.rebalancing().state() != RebalancingState.OPEN) {
            throw new Refused(Problem.CONFLICT, Message.of("REBALANCING_NOT_OPEN"));
        }
        return read;
    }

    private static void requireOwn(Viewer manager, Rebalancing rebalancing) {
        if (!keyOf(manager).equals(rebalancing.manager())) {
            throw Refused.forbidden();
        }
    }

    private static String keyOf(Viewer manager) {
        if (manager.scope() instanceof Scope.OfManager own) {
            return own.manager();
        }
        throw Refused.forbidden();
    }

    private static Map<String, RebalancingLine> byLicence(Rebalancing rebalancing) {
        return rebalancing.lines().stream()
                .collect(Collectors.toMap(line -> line.shop().licence(), line -> line));
    }

    private void touch(long id) {
        sql.update("UPDATE rebalancing SET version = version + 1 WHERE id = ?", id);
    }
}
