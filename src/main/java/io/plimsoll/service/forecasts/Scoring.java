package io.plimsoll.service.forecasts;

import io.plimsoll.forecast.Accuracy;
import io.plimsoll.service.database.Batch;
import io.plimsoll.service.database.Sql;
import io.plimsoll.service.forecasts.BrandDemand.Of;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import javax.sql.DataSource;

/** Holds the forecasts of months that are over to what was reported in them, so that accuracy need only be added up. */
@ApplicationScoped
class Scoring {

    private static final int A_YEAR = 12;

    private static final Comparator<Of> IN_ORDER =
            Comparator.comparing(Of::manager).thenComparing(Of::brand);

    private final BrandDemand demand;
    private final Sql sql;
    private final DataSource database;

    Scoring(BrandDemand demand, Sql sql, DataSource database) {
        this.demand = demand;
        this.sql = sql;
        this.database = database;
    }

    /** Scores months anew whose demand has become another, and those that the naive forecast takes them for. */
    @Transactional(TxType.MANDATORY)
    void demandChanged(Collection<String> periods) {
        NavigableSet<Integer> whole = demand.wholeMonths();
        Set<Integer> affected = new TreeSet<>();
        for (String period : periods) {
            int month = Months.number(period);
            sql.update("DELETE FROM forecast_score WHERE period = ?", period);
            affected.addAll(whole.subSet(month, true, month + A_YEAR, true));
        }
        affected.forEach(each -> score(Months.of(each), whole));
    }

    private void score(String period, NavigableSet<Integer> whole) {
        sql.update("DELETE FROM forecast_score WHERE period = ?", period);
        Map<Of, Long> reported = demand.ofAll(period);
        Map<Of, Long> said = said(period);
        Optional<String> naiveOf = demand.naiveOf(period, whole);
        Map<Of, Long> naive = naiveOf.map(demand::ofAll).orElse(Map.of());
        Set<String> keyBrands = new HashSet<>(sql.texts("SELECT brand FROM sku WHERE key_brand", List.of()));
        Set<Of> all = new TreeSet<>(IN_ORDER);
        all.addAll(reported.keySet());
        all.addAll(said.keySet());
        try (Connection connection = database.getConnection();
                Batch rows = new Batch(
                        connection,
                        "INSERT INTO forecast_score (period, manager, brand, key_brand, demand, forecast, met, naive,"
                                + " naive_of, naive_met) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
            for (Of each : all) {
                long asked = reported.getOrDefault(each, 0L);
                Long forecast = said.get(each);
                // A brand nobody asked for in that month is forecast with nothing.
                Long without = naiveOf.isEmpty() ? null : naive.getOrDefault(each, 0L);
                rows.add(
                        period,
                        each.manager(),
                        each.brand(),
                        keyBrands.contains(each.brand()),
                        asked,
                        forecast,
                        met(asked, forecast),
                        without,
                        naiveOf.orElse(null),
                        met(asked, without));
            }
            rows.done();
        } catch (SQLException failed) {
            throw new IllegalStateException("the database cannot be written", failed);
        }
    }

    private static Long met(long asked, Long forecast) {
        return forecast == null ? null : Accuracy.of(asked, forecast).met();
    }

    /** What was forecast of a month and not taken back. */
    private Map<Of, Long> said(String period) {
        Map<Of, Long> said = new HashMap<>();
        sql.list(
                "SELECT manager, brand, cartons FROM (" + Forecasts.IN_FORCE + ") f WHERE period = ?",
                row -> said.put(new Of(row.getString(1), row.getString(2)), row.getLong(3)),
                period);
        return said;
    }
}
