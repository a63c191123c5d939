package io.plimsoll.service.master;

import io.plimsoll.service.database.Where;
import io.plimsoll.service.web.Checks;
import io.plimsoll.sku.BrandTier;
import io.plimsoll.sku.SupplyStatus;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** Which Skus are asked for. A blank field asks for nothing. */
public class SkuFilter {

    private static final int LONGEST = 120;

    @QueryParam("search")
    @Parameter(description = "the beginning of a key, or a part of a name or brand")
    public String search;

    @QueryParam("tier")
    @Parameter(description = "TIER_1 to TIER_5")
    public String tier;

    @QueryParam("status")
    @Parameter(description = "SCARCE, NORMAL or OPEN")
    public String status;

    Where where() {
        Checks checks = new Checks();
        checks.lineIfAny("search", search, LONGEST);
        checks.constant("tier", tier, BrandTier.class);
        checks.constant("status", status, SupplyStatus.class);
        checks.refuseErrors();
        Where where = new Where();
        if (search != null && !search.isBlank()) {
            String pattern = Where.loosePattern(search);
            where.and(
                    "(" + Where.loosely("s.sku") + " LIKE ? OR " + Where.loosely("s.name") + " LIKE ? OR "
                            + Where.loosely("s.brand") + " LIKE ?)",
                    pattern.substring(1),
                    pattern,
                    pattern);
        }
        return where.andIfGiven("s.tier = ?", tier).andIfGiven("s.status = ?", status);
    }
}
