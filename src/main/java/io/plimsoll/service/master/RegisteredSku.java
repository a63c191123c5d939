package io.plimsoll.service.master;

import io.plimsoll.sku.BrandTier;
import io.plimsoll.sku.SupplyStatus;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A saleable item as it stands in the register; how much of it there is belongs to a cycle. */
@Schema(name = "Sku")
public record RegisteredSku(
        @Schema(examples = "S001") String sku,
        @Schema(examples = "Harbour blue") String name,
        @Schema(examples = "Harbour") String brand,
        BrandTier tier,
        SupplyStatus status,

        @Schema(description = "of a carton", examples = "182.5")
        BigDecimal price,

        @Schema(description = "whether its brand is on the list of key brands; null where nobody has said")
        Boolean keyBrand,

        @Schema(examples = "2025-09-01") LocalDate firstSold,

        @Schema(description = "goes up with every change; the ETag of the Sku")
        long version) {

    static final String COLUMNS =
            "s.sku, s.name, s.brand, s.tier, s.status, s.price, s.key_brand, s.first_sold, s.version";

    static RegisteredSku read(ResultSet row) throws SQLException {
        return new RegisteredSku(
                row.getString("sku"),
                row.getString("name"),
                row.getString("brand"),
                BrandTier.valueOf(row.getString("tier")),
                SupplyStatus.valueOf(row.getString("status")),
                row.getBigDecimal("price"),
                row.getObject("key_brand", Boolean.class),
                row.getObject("first_sold", LocalDate.class),
                row.getLong("version"));
    }

    static RegisteredSku of(SkuEntity entity) {
        return new RegisteredSku(
                entity.sku,
                entity.name,
                entity.brand,
                entity.tier,
                entity.status,
                entity.price,
                entity.keyBrand,
                entity.firstSold,
                entity.version);
    }

    /** Where its page is. */
    public String address() {
        return Addresses.sku(sku);
    }
}
