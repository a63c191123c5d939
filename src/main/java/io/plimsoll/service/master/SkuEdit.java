package io.plimsoll.service.master;

import io.plimsoll.message.Message;
import io.plimsoll.service.web.Checks;
import io.plimsoll.sku.BrandTier;
import io.plimsoll.sku.SupplyStatus;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What can be said of a Sku by hand. */
@Schema(examples = """
                {"name": "Harbour blue",
                 "brand": "Harbour",
                 "tier": "TIER_2",
                 "status": "SCARCE",
                 "price": 182.5,
                 "keyBrand": true,
                 "firstSold": "2025-09-01"}""")
public record SkuEdit(
        @Schema(examples = "Harbour blue") String name,
        @Schema(examples = "Harbour") String brand,
        BrandTier tier,
        SupplyStatus status,

        @Schema(description = "of a carton", examples = "182.5")
        BigDecimal price,

        Boolean keyBrand,
        @Schema(examples = "2025-09-01") LocalDate firstSold) {

    private static final int LONGEST = 120;
    private static final int MOST_DECIMALS = 6;
    private static final BigDecimal MOST = BigDecimal.valueOf(1_000_000_000);
    private static final LocalDate EARLIEST = LocalDate.of(1900, 1, 1);
    private static final LocalDate LATEST = LocalDate.of(2999, 12, 31);

    /** The same, without blanks around anything; errors go to the checks. */
    SkuEdit checked(Checks checks) {
        boolean isPrice =
                price == null || price.signum() >= 0 && price.compareTo(MOST) <= 0 && price.scale() <= MOST_DECIMALS;
        checks.expect(isPrice, "price", Message.of("FIELD_PRICE"));
        boolean isDay = firstSold == null || !(firstSold.isBefore(EARLIEST) || firstSold.isAfter(LATEST));
        checks.expect(isDay, "firstSold", Message.of("FIELD_DAY_OUT_OF_RANGE"));
        return new SkuEdit(
                checks.lineIfAny("name", name, LONGEST),
                checks.line("brand", brand, LONGEST),
                checks.given("tier", tier),
                checks.given("status", status),
                price,
                keyBrand,
                firstSold);
    }

    void writeTo(SkuEntity entity) {
        entity.name = name;
        entity.brand = brand;
        entity.tier = tier;
        entity.status = status;
        entity.price = price;
        entity.keyBrand = keyBrand;
        entity.firstSold = firstSold;
    }
}
