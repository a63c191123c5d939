package io.plimsoll.service.quotas;

import io.plimsoll.service.database.Sql;
import io.plimsoll.service.database.Where;
import io.plimsoll.service.journal.Readings;
import io.plimsoll.service.right.Scope;
import io.plimsoll.service.right.Viewer;
import io.plimsoll.service.web.Asking;
import io.plimsoll.service.web.PageOf;
import io.plimsoll.service.web.Paging;
import io.plimsoll.service.web.Refused;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/** Re-balancings, to whoever may see them. */
@ApplicationScoped
class Rebalancings {

    private static final String ROW = "SELECT b.id, b.manager, b.state, b.made_at, b.version, b.effective_period,"
            + " b.effective_number, a.display_name AS approved_by, b.approved_at, s.display_name AS second_by, b.second_at,"
            + " b.ended_at, b.end_reason FROM rebalancing b LEFT JOIN person a ON a.id = b.approved_by"
            + " LEFT JOIN person s ON s.id = b.second_by";

    private static final String LINES =
            "SELECT licence, total_before, total_after, reason, evidence, demand, state, answer_by,"
                    + " answered_at FROM rebalancing_line WHERE rebalancing = ? ORDER BY licence";

    private final Sql sql;
    private final Asking asking;
    private final Horizon horizon;
    private final QuotaShops shops;
    private final Readings readings;
    private final Clock clock;

    Rebalancings(Sql sql, Asking asking, Horizon horizon, QuotaShops shops, Readings readings, Clock clock) {
        this.sql = sql;
        this.asking = asking;
        this.horizon = horizon;
        this.shops = shops;
        this.readings = readings;
        this.clock = clock;
    }

    /** A re-balancing with what its lines rest on. */
    record Read(Rebalancing rebalancing, Horizon.View view) {}

    /** A row of a list. */
    record Summary(long id, String manager, RebalancingState state, Instant madeAt, long lines, long waiting) {

        public String address() {
            return "/rebalancings/" + id;
        }
    }

    private record Row(
            long id,
            String manager,
            RebalancingState state,
            Instant madeAt,
            long version,
            Effect effect,
            String approvedBy,
            Instant approvedAt,
            String secondBy,
            Instant secondAt,
            Instant endedAt,
            String endReason) {

        private static Row of(ResultSet row) throws SQLException {
            String period = row.getString("effective_period");
            return new Row(
                    row.getLong("id"),
                    row.getString("manager"),
                    RebalancingState.valueOf(row.getString("state")),
                    Sql.moment(row, "made_at"),
                    row.getLong("version"),
                    period == null ? null : new Effect(period, row.getInt("effective_number")),
                    row.getString("approved_by"),
                    Sql.moment(row, "approved_at"),
                    row.getString("second_by"),
                    Sql.moment(row, "second_at"),
                    Sql.moment(row, "ended_at"),
                    row.getString("end_reason"));
        }
    }

    private record Line(
            String licence,
            int before,
            int after,
            String reason,
            String evidence,
            Long demand,
            LineState state,
            Instant answerBy,
            Instant answeredAt) {

        private static Line of(ResultSet row) throws SQLException {
            return new Line(
                    row.getString("licence"),
                    row.getInt("total_before"),
                    row.getInt("total_after"),
                    row.getString("reason"),
                    row.getString("evidence"),
                    Sql.whole(row, "demand"),
                    LineState.valueOf(row.getString("state")),
                    Sql.moment(row, "answer_by"),
                    Sql.moment(row, "answered_at"));
        }

        private RebalancingLine shown(QuotaShop shop, Instant now, boolean isOver) {
            boolean isExpired = state == LineState.ASKED && answerBy != null && (isOver || !now.isBefore(answerBy));
            return new RebalancingLine(
                    shop,
                    before,
                    after,
                    reason,
                    evidence,
                    demand,
                    isExpired ? LineState.EXPIRED : state,
                    answerBy,
                    answeredAt);
        }
    }

