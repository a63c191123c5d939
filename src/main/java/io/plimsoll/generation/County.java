package io.plimsoll.generation;

import io.plimsoll.cycle.Cycle;
import io.plimsoll.cycle.CycleHead;
import io.plimsoll.files.CycleDetails;
import io.plimsoll.generation.Draws.End;
import io.plimsoll.order.Orders;
import io.plimsoll.retailer.Retailer;
import io.plimsoll.sku.Sku;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** A county, drawn out of a plan; it gives the cycles of its weeks. */
public final class County {

    private final CountyPlan plan;
    private final List<Shop> shops;
    private final List<Item> items;
    private final Baskets baskets;

    private County(CountyPlan plan) {
        this.plan = plan;
        shops = Register.draw(plan).shops();
        items = Assortment.draw(plan);
        baskets = new Baskets(plan, shops, items);
    }

    public static County of(CountyPlan plan) {
        return new County(plan);
    }

    /** The first cycle of its period. */
    public Cycle cycle(int index, int[] grantedInPeriod) {
        Week week = Week.at(index);
        CycleHead head = new CycleHead(
                week.name(),
                "drawn in public " + Draws.of(plan.seed(), End.PERIOD, index, 0).below(1_000_000),
                week.period().toString(),
                week.number(),
                week.of());
        Orders orders = baskets.draw(week);
        return new Cycle(head, retailers(week, grantedInPeriod), skus(orders, week), orders, Policies.of(week, items));
    }

    /** What its files say beyond that. */
    public CycleDetails details(Cycle cycle, int index) {
        return new Particulars(cycle, Week.at(index));
    }

    private List<Retailer> retailers(Week week, int[] granted) {
        List<Retailer> retailers = new ArrayList<>(shops.size());
        for (int i = 0; i < shops.size(); i++) {
            Shop shop = shops.get(i);
            int total = (int) Math.max(1, Math.round(shop.fit() * Baskets.asked(shop, week)));
            retailers.add(new Retailer(
                    shop.key(),
                    "M" + (1001 + shop.territory()),
                    shop.sizeClass(),
                    shop.marketType(),
                    shop.status(),
                    total,
                    granted[i],
                    shop.interval()));
        }
        return retailers;
    }

    private List<Sku> skus(Orders orders, Week week) {
        long[] demand = new long[items.size()];
        for (int line = 0; line < orders.lines(); line++) {
            demand[orders.sku()[line]] += orders.demand()[line];
        }
        List<Sku> skus = new ArrayList<>();
        for (int i = 0; i < items.size(); i++) {
            Item item = items.get(i);
            Draws draws = Draws.of(plan.seed(), End.SUPPLY, i, week.index() + 1L);
            long supply = (long) (demand[i] * item.supplied() * draws.between(0.95, 1.05));
            skus.add(new Sku(
                    item.key(),
                    "brand " + (item.brand() + 1),
                    item.tier(),
                    item.status(),
                    OptionalLong.of(supply),
                    Optional.of(BigDecimal.valueOf(Math.round(demand[i] * draws.between(0.97, 1.12))))));
        }
        return skus;
    }
}
