package io.plimsoll.service.plans;

import io.plimsoll.service.database.Sql;
import io.plimsoll.service.database.Where;
import io.plimsoll.service.forecasts.Managers;
import io.plimsoll.service.web.PageOf;
import io.plimsoll.service.web.Paging;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Listing plans, counts of brands, beside how many different brands shops were granted (R32). */
@ApplicationScoped
class Listings {

    private final Sql sql;
    private final Managers managers;

    Listings(Sql sql, Managers managers) {
        this.sql = sql;
        this.managers = managers;
    }

    /**
     * A month of a customer manager.
     *
     * @param brands how many a shop is to have on the shelf
     * @param shops that were granted anything in the month; 0 where no cycle of it was allocated here
     * @param reached those of them that were granted at least so many different brands
     * @param counted different brands of all of them, added up
     */
    @Schema(name = "ListingPlan")
    public record Listing(
            @Schema(examples = "2026-11") String period,
            @Schema(examples = "M1007") String manager,
            @Schema(examples = "25") int brands,
            @Schema(examples = "164") long shops,
            @Schema(examples = "121") long reached,
            @Schema(examples = "4428") long counted) {

        /** Brands of a shop on average; null where there is none. */
        @Schema(examples = "27.0", nullable = true)
        public BigDecimal getMean() {
            return shops == 0
                    ? null
                    : BigDecimal.valueOf(counted).divide(BigDecimal.valueOf(shops), 1, RoundingMode.HALF_UP);
        }

        /** Percent of the shops that reach the plan. */
        @Schema(examples = "73.8", nullable = true)
        public BigDecimal getReachedPercent() {
            return Percent.of(reached, shops);
        }
    }

    /** Those of the managers whom the one who asks may see, the latest month first. */
    PageOf<Listing> list(Paging paging) {
        Where where = managers.visible(new Where(), "p.manager");
        List<Listing> found = sql.list(
                "SELECT p.period, p.manager, p.brands, COALESCE(SUM(s.shops), 0) AS shops,"
                        + " COALESCE(SUM(IF(s.brands >= p.brands, s.shops, 0)), 0) AS reached,"
                        + " COALESCE(SUM(s.brands * s.shops), 0) AS counted FROM listing_plan p"
                        + " LEFT JOIN shelf_count s ON s.period = p.period AND s.manager = p.manager" + where.sql()
                        + " GROUP BY p.period, p.manager, p.brands ORDER BY p.period DESC, p.manager LIMIT ? OFFSET ?",
                where.valuesAnd(paging.size, paging.offset()),
                row -> new Listing(
                        row.getString("period"),
                        row.getString("manager"),
                        row.getInt("brands"),
                        row.getLong("shops"),
                        row.getLong("reached"),
                        row.getLong("counted")));
        return PageOf.of(
                found, paging, sql.number("SELECT COUNT(*) FROM listing_plan p" + where.sql(), where.values()));
    }
}