    /** One that the one who asks may see; an auditor's reading is journalled. */
    @Transactional
    Read find(long id) {
        Read read = read(id, horizon.ahead());
        requireVisible(read.rebalancing());
        readings.ofRetailers(read.rebalancing().lines().stream()
                .map(line -> line.shop().licence())
                .toList());
        return read;
    }

    /**
     * One that somebody is about to change: until the transaction ends nobody else changes it, or a shop or a total that it
     * rests on, and no cycle begins. Cycles are locked before shops, as everywhere.
     */
    @Transactional(TxType.MANDATORY)
    Read held(long id) {
        sql.list("SELECT id FROM rebalancing WHERE id = ? FOR UPDATE", row -> row.getLong(1), id);
        Horizon.View view = horizon.aheadHeld();
        sql.list(
                "SELECT licence FROM retailer WHERE licence IN (SELECT licence FROM rebalancing_line WHERE rebalancing = ?)"
                        + " ORDER BY licence FOR UPDATE",
                row -> row.getString(1),
                id);
        Read read = read(id, view);
        requireVisible(read.rebalancing());
        return read;
    }

    /** The same after a change. */
    @Transactional(TxType.MANDATORY)
    Rebalancing shown(long id) {
        return read(id, horizon.ahead()).rebalancing();
    }

    private Read read(long id, Horizon.View view) {
        Row row = sql.first(ROW + " WHERE b.id = ?", Row::of, id)
                .orElseThrow(() ->
                        asking.known().scope() instanceof Scope.Everybody ? Refused.notFound() : Refused.forbidden());
        // Lines first and in one statement: what is written meanwhile is in all of it or in nothing.
        List<Line> written = sql.list(LINES, Line::of, id);
        SortedMap<String, QuotaShop> present =
                shops.of(written.stream().map(Line::licence).toList(), view);
        Instant now = clock.instant();
        boolean isOver = row.state().isOver();
        List<RebalancingLine> lines = written.stream()
                .map(line -> line.shown(present.get(line.licence()), now, isOver))
                .toList();
        Rebalancing read = new Rebalancing(
                row.id(),
                row.manager(),
                row.state(),
                row.madeAt(),
                lines,
                row.effect() == null ? view.effect() : row.effect(),
                row.approvedBy(),
                row.approvedAt(),
                row.secondBy(),
                row.secondAt(),
                row.endedAt(),
                row.endReason(),
                row.version());
        return new Read(read, view);
    }

    /**
     * A customer manager sees his own ones, a market manager those over shops of his territories, planners and auditors all; a
     * retailer none, but his own line.
     */
    private void requireVisible(Rebalancing rebalancing) {
        Scope scope = asking.known().scope();
        boolean isVisible = scope instanceof Scope.Everybody
                || scope instanceof Scope.OfManager own && own.manager().equals(rebalancing.manager())
                || scope instanceof Scope.InTerritories in
                        && rebalancing.lines().stream().anyMatch(line -> covers(in, line));
        if (!isVisible) {
            throw Refused.forbidden();
        }
    }

    private static boolean covers(Scope scope, RebalancingLine line) {
        QuotaShop shop = line.shop();
        return scope.covers(shop.licence(), shop.manager(), shop.territory());
    }

    /** Whether somebody answers for every shop of it, so that it is his to approve. */
    static boolean isAllIn(Viewer viewer, Rebalancing rebalancing) {
        return rebalancing.lines().stream().allMatch(line -> covers(viewer.scope(), line));
    }

    /** The open one of a customer manager. */
    @Transactional
    Optional<Long> openOf(String manager) {
        return sql.first("SELECT id FROM rebalancing WHERE manager = ? AND is_open", row -> row.getLong(1), manager);
    }

    /** An approved one whose totals do not hold yet. */
    record Coming(long id, Effect effect) {

        public String address() {
            return "/rebalancings/" + id;
        }
    }

