package io.plimsoll.generation;

import io.plimsoll.files.PolicyTables;
import io.plimsoll.policy.Alerts;
import io.plimsoll.policy.ClassCeilings;
import io.plimsoll.policy.Pacing;
import io.plimsoll.policy.ReleasePolicy;
import io.plimsoll.retailer.MarketType;
import io.plimsoll.retailer.SizeClass;
import io.plimsoll.sku.BrandTier;
import io.plimsoll.sku.SupplyStatus;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The release policy of a period. */
final class Policies {

    private static final BigDecimal RHO = new BigDecimal("0.95");

    private Policies() {}

    static ReleasePolicy of(Week week, List<Item> items) {
        return PolicyTables.publish(
                "county-" + week.period(),
                new ReleasePolicy(
                        "",
                        Map.of(
                                SizeClass.LARGE, BigDecimal.valueOf(10),
                                SizeClass.MEDIUM, BigDecimal.valueOf(8),
                                SizeClass.SMALL, BigDecimal.valueOf(15)),
                        Map.of(SizeClass.LARGE, 4, SizeClass.MEDIUM, 2, SizeClass.SMALL, 1),
                        new ClassCeilings(),
                        skuCeilings(items),
                        Map.of(BrandTier.TIER_4, RHO, BrandTier.TIER_5, RHO),
                        Optional.of(new Pacing(new BigDecimal("0.3"), new BigDecimal("0.5"), 20)),
                        new Alerts(Map.of(new Alerts.Key("R5", "headroom_multiple"), BigDecimal.valueOf(3)))));
    }

    /** By Sku only for what is scarce (R5). */
    private static ClassCeilings skuCeilings(List<Item> items) {
        ClassCeilings ceilings = new ClassCeilings();
        for (Item item : items) {
            if (item.status() == SupplyStatus.SCARCE) {
                ceilings.add(SizeClass.LARGE, Optional.empty(), item.key(), cartons("5"));
                ceilings.add(SizeClass.MEDIUM, Optional.empty(), item.key(), cartons("3"));
                ceilings.add(SizeClass.SMALL, Optional.of(MarketType.URBAN), item.key(), cartons("2"));
                ceilings.add(SizeClass.SMALL, Optional.empty(), item.key(), cartons("1.5"));
            }
        }
        return ceilings;
    }

    private static Optional<BigDecimal> cartons(String cartons) {
        return Optional.of(new BigDecimal(cartons));
    }
}
