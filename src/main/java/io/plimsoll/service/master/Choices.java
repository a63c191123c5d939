package io.plimsoll.service.master;

import io.plimsoll.retailer.MarketType;
import io.plimsoll.retailer.RetailerStatus;
import io.plimsoll.retailer.SizeClass;
import io.plimsoll.sku.BrandTier;
import io.plimsoll.sku.SupplyStatus;
import io.quarkus.qute.TemplateGlobal;
import java.util.List;

/** What the fields of our pages can be set to; templates know it as {@code choices}. */
public record Choices(
        List<SizeClass> sizeClasses,
        List<MarketType> marketTypes,
        List<RetailerStatus> statuses,
        List<Integer> intervals,
        List<BrandTier> tiers,
        List<SupplyStatus> supplyStatuses) {

    private static final Choices ALL = new Choices(
            List.of(SizeClass.values()),
            List.of(MarketType.values()),
            List.of(RetailerStatus.values()),
            List.of(1, 2),
            List.of(BrandTier.values()),
            List.of(SupplyStatus.values()));

    @TemplateGlobal
    static Choices choices() {
        return ALL;
    }
}