    /** Those of a customer manager that are approved and take effect with a cycle that has not begun, the earliest first. */
    @Transactional
    List<Coming> comingOf(String manager) {
        return sql.list(
                "SELECT b.id, b.effective_period, b.effective_number FROM rebalancing b WHERE b.manager = ?"
                        + " AND b.state = 'APPROVED' AND NOT EXISTS (SELECT 1 FROM cycle c WHERE"
                        + " c.state NOT IN ('PLANNED', 'PUBLISHED', 'CANCELLED') AND (c.period > b.effective_period"
                        + " OR c.period = b.effective_period AND c.number_in_period >= b.effective_number)) ORDER BY b.id",
                row -> new Coming(row.getLong(1), new Effect(row.getString(2), row.getInt(3))),
                manager);
    }

    /** Those that the one who asks may see, the latest first. */
    @Transactional
    PageOf<Summary> list(Paging paging) {
        Where where = visible();
        List<Summary> found = sql.list(
                "SELECT b.id, b.manager, b.state, b.made_at, (SELECT COUNT(*) FROM rebalancing_line l WHERE"
                        + " l.rebalancing = b.id) AS all_lines, (SELECT COUNT(*) FROM rebalancing_line l WHERE"
                        + " l.rebalancing = b.id AND l.state = 'ASKED' AND l.answer_by > ?) AS waiting FROM rebalancing b"
                        + where.sql() + " ORDER BY b.id DESC LIMIT ? OFFSET ?",
                values(where, paging),
                row -> new Summary(
                        row.getLong("id"),
                        row.getString("manager"),
                        RebalancingState.valueOf(row.getString("state")),
                        Sql.moment(row, "made_at"),
                        row.getLong("all_lines"),
                        row.getLong("waiting")));
        return PageOf.of(found, paging, sql.number("SELECT COUNT(*) FROM rebalancing b" + where.sql(), where.values()));
    }

    private List<Object> values(Where where, Paging paging) {
        List<Object> values = new ArrayList<>(List.of(clock.instant()));
        values.addAll(where.valuesAnd(paging.size, paging.offset()));
        return values;
    }

    /** Those that wait for one to approve them, in words of the database: every line agreed, and the sum 0. */
    private static final String READY = "b.state = 'OPEN' AND EXISTS (SELECT 1 FROM rebalancing_line l WHERE"
            + " l.rebalancing = b.id AND l.state = 'AGREED') AND NOT EXISTS (SELECT 1 FROM rebalancing_line l WHERE"
            + " l.rebalancing = b.id AND (l.state = 'DRAFT' OR l.state = 'ASKED' AND l.answer_by > ?))"
            + " AND 0 = (SELECT SUM(l.total_after - l.total_before) FROM rebalancing_line l WHERE l.rebalancing = b.id"
            + " AND l.state = 'AGREED')";

    /** Keys of those that a market manager may approve now, the earliest first. */
    @Transactional
    List<Long> ready() {
        Where where = visible().and(READY, clock.instant());
        return sql.list(
                "SELECT b.id FROM rebalancing b" + where.sql() + " ORDER BY b.id",
                where.values(),
                row -> row.getLong(1));
    }

    /** Keys of those that a planner is still to approve, the earliest first. */
    @Transactional
    List<Long> signed() {
        return sql.list("SELECT id FROM rebalancing WHERE state = 'SIGNED' ORDER BY id", row -> row.getLong(1));
    }

    private Where visible() {
        Scope scope = asking.known().scope();
        Where where = new Where();
        if (scope instanceof Scope.Everybody) {
            return where;
        }
        if (scope instanceof Scope.OfManager own) {
            return where.and("b.manager = ?", own.manager());
        }
        Where shops = new Where().inScope(scope, "r");
        return where.and(
                "EXISTS (SELECT 1 FROM rebalancing_line l JOIN retailer r ON r.licence = l.licence" + shops.sql()
                        + " AND l.rebalancing = b.id)",
                shops.values().toArray());
    }
}
