package io.plimsoll.service.findings;

import io.plimsoll.rule.Severity;
import io.plimsoll.service.database.Sql;
import io.plimsoll.service.database.Where;
import io.plimsoll.service.journal.Readings;
import io.plimsoll.service.web.PageOf;
import io.plimsoll.service.web.Paging;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** All that was found, to be counted and listed. */
@ApplicationScoped
public class Findings {

    private static final int MOST_CYCLES = 24;
    private static final int MOST_MANAGERS = 50;

    private static final String FROM = " FROM finding f LEFT JOIN cycle_retailer c ON c.cycle = f.cycle"
            + " AND c.licence = SUBSTRING_INDEX(f.subject, '" + Raised.PARTING + "', 1)";
    private static final String COUNTS =
            ", SUM(f.severity = 'CRITICAL') AS critical, SUM(f.severity = 'WARNING') AS warning,"
                    + " SUM(f.severity = 'INFO') AS info";
    private static final String WORST = " ORDER BY critical DESC, warning DESC, info DESC, place";

    private final Sql sql;
    private final Readings readings;

    Findings(Sql sql, Readings readings) {
        this.sql = sql;
        this.readings = readings;
    }

    /** Some of them; an auditor's reading of the shops among them is journalled. */
    @Transactional
    public PageOf<Raised> list(FindingFilter filter, Paging paging) {
        Where where = filter.where();
        List<Raised> found = part(filter, paging.size, paging.offset());
        readings.ofRetailers(found.stream()
                .filter(finding -> finding.manager() != null)
                .map(finding -> finding.subject().split(Raised.PARTING, 2)[0])
                .distinct()
                .toList());
        return PageOf.of(found, paging, sql.number("SELECT COUNT(*)" + FROM + where.sql(), where.values()));
    }

    /** The gravest of what holds: to be told that there is something, and where. */
    @Transactional
    List<Raised> worst(int most) {
        return part(new FindingFilter(), most, 0);
    }

    private List<Raised> part(FindingFilter filter, int most, int offset) {
        Where where = filter.where();
        return sql.list(
                "SELECT " + Raised.COLUMNS + FROM + where.sql() + filter.order() + " LIMIT ? OFFSET ?",
                where.valuesAnd(most, offset),
                Raised::read);
    }

    /** Goes through all that are asked for, in the order of the list. */
    @Transactional
    void each(FindingFilter filter, Consumer<Raised> take) {
        Where where = filter.where();
        sql.each(
                "SELECT " + Raised.COLUMNS + FROM + where.sql() + filter.order(),
                row -> take.accept(Raised.read(row)),
                where.values().toArray());
    }

    @Transactional
    public Overview overview(FindingFilter filter) {
        Where where = filter.where();
        List<Overview.Count> cycles = new ArrayList<>(sql.list(
                "SELECT f.cycle AS place" + COUNTS + FROM + " JOIN cycle y ON y.cycle = f.cycle" + where.sql()
                        + " GROUP BY f.cycle, y.period, y.number_in_period ORDER BY y.period DESC, y.number_in_period DESC"
                        + " LIMIT " + MOST_CYCLES,
                where.values(),
                Findings::count));
        Collections.reverse(cycles);
        Where ofShops = filter.where().and("COALESCE(f.manager, c.manager) IS NOT NULL");
        return new Overview(
                counts("f.severity", where, Severity.values().length),
                cycles,
                counts("f.rule", where, Integer.MAX_VALUE),
                counts("COALESCE(f.manager, c.manager)", ofShops, MOST_MANAGERS));
    }

    private List<Overview.Count> counts(String by, Where where, int most) {
        return sql.list(
                "SELECT " + by + " AS place" + COUNTS + FROM + where.sql() + " GROUP BY place" + WORST + " LIMIT "
                        + most,
                where.values(),
                Findings::count);
    }

    private static Overview.Count count(ResultSet row) throws SQLException {
        return new Overview.Count(
                row.getString("place"), row.getLong("critical"), row.getLong("warning"), row.getLong("info"));
    }

    /** Rules that ever found something, by id: to choose from. */
    List<String> rules() {
        return sql.texts(
                "SELECT rule FROM run_finding UNION SELECT rule FROM audit_finding UNION SELECT rule FROM quota_finding"
                        + " ORDER BY rule",
                List.of());
    }

    /** One finding of a run or an audit. */
    @Transactional
    public Optional<Raised> one(Source source, long of, int position) {
        return sql.first(
                "SELECT " + Raised.COLUMNS + FROM + " WHERE f.source = ? AND f.source_id = ? AND f.position = ?",
                Raised::read,
                source.name(),
                of,
                position);
    }
}
