package io.plimsoll.service.outcomes;

import io.plimsoll.message.Message;
import io.plimsoll.run.Binding;
import io.plimsoll.service.database.Sql;
import io.plimsoll.service.outcomes.Outcome.Cut;
import io.plimsoll.service.outcomes.Outcome.Raised;
import io.plimsoll.service.outcomes.Outcome.Scarce;
import io.plimsoll.service.outcomes.Outcome.ShortSku;
import io.plimsoll.text.NamedValues;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Sums up runs. A run never changes, so what came of it is summed up once. */
@ApplicationScoped
class Outcomes {

    private static final int MOST_KEPT = 20;
    private static final int MOST_FINDINGS = 200;

    private static final String ORDERS = "SELECT COUNT(*) FROM grant_total g JOIN cycle_retailer f ON f.cycle = ?"
            + " AND f.licence = g.licence WHERE g.run = ? AND f.status %s 'ACTIVE'";
    private static final String BY_CLASS =
            "SELECT f.size_class, SUM(g.demand), SUM(g.granted) FROM grant_line g JOIN cycle_retailer f ON f.cycle = ?"
                    + " AND f.licence = g.licence WHERE g.run = ? GROUP BY f.size_class"
                    + " ORDER BY FIELD(f.size_class, 'LARGE', 'MEDIUM', 'SMALL')";
    private static final String BY_TIER =
            "SELECT c.tier, SUM(g.demand), SUM(g.granted) FROM grant_line g JOIN cycle_sku c ON c.cycle = ?"
                    + " AND c.sku = g.sku WHERE g.run = ? GROUP BY c.tier ORDER BY c.tier";
    private static final String BY_TERRITORY =
            "SELECT COALESCE(d.territory, r.territory, '') AS place, SUM(g.demand), SUM(g.granted) FROM grant_line g"
                    + " JOIN retailer r ON r.licence = g.licence"
                    + " LEFT JOIN cycle_retailer_detail d ON d.cycle = ? AND d.licence = g.licence"
                    + " WHERE g.run = ? GROUP BY place ORDER BY place";
    private static final String CUTS = "SELECT binding, COUNT(*), SUM(demand - granted) FROM grant_line"
            + " WHERE run = ? AND binding <> 'NONE' GROUP BY binding ORDER BY 3 DESC, 1";
    private static final String SHORT_SKUS =
            "SELECT s.sku, k.name, c.status, s.supply, s.released, s.claimed, s.granted, s.level FROM run_sku s"
                    + " JOIN sku k ON k.sku = s.sku JOIN cycle_sku c ON c.cycle = ? AND c.sku = s.sku"
                    + " WHERE s.run = ? AND s.level IS NOT NULL ORDER BY s.claimed - s.granted DESC, s.sku";
    private static final String SCARCE = """
            SELECT x.sku, k.name, COUNT(*) AS asked, SUM(x.granted > 0) AS got, SUM(x.granted) AS granted,
                SUM(CASE WHEN x.place <= CEILING(x.shops / 100) THEN x.granted ELSE 0 END) AS top
            FROM (SELECT g.sku, g.granted, ROW_NUMBER() OVER (PARTITION BY g.sku ORDER BY g.granted DESC) AS place,
                      COUNT(*) OVER (PARTITION BY g.sku) AS shops
                  FROM grant_line g JOIN cycle_sku c ON c.cycle = ? AND c.sku = g.sku
                  WHERE g.run = ? AND c.status = 'SCARCE' AND g.demand > 0) x
            JOIN sku k ON k.sku = x.sku GROUP BY x.sku, k.name ORDER BY x.sku
            """;
    private static final String FINDINGS =
            "SELECT position, severity, rule, subject, code, evidence FROM run_finding WHERE run = ?"
                    + " ORDER BY FIELD(severity, 'CRITICAL', 'WARNING', 'INFO'), position LIMIT " + MOST_FINDINGS;

    private final Sql sql;
    private final Grants grants;

    private final Map<Long, Outcome> kept = java.util.Collections.synchronizedMap(new LinkedHashMap<>(32, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, Outcome> eldest) {
            return size() > MOST_KEPT;
        }
    });

    Outcomes(Sql sql, Grants grants) {
        this.sql = sql;
        this.grants = grants;
    }

    /** What came of a cycle by the run that is in force; nothing before there is one. */
    Optional<Outcome> of(String cycle) {
        return grants.inForce(cycle).map(run -> {
            Outcome known = kept.get(run.run());
            if (known == null) {
                known = sum(cycle, run.run());
                kept.put(run.run(), known);
            }
            return known;
        });
    }

    private Outcome sum(String cycle, long run) {
        List<Share> byClass = sql.list(BY_CLASS, Outcomes::share, cycle, run);
        Share total = new Share(
                "",
                byClass.stream().mapToLong(Share::whole).sum(),
                byClass.stream().mapToLong(Share::part).sum());
        Share ordering = new Share(
                "",
                sql.count("SELECT COUNT(*) FROM cycle_retailer WHERE cycle = ? AND status = 'ACTIVE'", cycle),
                sql.count(ORDERS.formatted("="), cycle, run));
        return new Outcome(
                cycle,
                run,
                total,
                ordering,
                sql.count(ORDERS.formatted("<>"), cycle, run),
                byClass,
                sql.list(BY_TIER, Outcomes::share, cycle, run),
                sql.list(BY_TERRITORY, Outcomes::share, cycle, run).stream()
                        .sorted(Comparator.comparing(Share::percent))
                        .toList(),
                sql.list(CUTS, row -> new Cut(Binding.valueOf(row.getString(1)), row.getLong(2), row.getLong(3)), run),
                sql.list(SHORT_SKUS, Outcomes::shortSku, cycle, run),
                sql.list(SCARCE, Outcomes::scarce, cycle, run),
                sql.list(
                        "SELECT severity, COUNT(*), COUNT(*) FROM run_finding WHERE run = ? GROUP BY severity"
                                + " ORDER BY FIELD(severity, 'CRITICAL', 'WARNING', 'INFO')",
                        Outcomes::share,
                        run),
                sql.list(FINDINGS, Outcomes::raised, run));
    }

    private static Share share(ResultSet row) throws SQLException {
        return new Share(row.getString(1), row.getLong(2), row.getLong(3));
    }

    private static ShortSku shortSku(ResultSet row) throws SQLException {
        return new ShortSku(
                row.getString("sku"),
                row.getString("name"),
                row.getString("status"),
                Sql.whole(row, "supply"),
                Sql.whole(row, "released"),
                row.getLong("claimed"),
                row.getLong("granted"),
                row.getString("level"));
    }

    private static Scarce scarce(ResultSet row) throws SQLException {
        String sku = row.getString("sku");
        return new Scarce(
                sku,
                row.getString("name"),
                new Share(sku, row.getLong("asked"), row.getLong("got")),
                new Share(sku, row.getLong("granted"), row.getLong("top")));
    }

    private static Raised raised(ResultSet row) throws SQLException {
        String evidence = row.getString("evidence");
        Map<String, Object> values = new LinkedHashMap<>(NamedValues.parse(evidence));
        values.putIfAbsent("subject", row.getString("subject"));
        return new Raised(
                row.getInt("position"),
                row.getString("severity"),
                row.getString("rule"),
                row.getString("subject"),
                new Message(row.getString("code"), values),
                evidence);
    }
}
