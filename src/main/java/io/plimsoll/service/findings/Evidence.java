package io.plimsoll.service.findings;

import io.plimsoll.lawbook.LawBook;
import io.plimsoll.lawbook.RuleFolder;
import io.plimsoll.message.Language;
import io.plimsoll.results.RunRecord;
import io.plimsoll.rule.RuleText;
import io.plimsoll.service.cycles.CycleView;
import io.plimsoll.service.database.Sql;
import io.plimsoll.service.journal.Act;
import io.plimsoll.service.journal.Readings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** What a finding rests on: the lines and ceilings it is about, and the text of the rule as it was then. */
@ApplicationScoped
public class Evidence {

    private static final int MOST_LINES = 60;
    private static final int MOST_CEILINGS = 60;

    private static final String OF_RUN =
            "SELECT g.licence, r.name, g.line_rank, g.sku, k.name AS sku_name, g.demand AS asked, g.granted,"
                    + " g.granted AS own FROM grant_line g LEFT JOIN retailer r ON r.licence = g.licence"
                    + " LEFT JOIN sku k ON k.sku = g.sku WHERE g.run = ?";

    /** What others granted beside what was asked for, and what was granted here. */
    private static final String OF_AUDIT =
            "SELECT g.licence, r.name, g.line_rank, g.sku, k.name AS sku_name, d.demand AS asked, g.granted,"
                    + " o.granted AS own FROM audit_grant g JOIN audit a ON a.id = g.audit"
                    + " LEFT JOIN retailer r ON r.licence = g.licence LEFT JOIN sku k ON k.sku = g.sku"
                    + " LEFT JOIN demand_line d ON d.cycle = a.cycle AND d.licence = g.licence AND d.sku = g.sku"
                    + " LEFT JOIN grant_line o ON o.run = a.run AND o.licence = g.licence AND o.sku = g.sku WHERE g.audit = ?";

    private final Sql sql;
    private final Readings readings;

    Evidence(Sql sql, Readings readings) {
        this.sql = sql;
        this.readings = readings;
    }

    /**
     * A line that a finding is about.
     *
     * @param demand cartons reported; null where nothing was
     * @param granted cartons, by those whose grants were judged
     * @param own cartons granted here; null where nothing was
     * @param isMeant whether the finding names this very line
     */
    public record Line(
            String cycle,
            String licence,
            String name,
            int rank,
            String sku,
            String skuName,
            Long demand,
            long granted,
            Long own,
            boolean isMeant) {

        /** Where the retailer's grants are, and below it why, and the proof. */
        public String address() {
            return "/grants/" + CycleView.segment(cycle) + "/" + CycleView.segment(licence);
        }

        public boolean isAboveDemand() {
            return granted > (demand == null ? 0 : demand);
        }
    }

    /**
     * A ceiling on what the finding is about: the shop's own, or its peers' on the Sku.
     *
     * @param ref a cycle, a month, a Sku or a tier, by scope
     */
    public record CeilingLine(String scope, String subject, String ref, long max, String rule) {}

    /**
     * All of it.
     *
     * @param lines at most some; {@code more} tells how many are left out
     * @param texts of the rule, word for word as the run or the audit used them
     * @param entry number of the journal's entry that says that the run or the audit is done; 0 where none is sealed
     *     yet
     * @param origin where that is in which it was found
     */
    public record Sheet(
            Raised finding,
            List<Line> lines,
            long more,
            List<CeilingLine> ceilings,
            List<RuleText> texts,
            long entry,
            String origin) {

        /** What the rule is for, as this build's law book says it. */
        public List<String> sentences(Language language) {
            return Book.FOLDERS.stream()
                    .filter(folder -> texts.stream()
                            .anyMatch(text -> text.folder().equals(folder.text().folder())))
                    .map(folder -> folder.sentence().get(language))
                    .toList();
        }
    }

    /** Read when it is first needed. */
    private static final class Book {
        private static final List<RuleFolder> FOLDERS = LawBook.ofThisBuild().folders();
    }

    /** Puts together what a finding rests on; an auditor's reading of a retailer's lines is journalled. */
    @Transactional
    public Sheet of(Raised finding) {
        String[] parts = finding.subject().split(Raised.PARTING, 2);
        if (finding.isOfQuota()) {
            return ofQuota(finding);
        }
        boolean isShop = isThere("SELECT 1 FROM retailer WHERE licence = ?", parts[0]);
        List<Line> lines = List.of();
        long all = 0;
        if (isShop) {
            readings.ofRetailer(parts[0]);
            lines = lines(finding, parts, " AND g.licence = ? ORDER BY g.line_rank, g.sku", List.of(parts[0]));
            all = lines.size();
        } else if (isThere("SELECT 1 FROM sku WHERE sku = ?", parts[0])) {
            List<String> named = named(finding);
            lines = named.isEmpty() ? linesOfSku(finding, parts) : linesOf(finding, parts, named);
            readings.ofRetailers(lines.stream().map(Line::licence).distinct().toList());
            all = named.isEmpty() ? countOfSku(finding, parts[0]) : lines.size();
        }
        return new Sheet(
                finding,
                lines,
                all - lines.size(),
                ceilings(finding, parts),
                texts(finding),
                entry(finding),
                finding.sourceAddress());
    }

