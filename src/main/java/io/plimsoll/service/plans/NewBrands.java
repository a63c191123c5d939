package io.plimsoll.service.plans;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.plimsoll.service.cycles.Demand;
import io.plimsoll.service.database.Sql;
import io.plimsoll.service.database.Where;
import io.plimsoll.service.forecasts.Managers;
import io.plimsoll.service.web.PageOf;
import io.plimsoll.service.web.Paging;
import io.plimsoll.service.web.WebSettings;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What came of each new brand in its first month (R32), as far as it can be derived, in the shops of those one may see. */
@ApplicationScoped
class NewBrands {

    /** Brands that all their Skus know the first day of. */
    private static final String NEW = " FROM (SELECT brand, MIN(first_sold) AS first_sold, COUNT(*) AS skus,"
            + " MAX(COALESCE(key_brand, FALSE)) AS key_brand FROM sku GROUP BY brand"
            + " HAVING SUM(first_sold IS NULL) = 0) b";

    private static final String LINES = " FROM demand_order o JOIN demand_line l ON l.cycle = o.cycle"
            + " AND l.licence = o.licence JOIN cycle_sku k ON k.cycle = l.cycle AND k.sku = l.sku"
            + " JOIN cycle_retailer r ON r.cycle = l.cycle AND r.licence = l.licence";

    private final Sql sql;
    private final Managers managers;
    private final Clock clock;
    private final WebSettings settings;

    NewBrands(Sql sql, Managers managers, Clock clock, WebSettings settings) {
        this.sql = sql;
        this.managers = managers;
        this.clock = clock;
        this.settings = settings;
    }

    /**
     * A brand whose first day is less than a year ago.
     *
     * @param skus how many Skus it has
     * @param monthOver whether its first month is over, so that the report is whole
     */
    @Schema(name = "NewBrand")
    public record NewBrand(
            @Schema(examples = "Harbour") String brand,
            @Schema(examples = "2026-11-02") LocalDate firstSold,
            @Schema(examples = "3") int skus,
            boolean keyBrand,
            boolean monthOver) {

        @JsonIgnore
        public LocalDate until() {
            return firstSold.plusMonths(1);
        }

        @JsonIgnore
        public String address() {
            return "/plans/new-brands/report?brand="
                    + URLEncoder.encode(brand, StandardCharsets.UTF_8).replace("+", "%20");
        }
    }

    /**
     * A cycle of the first month.
     *
     * @param shops that asked for it
     * @param demand cartons reported
     * @param granted cartons
     */
    @Schema(name = "NewBrandCycle")
    public record OfCycle(
            @Schema(examples = "2026-11-w1") String cycle,
            @Schema(examples = "312") long shops,
            @Schema(examples = "940") long demand,
            @Schema(examples = "900") long granted) {}

