package io.plimsoll.service.plans;

import io.plimsoll.service.database.Sql;
import io.plimsoll.service.database.Where;
import io.plimsoll.service.forecasts.Managers;
import io.plimsoll.service.web.PageOf;
import io.plimsoll.service.web.Paging;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How far guidance reached, and how often it helped (R33). */
@ApplicationScoped
class Guidances {

    private final Sql sql;
    private final Managers managers;

    Guidances(Sql sql, Managers managers) {
        this.sql = sql;
        this.managers = managers;
    }

    /**
     * A month of a customer manager.
     *
     * @param shops of the manager: as it came in, else his active shops in the register now
     * @param guided those of them that were given guidance
     * @param effective those of these whom it helped
     * @param coverageTarget percent of the shops
     * @param effectiveTarget percent of those guided
     */
    @Schema(name = "Guidance")
    public record Guidance(
            @Schema(examples = "2026-11") String period,
            @Schema(examples = "M1007") String manager,
            @Schema(examples = "164") long shops,
            @Schema(examples = "96") long guided,
            @Schema(examples = "80") long effective,
            @Schema(examples = "60") BigDecimal coverageTarget,
            @Schema(examples = "80") BigDecimal effectiveTarget) {

        /** Percent of the shops that were guided; null without shops. */
        @Schema(examples = "58.5", nullable = true)
        public BigDecimal getCoverage() {
            return Percent.of(guided, shops);
        }

        /** Percent of those guided whom it helped; null where nobody was. */
        @Schema(examples = "83.3", nullable = true)
        public BigDecimal getEffect() {
            return Percent.of(effective, guided);
        }
    }

    /** Those of the managers whom the one who asks may see, the latest month first. */
    PageOf<Guidance> list(Paging paging) {
        Where where = managers.visible(new Where(), "g.manager");
        List<Guidance> found = sql.list(
                "SELECT g.period, g.manager, COALESCE(g.shops, (SELECT COUNT(*) FROM retailer r WHERE"
                        + " r.manager = g.manager AND r.status = 'ACTIVE')) AS shops, g.guided, g.effective,"
                        + " g.coverage_target, g.effective_target FROM guidance g" + where.sql()
                        + " ORDER BY g.period DESC, g.manager LIMIT ? OFFSET ?",
                where.valuesAnd(paging.size, paging.offset()),
                row -> new Guidance(
                        row.getString("period"),
                        row.getString("manager"),
                        row.getLong("shops"),
                        row.getLong("guided"),
                        row.getLong("effective"),
                        plain(row.getBigDecimal("coverage_target")),
                        plain(row.getBigDecimal("effective_target"))));
        return PageOf.of(found, paging, sql.number("SELECT COUNT(*) FROM guidance g" + where.sql(), where.values()));
    }

    private static BigDecimal plain(BigDecimal number) {
        return new BigDecimal(number.stripTrailingZeros().toPlainString());
    }
}
