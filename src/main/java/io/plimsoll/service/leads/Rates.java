package io.plimsoll.service.leads;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.plimsoll.service.database.Sql;
import io.plimsoll.service.database.Where;
import io.plimsoll.service.right.Role;
import io.plimsoll.service.web.Asking;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How many leads proved true: the verified rate by what raised them, and by who did. */
@ApplicationScoped
class Rates {

    private static final String COUNTS = "COUNT(*) AS raised, COALESCE(SUM(l.state = 'CLOSED'), 0) AS closed,"
            + " COALESCE(SUM(l.result = 'VERIFIED'), 0) AS verified, COALESCE(SUM(l.result = 'REFUTED'), 0) AS refuted,"
            + " COALESCE(SUM(l.result = 'UNVERIFIABLE'), 0) AS unverifiable FROM raised_lead l";

    private static final int DECIMALS = 1;
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final Sql sql;
    private final Asking asking;

    Rates(Sql sql, Asking asking) {
        this.sql = sql;
        this.asking = asking;
    }

    /**
     * Leads by what came of them.
     *
     * @param verifiedRate verified of closed, in hundredths; null where none is closed
     */
    @Schema(name = "LeadCounts")
    public record Counts(
            long raised,
            long closed,
            long verified,
            long refuted,
            long unverifiable,
            @Schema(examples = "66.7") BigDecimal verifiedRate) {

        private static Counts read(ResultSet row) throws SQLException {
            long closed = row.getLong("closed");
            long verified = row.getLong("verified");
            return new Counts(
                    row.getLong("raised"),
                    closed,
                    verified,
                    row.getLong("refuted"),
                    row.getLong("unverifiable"),
                    closed == 0 ? null : rate(verified, closed));
        }

        private static BigDecimal rate(long verified, long closed) {
            return BigDecimal.valueOf(verified)
                    .multiply(HUNDRED)
                    .divide(BigDecimal.valueOf(closed), DECIMALS, RoundingMode.HALF_UP);
        }

        /** Those that wait for a check, or for an auditor. */
        @JsonIgnore
        public long open() {
            return raised - closed;
        }
    }

    /**
     * Those of one source.
     *
     * @param kind of a finding its rule, of a person the role he had; blank of a complaint
     */
    @Schema(name = "LeadsOfSource")
    public record OfSource(LeadSource source, String kind, Counts leads) {}

    /** Those that one person raised. */
    @Schema(name = "LeadsOfPerson")
    public record OfPerson(String name, String displayName, Role role, Counts leads) {}

    /** Both tables. */
    @Schema(name = "LeadRates")
    public record All(List<OfSource> bySource, List<OfPerson> byPerson) {}

    /** Of the leads that the one who asks may see. */
    All all() {
        return new All(bySource(), byPerson());
    }

    /** By what raised them. */
    List<OfSource> bySource() {
        Where where = LeadSight.of(asking.known());
        return sql.list(
                "SELECT l.source, CASE l.source WHEN 'FINDING' THEN l.rule WHEN 'PERSON' THEN l.raised_as ELSE '' END"
                        + " AS kind, " + COUNTS + where.sql() + " GROUP BY l.source, kind ORDER BY l.source, kind",
                where.values(),
                row -> new OfSource(
                        LeadSource.valueOf(row.getString("source")), row.getString("kind"), Counts.read(row)));
    }

    /** By who raised them; those with the most first. */
    List<OfPerson> byPerson() {
        Where where = LeadSight.of(asking.known());
        return sql.list(
                "SELECT p.name, p.display_name, p.role, " + COUNTS + " JOIN person p ON p.id = l.raised_by"
                        + where.sql() + " GROUP BY p.id, p.name, p.display_name, p.role ORDER BY raised DESC, p.name",
                where.values(),
                row -> new OfPerson(
                        row.getString("name"),
                        row.getString("display_name"),
                        Role.valueOf(row.getString("role")),
                        Counts.read(row)));
    }
}
