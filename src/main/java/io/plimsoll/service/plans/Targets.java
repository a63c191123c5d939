package io.plimsoll.service.plans;

import io.plimsoll.service.database.Sql;
import io.plimsoll.service.web.PageOf;
import io.plimsoll.service.web.Paging;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Company targets beside what came of them (R28). */
@ApplicationScoped
class Targets {

    private final Sql sql;

    Targets(Sql sql) {
        this.sql = sql;
    }

    /**
     * A month.
     *
     * @param volume cartons that the company means to sell; null where it says nothing
     * @param sold cartons granted so far, less what came back; null where no cycle of the month was allocated here
     * @param whole whether all cycles of the month are allocated
     * @param pricePercent price per carton that it means to reach, in percent of last year's
     * @param price per carton that was granted, from the prices of the Skus; null where they have none
     * @param lastYearPrice of the same month of last year: as it came in, else from its cycles
     */
    @Schema(name = "CompanyTarget")
    public record Target(
            @Schema(examples = "2026-11") String period,
            @Schema(examples = "320000", nullable = true) Long volume,
            @Schema(examples = "241300", nullable = true) Long sold,
            boolean whole,
            @Schema(examples = "103.5", nullable = true) BigDecimal pricePercent,
            @Schema(examples = "142.31", nullable = true) BigDecimal price,
            @Schema(examples = "139.20", nullable = true) BigDecimal lastYearPrice) {

        /** What was sold in percent of the target. */
        @Schema(examples = "75.4", nullable = true)
        public BigDecimal getSoldPercent() {
            return volume == null || sold == null ? null : Percent.of(sold, volume);
        }

        /** The price in percent of last year's. */
        @Schema(examples = "102.2", nullable = true)
        public BigDecimal getReachedPercent() {
            return Percent.of(price, lastYearPrice);
        }
    }

    private record Sold(long cartons, boolean whole, BigDecimal price) {}

    private record Row(String period, Long volume, BigDecimal pricePercent, BigDecimal lastYearPrice) {}

    /** The months that have a target, the latest first. */
    PageOf<Target> list(Paging paging) {
        List<Row> rows = sql.list(
                "SELECT period, volume, price_percent, last_year_price FROM company_target ORDER BY period DESC"
                        + " LIMIT ? OFFSET ?",
                row -> new Row(
                        row.getString("period"),
                        Sql.whole(row, "volume"),
                        plain(row, "price_percent"),
                        plain(row, "last_year_price")),
                paging.size,
                paging.offset());
        List<String> periods = new ArrayList<>();
        rows.forEach(row -> periods.addAll(List.of(row.period(), yearBefore(row.period()))));
        Map<String, Sold> sold = sold(periods);
        List<Target> targets = rows.stream()
                .map(row -> target(row, sold.get(row.period()), sold.get(yearBefore(row.period()))))
                .toList();
        return PageOf.of(targets, paging, sql.count("SELECT COUNT(*) FROM company_target"));
    }

    private static Target target(Row row, Sold now, Sold before) {
        BigDecimal lastYear =
                row.lastYearPrice() != null ? row.lastYearPrice() : before == null ? null : before.price();
        return new Target(
                row.period(),
                row.volume(),
                now == null ? null : now.cartons(),
                now != null && now.whole(),
                row.pricePercent(),
                now == null ? null : now.price(),
                lastYear);
    }

    private static BigDecimal plain(ResultSet row, String column) throws SQLException {
        BigDecimal number = row.getBigDecimal(column);
        return number == null
                ? null
                : new BigDecimal(number.stripTrailingZeros().toPlainString());
    }

    private static String yearBefore(String period) {
        return YearMonth.parse(period).minusYears(1).toString();
    }

    /** What was granted in months, from the sums that each run keeps by Sku. */
    private Map<String, Sold> sold(List<String> periods) {
        Map<String, Sold> sold = new HashMap<>();
        if (periods.isEmpty()) {
            return sold;
        }
        String in = " IN (" + String.join(", ", Collections.nCopies(periods.size(), "?")) + ")";
        Map<String, Long> back = new HashMap<>();
        sql.list(
                "SELECT c.period, SUM(b.cartons) FROM cycle c JOIN came_back b ON b.cycle = c.cycle WHERE c.period" + in
                        + " GROUP BY c.period",
                periods,
                row -> back.put(row.getString(1), row.getLong(2)));
        sql.list(
                "SELECT c.period, SUM(s.granted) AS granted, COUNT(DISTINCT c.cycle) >= MAX(c.of_period) AS whole,"
                        + " SUM(IF(COALESCE(d.price, k.price) IS NULL, 0, s.granted)) AS priced,"
                        + " SUM(s.granted * COALESCE(d.price, k.price)) AS worth"
                        + " FROM cycle c JOIN allocation_run a ON a.cycle = c.cycle AND a.in_force"
                        + " JOIN run_sku s ON s.run = a.id LEFT JOIN sku k ON k.sku = s.sku"
                        + " LEFT JOIN cycle_sku_detail d ON d.cycle = c.cycle AND d.sku = s.sku"
                        + " WHERE c.period" + in + " GROUP BY c.period",
                periods,
                row -> {
                    String period = row.getString("period");
                    long cartons = row.getLong("granted") - back.getOrDefault(period, 0L);
                    return sold.put(period, new Sold(cartons, row.getBoolean("whole"), price(row)));
                });
        return sold;
    }

    private static BigDecimal price(ResultSet row) throws SQLException {
        BigDecimal priced = row.getBigDecimal("priced");
        return priced.signum() == 0 ? null : row.getBigDecimal("worth").divide(priced, 2, RoundingMode.HALF_UP);
    }
}
