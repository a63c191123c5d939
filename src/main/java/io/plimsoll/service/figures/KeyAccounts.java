package io.plimsoll.service.figures;

import io.plimsoll.retailer.MarketType;
import io.plimsoll.retailer.SizeClass;
import io.plimsoll.service.database.Sql;
import io.plimsoll.service.database.Where;
import io.plimsoll.service.figures.KeyAccount.Cooperation;
import io.plimsoll.service.figures.KeyAccount.Lawfulness;
import io.plimsoll.service.figures.KeyAccount.Records;
import io.plimsoll.service.figures.KeyAccount.Sales;
import io.plimsoll.service.journal.Readings;
import io.plimsoll.service.leads.LeadSight;
import io.plimsoll.service.right.Role;
import io.plimsoll.service.right.Viewer;
import io.plimsoll.service.web.Asking;
import io.plimsoll.service.web.PageOf;
import io.plimsoll.service.web.Paging;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The register of key accounts (R29): derived from what is on record, and only read. */
@ApplicationScoped
class KeyAccounts {

    private static final Records NO_RECORDS = new Records(0, null);
    private static final Cooperation NO_COOPERATION = new Cooperation(0, 0, 0, 0, 0);

    /** The mean of a territory is that of all its shops, whoever asks. */
    private static final String FROM = " FROM shop_indicator i JOIN retailer r ON r.licence = i.licence"
            + " JOIN (SELECT n.territory, AVG(g.monthly_granted) AS mean FROM shop_indicator g"
            + " JOIN retailer n ON n.licence = g.licence GROUP BY n.territory) m ON m.territory <=> r.territory";

    private static final String IS_LARGE = "COALESCE(i.monthly_granted >= ? OR i.monthly_granted >= ? * m.mean, FALSE)";

    private static final String FINDINGS =
            "SELECT SUBSTRING_INDEX(f.subject, ' / ', 1) AS licence, COUNT(*) FROM run_finding f"
                    + " JOIN allocation_run a ON a.id = f.run AND a.in_force WHERE a.made_at >= ? GROUP BY licence"
                    + " HAVING licence IN (%s)";

    private static final String COOPERATION =
            "SELECT licence, COUNT(*), SUM(ordered), SUM(ordered AND channel <=> 'SELF') FROM shop_cycle"
                    + " WHERE period >= ? AND licence IN (%s) GROUP BY licence";

    private static final String ANSWERS =
            "SELECT licence, COUNT(*), SUM(agreed_at IS NOT NULL) FROM agreed_total WHERE proposed_by IS NOT NULL"
                    + " AND proposed_at >= ? AND licence IN (%s) GROUP BY licence";

    private final Sql sql;
    private final Asking asking;
    private final Readings readings;
    private final PresentThresholds thresholds;
    private final Clock clock;

    KeyAccounts(Sql sql, Asking asking, Readings readings, PresentThresholds thresholds, Clock clock) {
        this.sql = sql;
        this.asking = asking;
        this.readings = readings;
        this.thresholds = thresholds;
        this.clock = clock;
    }

    /** Those that the one who asks may see, the largest first; an auditor's reading is journalled. */
    @Transactional
    PageOf<KeyAccount> list(KeyAccountFilter filter, Paging paging) {
        filter.check();
        Where where = where(filter);
        List<KeyAccount> page = read(where, paging.size, paging.offset());
        // Who is large is weighed against all shops of his territory; a page that is not full tells how many there are.
        long total = page.size() < paging.size && (paging.offset() == 0 || !page.isEmpty())
                ? paging.offset() + page.size()
                : sql.number("SELECT COUNT(*)" + FROM + where.sql(), where.values());
        readings.ofRetailers(page.stream().map(KeyAccount::licence).toList());
        return PageOf.of(page, paging, total);
    }

    /** All of them; that they are taken out is journalled there. */
    @Transactional
    List<KeyAccount> all(KeyAccountFilter filter) {
        filter.check();
        return read(where(filter), Integer.MAX_VALUE, 0);
    }

    private Where where(KeyAccountFilter filter) {
        Thresholds present = thresholds.get();
        return filter.where(asking.known().scope())
                .and(
                        "(COALESCE(r.key_account, FALSE) OR " + IS_LARGE + ")",
                        present.keyAccount(),
                        present.timesTheMean());
    }

    private List<KeyAccount> read(Where where, int most, int offset) {
        Thresholds present = thresholds.get();
        List<Object> values = new ArrayList<>(List.of(present.keyAccount(), present.timesTheMean()));
        values.addAll(where.valuesAnd(most, offset));
        List<KeyAccount> bare = sql.list(
                "SELECT i.licence, r.name, r.manager, r.territory, r.size_class, r.market_type, r.key_account, "
                        + IS_LARGE + " AS large, i.monthly_granted, i.monthly_demand, i.fill,"
                        + " ROUND(i.monthly_granted / NULLIF(m.mean, 0), 1) AS times_mean" + FROM + where.sql()
                        + " ORDER BY i.monthly_granted DESC, i.licence LIMIT ? OFFSET ?",
                values,
                KeyAccounts::bare);
        List<String> licences = bare.stream().map(KeyAccount::licence).toList();
        return licences.isEmpty() ? List.of() : with(bare, licences);
    }

