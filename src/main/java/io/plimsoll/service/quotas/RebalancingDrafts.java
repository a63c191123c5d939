package io.plimsoll.service.quotas;

import io.plimsoll.message.Message;
import io.plimsoll.service.database.Sql;
import io.plimsoll.service.journal.Act;
import io.plimsoll.service.journal.Journal;
import io.plimsoll.service.journal.Subject;
import io.plimsoll.service.quotas.ChangeLaw.Consent;
import io.plimsoll.service.quotas.ChangeLaw.Manner;
import io.plimsoll.service.quotas.ChangeLaw.Wanted;
import io.plimsoll.service.right.Viewer;
import io.plimsoll.service.web.Problem;
import io.plimsoll.service.web.Refused;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.LongConsumer;

/** The steps of a customer manager with his re-balancing: opens it, asks the retailers, takes it back. */
@ApplicationScoped
class RebalancingDrafts {

    private final Rebalancings rebalancings;
    private final RebalancingLines lines;
    private final Horizon horizon;
    private final ChangeLaw law;
    private final Sql sql;
    private final Journal journal;
    private final QuotaSettings settings;
    private final Clock clock;

    RebalancingDrafts(
            Rebalancings rebalancings,
            RebalancingLines lines,
            Horizon horizon,
            ChangeLaw law,
            Sql sql,
            Journal journal,
            QuotaSettings settings,
            Clock clock) {
        this.rebalancings = rebalancings;
        this.lines = lines;
        this.horizon = horizon;
        this.law = law;
        this.sql = sql;
        this.journal = journal;
        this.settings = settings;
        this.clock = clock;
    }

    /** Opens a re-balancing, or gives the one that is open: there is one of a manager at a time. */
    @Transactional
    long open(Viewer manager) {
        String key = RebalancingLines.keyOf(manager);
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

    /** Asks the retailers of all lines that are not asked yet; from now on they are theirs to answer. */
    @Transactional
    Rebalancing ask(Viewer manager, long id, LongConsumer match) {
        Rebalancings.Read read = lines.openHeld(manager, id, match);
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
        lines.touch(id);
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
        RebalancingLines.requireOwn(manager, read.rebalancing());
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
}
