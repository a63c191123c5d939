package io.plimsoll.service.forecasts;

import io.plimsoll.service.database.Sql;
import io.plimsoll.service.database.Where;
import io.plimsoll.service.web.PageOf;
import io.plimsoll.service.web.Paging;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Sheets as people read them: what is forecast beside what is known of the months before. */
@ApplicationScoped
class Sheets {

    /** So many months are shown beside a forecast. */
    private static final int MONTHS_BEFORE = 3;

    private final Forecasts forecasts;
    private final BrandDemand demand;
    private final Months months;
    private final Managers managers;
    private final Sql sql;

    Sheets(Forecasts forecasts, BrandDemand demand, Months months, Managers managers, Sql sql) {
        this.forecasts = forecasts;
        this.demand = demand;
        this.months = months;
        this.managers = managers;
        this.sql = sql;
    }

    /** One sheet; of a manager whom the one who asks may not see there is none. */
    ForecastSheet of(String period, String manager) {
        Months.required(period);
        managers.require(manager);
        NavigableSet<Integer> whole = demand.wholeMonths();
        List<String> past = whole.headSet(Months.number(period), false).descendingSet().stream()
                .limit(MONTHS_BEFORE)
                .sorted()
                .map(Months::of)
                .toList();
        String naiveOf = demand.naiveOf(period, whole).orElse(null);
        List<String> needed = new ArrayList<>(past);
        if (naiveOf != null && !past.contains(naiveOf)) {
            needed.add(naiveOf);
        }
        Map<String, Map<String, Long>> reported = demand.of(manager, needed);
        Map<String, Long> said = forecasts.said(period, manager);
        List<ForecastSheet.Line> lines = brands(said).entrySet().stream()
                .map(brand -> new ForecastSheet.Line(
                        brand.getKey(),
                        brand.getValue(),
                        past.stream()
                                .map(month -> reported.get(month).getOrDefault(brand.getKey(), 0L))
                                .toList(),
                        naiveOf == null ? null : reported.get(naiveOf).getOrDefault(brand.getKey(), 0L),
                        said.get(brand.getKey())))
                .sorted(IN_ORDER)
                .toList();
        return new ForecastSheet(
                period, manager, months.isToCome(period), forecasts.version(period, manager), past, naiveOf, lines);
    }

    private static final Comparator<ForecastSheet.Line> IN_ORDER = Comparator.comparing(
                    (ForecastSheet.Line line) -> !line.keyBrand())
            .thenComparing(line -> -latest(line))
            .thenComparing(ForecastSheet.Line::brand);

    private static long latest(ForecastSheet.Line line) {
        return line.past().isEmpty() ? 0 : line.past().get(line.past().size() - 1);
    }

    /** The brands that are sold, and those that were forecast when they were; with whether they are key brands. */
    private Map<String, Boolean> brands(Map<String, Long> said) {
        Map<String, Boolean> brands = new HashMap<>();
        said.keySet().forEach(brand -> brands.put(brand, false));
        sql.list(
                "SELECT brand, MAX(COALESCE(key_brand, FALSE)) FROM sku GROUP BY brand",
                row -> brands.put(row.getString(1), row.getBoolean(2)));
        return brands;
    }

    /**
     * How far a customer manager is with a month.
     *
     * @param brands that have a forecast
     * @param keyBrands those of them on the top-20 list
     * @param cartons of all of them
     * @param saidAt when the latest was said; null where none was
     */
    @Schema(name = "ForecastSummary")
    public record Summary(
            @Schema(examples = "2026-12") String period,
            @Schema(examples = "M1007") String manager,
            @Schema(examples = "41") long brands,
            @Schema(examples = "14") long keyBrands,
            @Schema(examples = "48200") long cartons,

            @Schema(examples = "2026-11-27T08:10:00Z", nullable = true)
            Instant saidAt) {

        public String address() {
            return Forecasts.address(period, manager);
        }
    }

    /** Of all managers whom the one who asks may see, how far they are with a month. */
    PageOf<Summary> of(String period, Paging paging) {
        List<String> all = managers.all();
        Where where = managers.visible(new Where().and("f.period = ?", period), "f.manager");
        Map<String, Summary> said = new HashMap<>();
        sql.list(
                "SELECT f.manager, COUNT(*) AS brands, SUM(f.brand IN (SELECT brand FROM sku WHERE key_brand)) AS key_brands,"
                        + " SUM(f.cartons) AS cartons, MAX(f.said_at) AS said_at FROM (" + Forecasts.IN_FORCE + ") f"
                        + where.sql() + " GROUP BY f.manager",
                where.values(),
                row -> said.put(
                        row.getString("manager"),
                        new Summary(
                                period,
                                row.getString("manager"),
                                row.getLong("brands"),
                                row.getLong("key_brands"),
                                row.getLong("cartons"),
                                Sql.moment(row, "said_at"))));
        List<Summary> page = all.stream()
                .skip(paging.offset())
                .limit(paging.size)
                .map(manager -> said.getOrDefault(manager, new Summary(period, manager, 0, 0, 0, null)))
                .toList();
        return PageOf.of(page, paging, all.size());
    }

    /**
     * What was once said of a brand.
     *
     * @param version of the sheet, with which it was said
     * @param cartons null: it was taken back
     */
    @Schema(name = "ForecastVersion")
    public record Said(
            @Schema(examples = "3") long version,
            @Schema(examples = "Pine") String brand,
            @Schema(examples = "3300", nullable = true) Long cartons,
            @Schema(examples = "2026-11-27T08:10:00Z") Instant saidAt) {}

    /** Everything that was ever said of a sheet, the latest first. */
    PageOf<Said> history(String period, String manager, Paging paging) {
        Months.required(period);
        managers.require(manager);
        List<Said> said = sql.list(
                "SELECT version, brand, cartons, said_at FROM forecast WHERE period = ? AND manager = ?"
                        + " ORDER BY version DESC, brand LIMIT ? OFFSET ?",
                row -> new Said(
                        row.getLong("version"),
                        row.getString("brand"),
                        Sql.whole(row, "cartons"),
                        Sql.moment(row, "said_at")),
                period,
                manager,
                paging.size,
                paging.offset());
        return PageOf.of(
                said,
                paging,
                sql.count("SELECT COUNT(*) FROM forecast WHERE period = ? AND manager = ?", period, manager));
    }
}
