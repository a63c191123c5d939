package io.plimsoll.service.master;

import io.plimsoll.sku.BrandTier;
import io.plimsoll.sku.SupplyStatus;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.time.LocalDate;

/** A row of the table of Skus. */
@Entity
@Table(name = "sku")
class SkuEntity {

    @Id
    String sku;

    String name;

    String brand;

    @Enumerated(EnumType.STRING)
    BrandTier tier;

    @Enumerated(EnumType.STRING)
    SupplyStatus status;

    BigDecimal price;

    @Column(name = "key_brand")
    Boolean keyBrand;

    @Column(name = "first_sold")
    LocalDate firstSold;

    @Version
    Long version;
}
