package io.plimsoll.service.quotas;

import io.plimsoll.message.Message;
import io.plimsoll.quota.ReasonForChange;
import io.plimsoll.service.database.Sql;
import io.plimsoll.service.journal.Act;
import io.plimsoll.service.journal.Journal;
import io.plimsoll.service.journal.Subject;
import io.plimsoll.service.right.Scope;
import io.plimsoll.service.right.Viewer;
import io.plimsoll.service.web.Checks;
import io.plimsoll.service.web.Problem;
import io.plimsoll.service.web.Refused;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;

/** The lines of a re-balancing as its customer manager writes them. */
@ApplicationScoped
class RebalancingLines {

    private static final int LONGEST_EVIDENCE = 500;
    private static final int LONGEST_LICENCE = 64;
    private static final int MOST_TOTAL = 1_000_000;
    private static final int MOST_LINES = 500;

    private final Rebalancings rebalancings;
    private final QuotaShops shops;
    private final Sql sql;
    private final Journal journal;

    RebalancingLines(Rebalancings rebalancings, QuotaShops shops, Sql sql, Journal journal) {
        this.rebalancings = rebalancings;
        this.shops = shops;
        this.sql = sql;
        this.journal = journal;
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
            if (!speaksForItself(edit, shop)) {
                checks.words(at + "evidence", edit.evidence(), LONGEST_EVIDENCE);
            }
        }
        checks.refuseErrors();
        return edits;
    }

    /** Whether the figures of the shop are evidence enough: of a total that lies far from the demand they are. */
    private static boolean speaksForItself(LineEdit edit, QuotaShop shop) {
        return words(edit).isEmpty() && ReasonForChange.DEMAND.name().equals(edit.reason()) && shop.demand() != null;
    }

    private static String words(LineEdit edit) {
        return edit.evidence() == null ? "" : edit.evidence().strip();
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
                && before.evidence().equals(words(edit));
    }

    private void write(long id, QuotaShop shop, LineEdit edit) {
        sql.update("DELETE FROM rebalancing_line WHERE rebalancing = ? AND licence = ?", id, edit.licence());
        if (!isOut(edit, shop)) {
            add(id, shop, edit.totalAfter(), edit.reason(), words(edit));
        }
    }

    /** Adds a line that nobody is asked about yet. */
    void add(long id, QuotaShop shop, int totalAfter, String reason, String evidence) {
        sql.update(
                "INSERT INTO rebalancing_line (rebalancing, licence, total_before, total_after, reason, evidence, demand,"
                        + " state) VALUES (?, ?, ?, ?, ?, ?, ?, 'DRAFT')",
                id,
                shop.licence(),
                shop.total(),
                totalAfter,
                reason,
                evidence,
                shop.demand());
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
     * An open one that its manager is about to change: nobody else changes it until the transaction ends.
     *
     * @param match is told the present version and refuses when it is not the one that was seen
     */
    Rebalancings.Read openHeld(Viewer manager, long id, LongConsumer match) {
        Rebalancings.Read read = rebalancings.held(id);
        requireOwn(manager, read.rebalancing());
        match.accept(read.rebalancing().version());
        if (read.rebalancing().state() != RebalancingState.OPEN) {
            throw new Refused(Problem.CONFLICT, Message.of("REBALANCING_NOT_OPEN"));
        }
        return read;
    }

    static void requireOwn(Viewer manager, Rebalancing rebalancing) {
        if (!keyOf(manager).equals(rebalancing.manager())) {
            throw Refused.forbidden();
        }
    }

    /** Whose territory one works in. */
    static String keyOf(Viewer manager) {
        if (manager.scope() instanceof Scope.OfManager own) {
            return own.manager();
        }
        throw Refused.forbidden();
    }

    static Map<String, RebalancingLine> byLicence(Rebalancing rebalancing) {
        return rebalancing.lines().stream()
                .collect(Collectors.toMap(line -> line.shop().licence(), line -> line));
    }

    /** What was seen of it before is no longer as it was. */
    void touch(long id) {
        sql.update("UPDATE rebalancing SET version = version + 1 WHERE id = ?", id);
    }
}
