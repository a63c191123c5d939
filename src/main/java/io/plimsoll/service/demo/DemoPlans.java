package io.plimsoll.service.demo;

import io.plimsoll.cycle.Cycle;
import io.plimsoll.files.CycleDetails;
import io.plimsoll.order.Orders;
import io.plimsoll.retailer.Retailer;
import io.plimsoll.service.plans.SeededPlans;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What the company and its staff mean to reach in the county's first month, drawn around its first week: a target, a plan and
 * guidance of each customer manager, and two brands that came in with the first cycle.
 */
@ApplicationScoped
class DemoPlans {

    private static final double WEEKS_OF_MONTH = 4.35;
    private static final int NEW_BRANDS = 2;

    /** Cartons. */
    private static final int ROUNDED_TO = 100;

    /** The company means to sell a little less than is asked for, at a price a little higher. */
    private static final double OF_DEMAND = 0.93;

    private static final BigDecimal PRICE_PERCENT = new BigDecimal("102");
    private static final BigDecimal LAST_YEAR = new BigDecimal("0.985");

    private final SeededPlans plans;

    DemoPlans(SeededPlans plans) {
        this.plans = plans;
    }

    /** Stores the target, the plans and the guidance. */
    void seed(Cycle first, CycleDetails details) {
        plans.target(target(first, details));
        plans.ofManagers(ofManagers(first));
    }

    /**
     * Lets two brands be new, whatever the register that came with a cycle says of them.
     *
     * @param day of the first cycle
     */
    void renew(Cycle cycle, LocalDate day) {
        newest(cycle).forEach(brand -> plans.newBrand(brand, day));
    }

    private static SeededPlans.Target target(Cycle first, CycleDetails details) {
        Orders orders = first.orders();
        long demand = 0;
        BigDecimal worth = BigDecimal.ZERO;
        for (int line = 0; line < orders.lines(); line++) {
            int cartons = orders.demand()[line];
            BigDecimal price = details.sku(orders.sku()[line]).price().orElse(BigDecimal.ZERO);
            demand += cartons;
            worth = worth.add(price.multiply(BigDecimal.valueOf(cartons)));
        }
        BigDecimal lastYear = worth.multiply(LAST_YEAR).divide(BigDecimal.valueOf(demand), 2, RoundingMode.HALF_UP);
        long volume = Math.round(demand * WEEKS_OF_MONTH * OF_DEMAND / ROUNDED_TO) * ROUNDED_TO;
        return new SeededPlans.Target(first.head().period(), volume, PRICE_PERCENT, lastYear);
    }

    private static List<SeededPlans.OfManager> ofManagers(Cycle first) {
        Map<String, List<Integer>> brandsOfShops = new TreeMap<>();
        for (int shop = 0; shop < first.retailers().size(); shop++) {
            Retailer retailer = first.retailers().get(shop);
            brandsOfShops
                    .computeIfAbsent(retailer.manager(), none -> new ArrayList<>())
                    .add(brands(first, shop).size());
        }
        List<SeededPlans.OfManager> all = new ArrayList<>();
        brandsOfShops.forEach((manager, counts) -> {
            int median = counts.stream().sorted().toList().get(counts.size() / 2);
            int guided = percent(counts.size(), 50 + drawn(manager + "/guided", 25));
            int effective = percent(guided, 70 + drawn(manager + "/effective", 22));
            all.add(new SeededPlans.OfManager(first.head().period(), manager, median + 1, guided, effective));
        });
        return all;
    }

    /** From 0 to one below, always the same for the same. */
    private static int drawn(String what, int below) {
        return (int) Math.floorMod(new SplittableRandom(what.hashCode()).nextLong(), (long) below);
    }

    private static int percent(int of, int percent) {
        return of * percent / 100;
    }

    private static Set<String> brands(Cycle cycle, int shop) {
        Orders orders = cycle.orders();
        Set<String> brands = new HashSet<>();
        for (int line = orders.firstLine()[shop]; line < orders.firstLine()[shop + 1]; line++) {
            brands.add(cycle.skus().get(orders.sku()[line]).brand());
        }
        return brands;
    }

    /** Brands that nobody sold before the first cycle: the last ones by name. */
    static List<String> newest(Cycle cycle) {
        TreeSet<String> brands = new TreeSet<>();
        cycle.skus().forEach(sku -> brands.add(sku.brand()));
        return brands.descendingSet().stream().limit(NEW_BRANDS).toList();
    }
}
