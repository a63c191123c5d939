package io.plimsoll.service.plans;

import io.plimsoll.service.database.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/** Targets, plans, guidance and new brands, with which a demo begins. */
@ApplicationScoped
public class SeededPlans {

    private final Sql sql;

    SeededPlans(Sql sql) {
        this.sql = sql;
    }

    /**
     * What the company means to reach in a month.
     *
     * @param volume cartons
     * @param pricePercent of last year's price
     * @param lastYearPrice per carton
     */
    public record Target(String period, long volume, BigDecimal pricePercent, BigDecimal lastYearPrice) {}

    /**
     * A month of a customer manager.
     *
     * @param brands that a shop is to have on the shelf
     * @param guided shops that were given guidance
     * @param effective those of them whom it helped
     */
    public record OfManager(String period, String manager, int brands, int guided, int effective) {}

    @Transactional(TxType.MANDATORY)
    public void target(Target target) {
        sql.update(
                "INSERT INTO company_target (period, volume, price_percent, last_year_price) VALUES (?, ?, ?, ?)",
                target.period(),
                target.volume(),
                target.pricePercent(),
                target.lastYearPrice());
    }

    @Transactional(TxType.MANDATORY)
    public void ofManagers(List<OfManager> all) {
        for (OfManager each : all) {
            sql.update(
                    "INSERT INTO listing_plan (period, manager, brands) VALUES (?, ?, ?)",
                    each.period(),
                    each.manager(),
                    each.brands());
            sql.update(
                    "INSERT INTO guidance (period, manager, guided, effective, coverage_target, effective_target)"
                            + " VALUES (?, ?, ?, ?, ?, ?)",
                    each.period(),
                    each.manager(),
                    each.guided(),
                    each.effective(),
                    GuidanceTable.COVERAGE,
                    GuidanceTable.EFFECTIVE);
        }
    }

    /** All Skus of a brand are sold from a day on. */
    @Transactional(TxType.MANDATORY)
    public void newBrand(String brand, LocalDate firstSold) {
        sql.update("UPDATE sku SET first_sold = ? WHERE brand = ?", firstSold, brand);
    }
}
