package io.plimsoll.service.audits;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.plimsoll.exchange.ExchangeRefused;
import io.plimsoll.exchange.Exports;
import io.plimsoll.exchange.TableFormat;
import io.plimsoll.files.CsvOut;
import io.plimsoll.files.GrantsFile;
import io.plimsoll.message.Message;
import io.plimsoll.results.ResultTable;
import io.plimsoll.service.cycles.CycleView;
import io.plimsoll.service.database.Sql;
import io.plimsoll.service.journal.Readings;
import io.plimsoll.service.web.PageOf;
import io.plimsoll.service.web.Paging;
import io.plimsoll.text.NamedValues;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.OutputStream;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Reads what was found in grants that others made, and puts them beside those of the cycle. */
@ApplicationScoped
class AuditReading {

    /** The gravest first. */
    static final List<String> SEVERITIES = List.of("CRITICAL", "WARNING", "INFO");

    private static final int MOST_SHOPS = 20;

    /** Cartons by shop, others' beside our own; a shop that stands on one side only counts with nothing on the other. */
    private static final String SHOPS = """
            (SELECT k.licence, COALESCE(o.cartons, 0) AS others, COALESCE(t.granted, 0) AS own
             FROM (SELECT licence FROM audit_grant WHERE audit = ? UNION SELECT licence FROM grant_total WHERE run = ?) k
             LEFT JOIN (SELECT licence, SUM(granted) AS cartons FROM audit_grant WHERE audit = ? GROUP BY licence) o
                 ON o.licence = k.licence
             LEFT JOIN grant_total t ON t.run = ? AND t.licence = k.licence) s
            """;

    private final Sql sql;
    private final Readings readings;

    AuditReading(Sql sql, Readings readings) {
        this.sql = sql;
        this.readings = readings;
    }

    /** A finding, in words. */
    @Schema(name = "AuditFinding")
    public record Raised(
            int position,
            String severity,
            String rule,
            String subject,
            @JsonIgnore Message words,
            String evidence) {}

    /**
     * The findings of an audit, the gravest first.
     *
     * @param severity which of them; all where it is none
     */
    @Transactional
    PageOf<Raised> findings(long audit, String severity, Paging paging) {
        String which = severity != null && SEVERITIES.contains(severity) ? severity : "%";
        return PageOf.of(
                sql.list(
                        "SELECT * FROM audit_finding WHERE audit = ? AND severity LIKE ?"
                                + " ORDER BY FIELD(severity, 'CRITICAL', 'WARNING', 'INFO'), position LIMIT ? OFFSET ?",
                        AuditReading::raised,
                        audit,
                        which,
                        paging.size,
                        paging.offset()),
                paging,
                sql.count("SELECT COUNT(*) FROM audit_finding WHERE audit = ? AND severity LIKE ?", audit, which));
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

    /**
     * Others' grants beside our own.
     *
     * @param others cartons that the others granted
     * @param own cartons that were granted here
     * @param more shops to which the others granted more than was granted here
     */
    @Schema(name = "AuditBeside")
    public record Beside(long others, long own, long more, long less, long alike, List<ShopBeside> most) {}

    /** A shop with both sums, one of those that differ most. */
    @Schema(name = "AuditShop")
    public record ShopBeside(String licence, String name, long others, long own) {

        @JsonIgnore
        public long difference() {
            return others - own;
        }

        @JsonIgnore
        public boolean isMore() {
            return others > own;
        }

        /** Its licence as one step of an address. */
        @JsonIgnore
        public String segment() {
            return CycleView.segment(licence);
        }
    }

    /** Puts the grants beside those of the run that they were judged against; null where there is none. */
    @Transactional
    Beside beside(Audit audit) {
        if (audit.run() == null) {
            return null;
        }
        Object[] keys = {audit.id(), audit.run(), audit.id(), audit.run()};
        List<ShopBeside> most = sql.list(
                "SELECT s.licence, r.name, s.others, s.own FROM " + SHOPS
                        + " LEFT JOIN retailer r ON r.licence = s.licence WHERE s.others <> s.own"
                        + " ORDER BY ABS(s.others - s.own) DESC, s.licence LIMIT " + MOST_SHOPS,
                row -> new ShopBeside(row.getString(1), row.getString(2), row.getLong(3), row.getLong(4)),
                keys);
        readings.ofRetailers(most.stream().map(ShopBeside::licence).toList());
        return sql.first(
                        "SELECT SUM(s.others), SUM(s.own), SUM(s.others > s.own), SUM(s.others < s.own),"
                                + " SUM(s.others = s.own) FROM " + SHOPS,
                        row -> new Beside(
                                row.getLong(1), row.getLong(2), row.getLong(3), row.getLong(4), row.getLong(5), most),
                        keys)
                .orElseThrow();
    }

    /** {@code findings.csv}, as {@code plimsoll audit} writes it. */
    @Transactional
    void writeFindings(Audit audit, OutputStream stream) throws IOException {
        CsvOut out = new CsvOut(stream);
        out.row(ResultTable.FINDINGS.columns().toArray(String[]::new));
        for (List<String> row : rows(audit)) {
            out.row(row.toArray(String[]::new));
        }
        out.flush();
    }

    /** The same as a workbook. */
    @Transactional
    void writeWorkbook(Audit audit, OutputStream stream) throws IOException {
        try {
            Exports.table(
                    TableFormat.XLSX,
                    "findings",
                    ResultTable.FINDINGS.columns(),
                    rows(audit).iterator(),
                    stream);
        } catch (ExchangeRefused tooMany) {
            throw new IOException(tooMany);
        }
    }

    private List<List<String>> rows(Audit audit) {
        return sql.list(
                "SELECT rule, severity, subject, evidence FROM audit_finding WHERE audit = ? ORDER BY position",
                row -> List.of(row.getString(1), audit.policy(), row.getString(2), row.getString(3), row.getString(4)),
                audit.id());
    }

    /** The grants as they were brought, with all columns. */
    @Transactional
    void writeGrants(List<GrantsFile.GrantRow> rows, OutputStream stream) throws IOException {
        GrantsFile.write(rows, stream);
    }

    /** {@code audit.json}. */
    @Transactional
    byte[] record(long audit) {
        return sql.first("SELECT record FROM audit_result WHERE audit = ?", row -> row.getBytes(1), audit)
                .orElseThrow();
    }
}