    /**
     * The report.
     *
     * @param shops that could have asked for it
     * @param asked those of them that did
     * @param again those of these that did in more than one cycle
     * @param cycles in their order
     */
    @Schema(name = "NewBrandReport")
    public record Report(
            NewBrand brand,
            @Schema(examples = "2480") long shops,
            @Schema(examples = "780") long asked,
            @Schema(examples = "310") long again,
            List<OfCycle> cycles) {

        @Schema(examples = "3120")
        public long getDemand() {
            return cycles.stream().mapToLong(OfCycle::demand).sum();
        }

        @Schema(examples = "2990")
        public long getGranted() {
            return cycles.stream().mapToLong(OfCycle::granted).sum();
        }

        /** Percent of the shops that asked for it. */
        @Schema(examples = "31.5", nullable = true)
        public BigDecimal getAskedPercent() {
            return Percent.of(asked, shops);
        }

        /** Percent of those that asked for it again. */
        @Schema(examples = "39.7", nullable = true)
        public BigDecimal getAgainPercent() {
            return Percent.of(again, asked);
        }

        /** Percent of the demand that was granted. */
        @Schema(examples = "95.8", nullable = true)
        public BigDecimal getFillPercent() {
            return Percent.of(getGranted(), getDemand());
        }
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), settings.zone());
    }

    /** The newest first. */
    PageOf<NewBrand> list(Paging paging) {
        LocalDate since = today().minusYears(1);
        List<NewBrand> found = sql.list(
                "SELECT *" + NEW + " WHERE b.first_sold > ? ORDER BY b.first_sold DESC, b.brand LIMIT ? OFFSET ?",
                this::read,
                since,
                paging.size,
                paging.offset());
        return PageOf.of(found, paging, sql.count("SELECT COUNT(*)" + NEW + " WHERE b.first_sold > ?", since));
    }

    private NewBrand read(ResultSet row) throws SQLException {
        LocalDate first = row.getObject("first_sold", LocalDate.class);
        return new NewBrand(
                row.getString("brand"),
                first,
                row.getInt("skus"),
                row.getBoolean("key_brand"),
                !first.plusMonths(1).isAfter(today()));
    }

    /** The report on one of them, so far where its month is not over. */
    Optional<Report> report(String brand) {
        return sql.first("SELECT *" + NEW + " WHERE b.brand = ?", this::read, brand == null ? "" : brand)
                .map(this::report);
    }

    private Report report(NewBrand brand) {
        List<String> cycles = sql.texts(
                "SELECT c.cycle FROM cycle c WHERE c.state IN ('ALLOCATED', 'DELIVERED') AND EXISTS (SELECT 1 FROM"
                        + " cycle_sku k WHERE k.cycle = c.cycle AND k.brand = ?)"
                        + " AND COALESCE(DATE(c.opens_at), CONCAT(c.period, '-01')) < ?"
                        + " ORDER BY c.period, c.number_in_period",
                List.of(brand.brand(), brand.until().toString()));
        List<OfCycle> ofCycles =
                cycles.stream().map(cycle -> ofCycle(brand, cycle)).toList();
        if (cycles.isEmpty()) {
            return new Report(brand, 0, 0, 0, ofCycles);
        }
        String marks = "(" + String.join(", ", Collections.nCopies(cycles.size(), "?")) + ")";
        Where shops = managers.visible(new Where().and("r.cycle IN " + marks, cycles.toArray()), "r.manager");
        long could = sql.number("SELECT COUNT(DISTINCT r.licence) FROM cycle_retailer r" + shops.sql(), shops.values());
        Where asking = asking(new Where().and("o.cycle IN " + marks, cycles.toArray()), brand);
        return sql.first(
                        "SELECT COUNT(*), COALESCE(SUM(x.cycles > 1), 0) FROM (SELECT l.licence, COUNT(DISTINCT l.cycle) AS"
                                + " cycles" + LINES + asking.sql() + " GROUP BY l.licence) x",
                        asking.values(),
                        row -> new Report(brand, could, row.getLong(1), row.getLong(2), ofCycles))
                .orElseThrow();
    }

    private Where asking(Where where, NewBrand brand) {
        return managers.visible(
                where.and(Demand.COUNTS).and("l.demand > 0").and("k.brand = ?", brand.brand()), "r.manager");
    }

    private OfCycle ofCycle(NewBrand brand, String cycle) {
        Where asking = asking(new Where().and("o.cycle = ?", cycle), brand);
        Where granting = managers.visible(
                new Where().and("a.cycle = ?", cycle).and("a.in_force").and("k.brand = ?", brand.brand()), "r.manager");
        long granted = sql.number(
                "SELECT COALESCE(SUM(g.granted), 0) FROM allocation_run a JOIN grant_line g ON g.run = a.id"
                        + " JOIN cycle_sku k ON k.cycle = a.cycle AND k.sku = g.sku"
                        + " JOIN cycle_retailer r ON r.cycle = a.cycle AND r.licence = g.licence" + granting.sql(),
                granting.values());
        return sql.first(
                        "SELECT COUNT(DISTINCT l.licence), COALESCE(SUM(l.demand), 0)" + LINES + asking.sql(),
                        asking.values(),
                        row -> new OfCycle(cycle, row.getLong(1), row.getLong(2), granted))
                .orElseThrow();
    }
}
