package io.plimsoll.finding;

import io.plimsoll.allocation.CycleRows;
import io.plimsoll.allocation.CycleRows.OrderRow;
import io.plimsoll.cycle.Cycle;
import io.plimsoll.cycle.CycleHead;
import io.plimsoll.policy.Alerts;
import io.plimsoll.policy.ClassCeilings;
import io.plimsoll.policy.Pacing;
import io.plimsoll.policy.ReleasePolicy;
import io.plimsoll.retailer.MarketType;
import io.plimsoll.retailer.Retailer;
import io.plimsoll.retailer.RetailerStatus;
import io.plimsoll.retailer.SizeClass;
import io.plimsoll.sku.BrandTier;
import io.plimsoll.sku.Sku;
import io.plimsoll.sku.SupplyStatus;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A town of a few shops, written down so that a case can be read at a glance. Shops are SMALL, URBAN, weekly and have
 * a total of 1000; Skus are NORMAL and of TIER_1; nothing floats, nothing is paced: nothing binds but what a case is
 * about.
 */
final class Town {

    private static final int AMPLE = 1000;

    private final List<Retailer> retailers = new ArrayList<>();
    private final List<Sku> skus = new ArrayList<>();
    private final List<OrderRow> orders = new ArrayList<>();
    private final Map<String, Integer> atMost = new HashMap<>();
    private final Map<SizeClass, BigDecimal> floats = new EnumMap<>(SizeClass.class);
    private final ClassCeilings tierCeilings = new ClassCeilings();
    private final ClassCeilings skuCeilings = new ClassCeilings();
    private final Map<BrandTier, BigDecimal> tightBalance = new EnumMap<>(BrandTier.class);
    private final Map<Alerts.Key, BigDecimal> alerts = new HashMap<>();
    private Optional<Pacing> pacing = Optional.empty();

    Town() {
        for (SizeClass sizeClass : SizeClass.values()) {
            floats.put(sizeClass, BigDecimal.ZERO);
        }
    }

    Town shop(String key) {
        return shop(key, SizeClass.SMALL);
    }

    /** A LARGE shop has weight 2, the others 1. */
    Town shop(String key, SizeClass sizeClass) {
        return shop(key, sizeClass, RetailerStatus.ACTIVE, AMPLE, 0);
    }

    Town shop(String key, int agreedTotal, int grantedBefore) {
        return shop(key, SizeClass.SMALL, RetailerStatus.ACTIVE, agreedTotal, grantedBefore);
    }

    Town suspendedShop(String key) {
        return shop(key, SizeClass.SMALL, RetailerStatus.SUSPENDED, AMPLE, 0);
    }

    private Town shop(String key, SizeClass sizeClass, RetailerStatus status, int agreedTotal, int grantedBefore) {
        retailers.add(new Retailer(key, "CM", sizeClass, MarketType.URBAN, status, agreedTotal, grantedBefore, 1));
        return this;
    }

    Town sku(String key, long supply) {
        return sku(key, SupplyStatus.NORMAL, supply);
    }

    Town sku(String key, SupplyStatus status, long supply) {
        return sku(new Sku(key, "B", BrandTier.TIER_1, status, OptionalLong.of(supply), Optional.empty()));
    }

    Town sku(Sku sku) {
        skus.add(sku);
        return this;
    }

    /** One line more, ranked behind those that the shop has already. */
    Town order(String shop, String sku, int demand) {
        int ranked =
                (int) orders.stream().filter(row -> row.retailer().equals(shop)).count();
        orders.add(new OrderRow(shop, ranked + 1, sku, demand));
        return this;
    }

    Town atMost(String shop, int cartons) {
        atMost.put(shop, cartons);
        return this;
    }

    Town floating(SizeClass sizeClass, String percent) {
        floats.put(sizeClass, new BigDecimal(percent));
        return this;
    }

    Town skuCeiling(SizeClass sizeClass, String sku, String cartons) {
        skuCeilings.add(sizeClass, Optional.empty(), sku, Optional.of(new BigDecimal(cartons)));
        return this;
    }

    Town tierCeiling(SizeClass sizeClass, BrandTier tier, String cartons) {
        tierCeilings.add(sizeClass, Optional.empty(), tier.name(), Optional.of(new BigDecimal(cartons)));
        return this;
    }

    Town tightBalance(BrandTier tier, String rho) {
        tightBalance.put(tier, new BigDecimal(rho));
        return this;
    }

    Town paced(String burst, String reserve, int exempt) {
        pacing = Optional.of(new Pacing(new BigDecimal(burst), new BigDecimal(reserve), exempt));
        return this;
    }

    Town alert(String code, String parameter, String value) {
        alerts.put(new Alerts.Key(code, parameter), new BigDecimal(value));
        return this;
    }

    /** The first of four cycles of its month. */
    Cycle cycle() {
        Map<SizeClass, Integer> weights = Map.of(SizeClass.LARGE, 2, SizeClass.MEDIUM, 1, SizeClass.SMALL, 1);
        ReleasePolicy policy = new ReleasePolicy(
                "town", floats, weights, tierCeilings, skuCeilings, tightBalance, pacing, new Alerts(alerts));
        CycleHead head = new CycleHead("2026-11-w1", "seed", "2026-11", 1, 4);
        return new CycleRows(head, retailers, skus, orders, atMost, policy).toCycle();
    }

    /** Its cycle shared out by the rules, ready to be tampered with. */
    TamperedGrants shared() {
        return TamperedGrants.of(cycle());
    }
}