    private static KeyAccount bare(ResultSet row) throws SQLException {
        return new KeyAccount(
                row.getString("licence"),
                row.getString("name"),
                row.getString("manager"),
                row.getString("territory"),
                SizeClass.valueOf(row.getString("size_class")),
                MarketType.valueOf(row.getString("market_type")),
                row.getObject("key_account", Boolean.class),
                row.getBoolean("large"),
                new Sales(
                        Sql.whole(row, "monthly_granted"),
                        Sql.whole(row, "monthly_demand"),
                        row.getBigDecimal("times_mean"),
                        row.getBigDecimal("fill")),
                NO_RECORDS,
                NO_RECORDS,
                null,
                NO_COOPERATION);
    }

    private List<KeyAccount> with(List<KeyAccount> bare, List<String> licences) {
        Viewer viewer = asking.known();
        Instant since = clock.instant()
                .atZone(ZoneOffset.UTC)
                .minusMonths(ShopMonths.MONTHS)
                .toInstant();
        Map<String, Records> checks = records("stock_check", "checked_at", since, licences);
        Map<String, Records> visits = records("visit", "visited_at", since, licences);
        boolean readsFindings = viewer.role() == Role.PLANNER || viewer.role() == Role.AUDITOR;
        Map<String, Long> findings = readsFindings ? counts(FINDINGS, List.of(since), licences) : Map.of();
        Map<String, Long> violations = violations(viewer, since, licences);
        Map<String, Cooperation> cooperation = cooperation(since, licences);
        return bare.stream()
                .map(account -> new KeyAccount(
                        account.licence(),
                        account.name(),
                        account.manager(),
                        account.territory(),
                        account.sizeClass(),
                        account.marketType(),
                        account.registered(),
                        account.large(),
                        account.sales(),
                        checks.getOrDefault(account.licence(), NO_RECORDS),
                        visits.getOrDefault(account.licence(), NO_RECORDS),
                        new Lawfulness(
                                readsFindings ? findings.getOrDefault(account.licence(), 0L) : null,
                                violations.getOrDefault(account.licence(), 0L)),
                        cooperation.getOrDefault(account.licence(), NO_COOPERATION)))
                .toList();
    }

    private static List<Object> values(List<?> first, List<String> licences) {
        List<Object> values = new ArrayList<>(first);
        values.addAll(licences);
        return values;
    }

    private static String marks(List<String> licences) {
        return String.join(", ", Collections.nCopies(licences.size(), "?"));
    }

    private Map<String, Records> records(String table, String at, Instant since, List<String> licences) {
        Map<String, Records> records = new HashMap<>();
        sql.list(
                "SELECT licence, COUNT(*) AS how_many, MAX(" + at + ") AS latest FROM " + table + " WHERE " + at
                        + " >= ? AND licence IN (" + marks(licences) + ") GROUP BY licence",
                values(List.of(since), licences),
                row -> records.put(
                        row.getString("licence"), new Records(row.getLong("how_many"), Sql.moment(row, "latest"))));
        return records;
    }

    private Map<String, Long> counts(String select, List<?> first, List<String> licences) {
        Map<String, Long> counts = new HashMap<>();
        sql.list(
                select.formatted(marks(licences)),
                values(first, licences),
                row -> counts.put(row.getString(1), row.getLong(2)));
        return counts;
    }

    /** Whom a lead is about is told nothing of it, whatever his role. */
    private Map<String, Long> violations(Viewer viewer, Instant since, List<String> licences) {
        Where seen = LeadSight.of(viewer).and("v.confirmed_at >= ?", since);
        return counts(
                "SELECT w.licence, COUNT(DISTINCT v.of_lead) FROM violation v JOIN raised_lead l ON l.id = v.of_lead"
                        + " JOIN lead_subject w ON w.of_lead = l.id" + seen.sql() + " AND w.licence IN (%s)"
                        + " GROUP BY w.licence",
                seen.values(),
                licences);
    }

    private Map<String, Cooperation> cooperation(Instant since, List<String> licences) {
        record Answers(long proposals, long answered) {}
        Map<String, Answers> answers = new HashMap<>();
        sql.list(
                ANSWERS.formatted(marks(licences)),
                values(List.of(since), licences),
                row -> answers.put(row.getString(1), new Answers(row.getLong(2), row.getLong(3))));
        Map<String, Cooperation> cooperation = new HashMap<>();
        answers.forEach((licence, each) ->
                cooperation.put(licence, new Cooperation(0, 0, 0, each.proposals(), each.answered())));
        String first = YearMonth.from(since.atZone(ZoneOffset.UTC)).toString();
        sql.list(COOPERATION.formatted(marks(licences)), values(List.of(first), licences), row -> {
            Answers given = answers.getOrDefault(row.getString(1), new Answers(0, 0));
            return cooperation.put(
                    row.getString(1),
                    new Cooperation(
                            row.getLong(2), row.getLong(3), row.getLong(4), given.proposals(), given.answered()));
        });
        return cooperation;
    }
}
