package io.plimsoll.service.master;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.plimsoll.policy.MonthVolume;
import io.plimsoll.policy.SizeClassEvidence;
import io.plimsoll.retailer.MarketType;
import io.plimsoll.retailer.SizeClass;
import io.plimsoll.service.database.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** The size classes on record, month by month, with what anybody needs to redo them (R2). Only ever added to. */
@ApplicationScoped
public class SizeClasses {

    private static final int ROWS_AT_ONCE = 500;
    private static final int COLUMNS = 7;

    private final Sql sql;
    private final ObjectMapper json;
    private final Clock clock;

    SizeClasses(Sql sql, ObjectMapper json, Clock clock) {
        this.sql = sql;
        this.json = json;
        this.clock = clock;
    }

    /** How a shop came to the class that is on record. */
    public enum Basis {
        /** From its volume, by the published cut-offs. */
        COMPUTED,
        /** Nothing was granted to it in the months that count, so it keeps the class that it was registered with. */
        NO_VOLUME,
        /** The policy has no cut-offs for its market type, so it keeps the class that it had. */
        NOT_CLASSIFIED
    }

    /**
     * Why a retailer is of his class in a month.
     *
     * @param period the month it holds for
     * @param policy the version of the policy with the cut-offs
     * @param marketType of the shop, when it was classified
     * @param figures the months that count, with their cartons; none where the class was kept
     * @param cutoffs from how many cartons a month on a shop is of a class
     * @param mean cartons a month; null where the class was kept
     */
    public record Evidence(
            String period,
            SizeClass sizeClass,
            Basis basis,
            String policy,
            MarketType marketType,
            List<MonthVolume> figures,
            SortedMap<SizeClass, BigDecimal> cutoffs,
            BigDecimal mean,
            Instant recordedAt) {

        @JsonIgnore
        public boolean isComputed() {
            return basis == Basis.COMPUTED;
        }
    }

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

    /** The shops whose class is on record for a month. */
    Set<String> recordedFor(String period) {
        return new TreeSet<>(sql.texts("SELECT licence FROM size_class_evidence WHERE period = ?", List.of(period)));
    }

    /**
     * Records of which class shops are in a month, and why, and makes it their class from now on. A shop that has a class
     * for the month keeps it.
     *
     * @param digest of the policy with the cut-offs
     * @param version of the same policy
     */
    @Transactional(TxType.MANDATORY)
    void record(String period, String digest, String version, List<ClassedShop> shops) {
        for (int from = 0; from < shops.size(); from += ROWS_AT_ONCE) {
            List<ClassedShop> some = shops.subList(from, Math.min(shops.size(), from + ROWS_AT_ONCE));
            List<Object> values = new ArrayList<>(some.size() * COLUMNS);
            for (ClassedShop shop : some) {
                values.addAll(List.of(
                        shop.licence(),
                        period,
                        shop.after(),
                        shop.basis(),
                        digest,
                        text(figures(version, shop)),
                        clock.instant()));
            }
            sql.update(
                    "INSERT INTO size_class_evidence (licence, period, size_class, basis, policy, figures, recorded_at)"
                            + " VALUES " + "(?, ?, ?, ?, ?, ?, ?), ".repeat(some.size() - 1) + "(?, ?, ?, ?, ?, ?, ?)",
                    values);
        }
        sql.update(
                "UPDATE retailer r JOIN size_class_evidence e ON e.licence = r.licence AND e.period = ?"
                        + " SET r.size_class = e.size_class, r.version = r.version + 1"
                        + " WHERE r.size_class <> e.size_class",
                period);
    }

    private static Figures figures(String version, ClassedShop shop) {
        Map<SizeClass, String> cutoffs = new TreeMap<>();
        shop.cutoffs().forEach((sizeClass, from) -> cutoffs.put(sizeClass, from.toPlainString()));
        return new Figures(version, shop.marketType(), shop.figures(), cutoffs);
    }

    private Evidence read(ResultSet row) throws SQLException {
        Figures figures = figures(row.getString("figures"));
        SortedMap<SizeClass, BigDecimal> cutoffs = new TreeMap<>();
        figures.cutoffs().forEach((sizeClass, from) -> cutoffs.put(sizeClass, new BigDecimal(from)));
        String period = row.getString("period");
        SizeClass sizeClass = SizeClass.valueOf(row.getString("size_class"));
        Basis basis = Basis.valueOf(row.getString("basis"));
        BigDecimal mean = basis == Basis.COMPUTED
                ? new SizeClassEvidence(
                                period, figures.marketType(), figures.figures(), cutoffs, figures.version(), sizeClass)
                        .meanVolume()
                : null;
        return new Evidence(
                period,
                sizeClass,
                basis,
                figures.version(),
                figures.marketType(),
                figures.figures(),
                cutoffs,
                mean,
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