    /** A total is judged by the rules of this build, and rests on its own figures. */
    private Sheet ofQuota(Raised finding) {
        if (isThere("SELECT 1 FROM retailer WHERE licence = ?", finding.subject())) {
            readings.ofRetailer(finding.subject());
        }
        String origin = sql.first(
                        "SELECT q.rebalancing, q.agreed_total, t.manager FROM quota_finding q"
                                + " LEFT JOIN agreed_total t ON t.id = q.agreed_total WHERE q.id = ?",
                        row -> row.getObject("rebalancing") != null
                                ? "/rebalancings/" + row.getLong("rebalancing")
                                : row.getString("manager") != null
                                        ? "/total-proposals/" + row.getLong("agreed_total")
                                        : "/retailers/" + CycleView.segment(finding.subject()),
                        finding.of())
                .orElse("/rebalancings");
        List<RuleText> texts = Book.FOLDERS.stream()
                .map(RuleFolder::text)
                .filter(text -> isOf(text, finding))
                .toList();
        return new Sheet(finding, List.of(), 0, List.of(), texts, 0, origin);
    }

    private static boolean isOf(RuleText text, Raised finding) {
        return text.id().equals(finding.rule()) && text.drl().contains('"' + finding.code() + '"');
    }

    private boolean isThere(String select, String key) {
        return sql.first(select, row -> true, key).isPresent();
    }

    /** Whom the figures name; their lines say more than those of all who wanted the Sku, and are found at once. */
    private static List<String> named(Raised finding) {
        return Stream.of("retailer", "wanter", "holder")
                .map(finding.figures()::get)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }

    private List<Line> linesOf(Raised finding, String[] parts, List<String> licences) {
        List<Object> values = new ArrayList<>(licences);
        values.add(parts[0]);
        String marks = String.join(", ", Collections.nCopies(licences.size(), "?"));
        return lines(finding, parts, " AND g.licence IN (" + marks + ") AND g.sku = ? ORDER BY g.licence", values);
    }

    private List<Line> linesOfSku(Raised finding, String[] parts) {
        String shortestFirst =
                " ORDER BY CAST(COALESCE(asked, 0) AS SIGNED) - CAST(g.granted AS SIGNED) DESC, g.licence";
        return lines(finding, parts, " AND g.sku = ?" + shortestFirst + " LIMIT " + MOST_LINES, List.of(parts[0]));
    }

    private long countOfSku(Raised finding, String sku) {
        return sql.count(
                finding.isOfRun()
                        ? "SELECT COUNT(*) FROM grant_line WHERE run = ? AND sku = ?"
                        : "SELECT COUNT(*) FROM audit_grant WHERE audit = ? AND sku = ?",
                finding.of(),
                sku);
    }

    private List<Line> lines(Raised finding, String[] parts, String which, List<?> ofWhich) {
        List<Object> values = new ArrayList<>();
        values.add(finding.of());
        values.addAll(ofWhich);
        return sql.list(
                (finding.isOfRun() ? OF_RUN : OF_AUDIT) + which,
                values,
                row -> new Line(
                        finding.cycle(),
                        row.getString("licence"),
                        row.getString("name"),
                        row.getInt("line_rank"),
                        row.getString("sku"),
                        row.getString("sku_name"),
                        nullable(row, "asked"),
                        row.getLong("granted"),
                        nullable(row, "own"),
                        parts.length > 1 && row.getString("sku").equals(parts[1])));
    }

    private static Long nullable(ResultSet row, String column) throws SQLException {
        long value = row.getLong(column);
        return row.wasNull() ? null : value;
    }

    private List<CeilingLine> ceilings(Raised finding, String[] parts) {
        String run = finding.isOfRun() ? "?" : "(SELECT run FROM audit WHERE id = ?)";
        return sql.list(
                "SELECT scope, subject, ref, max_cartons, rule FROM run_ceiling WHERE run = " + run
                        + " AND (subject = ? OR (ref = ? AND subject = (SELECT CONCAT(size_class, '/', market_type, '/',"
                        + " order_interval) FROM cycle_retailer WHERE cycle = ? AND licence = ?)))"
                        + " ORDER BY scope, ref LIMIT " + MOST_CEILINGS,
                row -> new CeilingLine(
                        row.getString("scope"),
                        row.getString("subject"),
                        row.getString("ref"),
                        row.getLong("max_cartons"),
                        row.getString("rule")),
                finding.of(),
                parts[0],
                parts.length > 1 ? parts[1] : "",
                finding.cycle(),
                parts[0]);
    }

    /** The text of the rule, of the record that came of the run or the audit. */
    private List<RuleText> texts(Raised finding) {
        Optional<byte[]> record = sql.first(
                finding.isOfRun()
                        ? "SELECT record FROM allocation_run WHERE id = ?"
                        : "SELECT record FROM audit_result WHERE audit = ?",
                row -> row.getBytes(1),
                finding.of());
        if (record.isEmpty()) {
            return List.of();
        }
        List<RuleText> ofRule = new ArrayList<>();
        try {
            for (RuleText text : RunRecord.read(record.get()).rules()) {
                if (isOf(text, finding)) {
                    ofRule.add(text);
                }
            }
        } catch (RunRecord.NotARecord altered) {
            // Then a replay says so; the finding is shown all the same.
            return List.of();
        }
        return ofRule;
    }

    /** The number of the journal's entry that says that the run or the audit is done; 0 where none is sealed yet. */
    private long entry(Raised finding) {
        return sql.first(
                        "SELECT j.number FROM journal j JOIN ledger_entry l ON l.number = j.number WHERE j.kind = ?"
                                + " AND j.subject = ? AND j.content LIKE ? ORDER BY j.number LIMIT 1",
                        row -> row.getLong(1),
                        finding.isOfRun() ? Act.RUN_FINISHED : Act.AUDIT_JUDGED,
                        "cycle:" + finding.cycle(),
                        "%\"" + (finding.isOfRun() ? "run" : "audit") + "\":" + finding.of() + ",%")
                .orElse(0L);
    }
}
