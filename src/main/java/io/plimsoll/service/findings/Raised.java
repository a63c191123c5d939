package io.plimsoll.service.findings;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.plimsoll.message.Message;
import io.plimsoll.rule.Severity;
import io.plimsoll.service.cycles.CycleView;
import io.plimsoll.text.NamedValues;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A finding: a lead with its evidence, not a verdict on a person.
 *
 * @param of key of the run or the audit; of one in an agreed total its own key
 * @param position in it, from 1
 * @param cycle in which it was found; of one in an agreed total the month from which that holds
 * @param holds whether it is of what is in force; a superseded run's are not
 * @param subject a retailer, a line of his, a Sku or a group of peers, as the rule named it
 * @param manager key of the customer manager whose shop it was in that cycle; null where it is of no shop
 * @param evidence the figures that went in, as in {@code findings.csv}
 */
@Schema(name = "Finding")
public record Raised(
        @Schema(examples = "RUN") Source source,
        @Schema(examples = "17") long of,
        @Schema(examples = "3") int position,
        @Schema(examples = "2026-W48") String cycle,
        @Schema(examples = "2026-11-24T02:10:00Z") Instant foundAt,
        @Schema(examples = "true") boolean holds,
        @Schema(examples = "CRITICAL") Severity severity,
        @Schema(examples = "D19") String rule,
        @Schema(examples = "L620119 / S-017") String subject,
        @Schema(examples = "M07", nullable = true) String manager,
        @Schema(examples = "ABOVE_DEMAND") String code,

        @Schema(examples = "code=ABOVE_DEMAND; retailer=L620119; sku=S-017; limit=3; granted=4")
        String evidence) {

    /** Parts a subject that is a line of somebody's order. */
    static final String PARTING = " / ";

    static final String COLUMNS = "f.source, f.source_id, f.position, f.cycle, f.found_at, f.holds, f.severity, f.rule,"
            + " f.subject, COALESCE(f.manager, c.manager) AS manager, f.code, f.evidence";

    static Raised read(ResultSet row) throws SQLException {
        return new Raised(
                Source.valueOf(row.getString("source")),
                row.getLong("source_id"),
                row.getInt("position"),
                row.getString("cycle"),
                row.getTimestamp("found_at").toInstant(),
                row.getBoolean("holds"),
                Severity.valueOf(row.getString("severity")),
                row.getString("rule"),
                row.getString("subject"),
                row.getString("manager"),
                row.getString("code"),
                row.getString("evidence"));
    }

    /** The figures by name; without the code. */
    @JsonIgnore
    public Map<String, String> figures() {
        Map<String, String> figures = new LinkedHashMap<>(NamedValues.parse(evidence));
        figures.remove("code");
        return figures;
    }

    /** The finding as a sentence. */
    @JsonIgnore
    public Message words() {
        Map<String, Object> values = new LinkedHashMap<>(figures());
        values.putIfAbsent("subject", subject);
        return new Message(code, values);
    }

    /** Where its page is. */
    @JsonIgnore
    public String address() {
        return switch (source) {
            case RUN -> "/findings/" + of + "/" + position;
            case AUDIT -> "/findings/audit/" + of + "/" + position;
            case QUOTA -> "/findings/quota/" + of;
        };
    }

    /** Where the run or the audit is that it is of. */
    @JsonIgnore
    public String sourceAddress() {
        return switch (source) {
            case RUN -> "/cycles/" + CycleView.segment(cycle) + "/run";
            case AUDIT -> "/audits/" + of;
            case QUOTA -> "/rebalancings";
        };
    }

    @JsonIgnore
    public boolean isOfQuota() {
        return source == Source.QUOTA;
    }

    @JsonIgnore
    public boolean isOfRun() {
        return source == Source.RUN;
    }
}
