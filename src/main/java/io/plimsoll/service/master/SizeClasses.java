package io.plimsoll.service.master;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.plimsoll.policy.MonthVolume;
import io.plimsoll.policy.SizeClassEvidence;
import io.plimsoll.retailer.MarketType;
import io.plimsoll.retailer.SizeClass;
import io.plimsoll.service.database.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** The size class of a retailer, month by month, with what anybody needs to redo it (R2). */
@ApplicationScoped
public class SizeClasses {

    private final Sql sql;
    private final ObjectMapper json;
    private final Clock clock;

    SizeClasses(Sql sql, ObjectMapper json, Clock clock) {
        this.sql = sql;
        this.json = json;
        this.clock = clock;
    }

    /**
     * Why a retailer is of his class in a month.
     *
     * @param period the month it holds for
     * @param policy the version of the policy with the cut-offs
     * @param marketType of the shop, when it was classified
     * @param figures the months that count, with their cartons
     * @param cutoffs from how many cartons a month on a shop is of a class
     * @param mean cartons a month
     */
    public record Evidence(
            String period,
            SizeClass sizeClass,
            String policy,
            MarketType marketType,
            List<MonthVolume> figures,
            SortedMap<SizeClass, BigDecimal> cutoffs,
            BigDecimal mean,
            Instant recordedAt) {}

    /** As the column of figures holds it. */
    private record Figures(
            String version, MarketType marketType, List<MonthVolume> figures, Map<SizeClass, String> cutoffs) {}

    /** All that is on record, latest month first. */
    public List<Evidence> of(String licence) {
        return sql.list(
                "SELECT * FROM size_class_evidence WHERE licence = ? ORDER BY period DESC",
                List.of(licence),
                this::read);
    }

    /**
     * Records why a retailer is of his class from a month on, and makes it his class. A month that has a class keeps it.
     *
     * @param digest of the policy with the cut-offs
     */
    @Transactional
    public void record(String licence, SizeClassEvidence evidence, String digest) {
        Map<SizeClass, String> cutoffs = new TreeMap<>();
        evidence.cutoffs().forEach((sizeClass, from) -> cutoffs.put(sizeClass, from.toPlainString()));
        Figures figures = new Figures(evidence.policy(), evidence.marketType(), evidence.figures(), cutoffs);
        sql.insert(
                "INSERT INTO size_class_evidence (licence, period, size_class, policy, figures, recorded_at)"
                        + " VALUES (?, ?, ?, ?, ?, ?)",
                List.of(licence, evidence.period(), evidence.sizeClass(), digest, text(figures), clock.instant()));
        sql.update("UPDATE retailer SET size_class = ? WHERE licence = ?", List.of(evidence.sizeClass(), licence));
    }

    private Evidence read(ResultSet row) throws SQLException {
        Figures figures = figures(row.getString("figures"));
        SortedMap<SizeClass, BigDecimal> cutoffs = new TreeMap<>();
        figures.cutoffs().forEach((sizeClass, from) -> cutoffs.put(sizeClass, new BigDecimal(from)));
        SizeClass sizeClass = SizeClass.valueOf(row.getString("size_class"));
        SizeClassEvidence evidence = new SizeClassEvidence(
                row.getString("period"),
                figures.marketType(),
                figures.figures(),
                cutoffs,
                figures.version(),
                sizeClass);
        return new Evidence(
                evidence.period(),
                sizeClass,
                evidence.policy(),
                evidence.marketType(),
                evidence.figures(),
                evidence.cutoffs(),
                evidence.meanVolume(),
                Sql.moment(row, "recorded_at"));
    }

    private Figures figures(String text) {
        try {
            return json.readValue(text, Figures.class);
        } catch (JsonProcessingException spoilt) {
            throw new IllegalStateException(spoilt);
        }
    }

    private String text(Figures figures) {
        try {
            return json.writeValueAsString(figures);
        } catch (JsonProcessingException cannotBe) {
            throw new IllegalStateException(cannotBe);
        }
    }
}
