package io.plimsoll.generation;

import io.plimsoll.generation.Draws.End;
import io.plimsoll.order.Orders;
import io.plimsoll.sku.Sku;
import io.plimsoll.sku.SupplyStatus;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Draws what there is of every Sku in a week, and what was forecast. */
final class Supplies {

    /** Supply over first claims, of what is short: of what is scarce, and of the others. */
    private static final double LEAST_OF_SCARCE = 0.6;

    private static final double MOST_OF_SCARCE = 0.9;
    private static final double LEAST_OF_SHORT = 0.75;
    private static final double MOST_OF_SHORT = 0.95;

    /** Supply over demand, of what isn't. */
    private static final double LEAST_OF_PLENTY = 1.05;

    private static final double MOST_OF_PLENTY = 1.4;

    private static final double SIGMA_OF_FORECAST = 0.06;

    private Supplies() {}

    /**
     * The Skus of a week.
     *
     * @param claimed what shops will claim of each before any is cut
     */
    static List<Sku> draw(CountyPlan plan, List<Item> items, Week week, Orders orders, long[] claimed) {
        long[] demand = new long[items.size()];
        for (int line = 0; line < orders.lines(); line++) {
            demand[orders.sku()[line]] += orders.demand()[line];
        }
        List<Sku> skus = new ArrayList<>(items.size());
        for (int sku = 0; sku < items.size(); sku++) {
            Item item = items.get(sku);
            Draws draws = Draws.of(plan.seed(), End.SUPPLY, sku, week.index());
            skus.add(new Sku(
                    item.key(),
                    Names.brand(item.brand()),
                    item.tier(),
                    item.status(),
                    supply(item, demand[sku], claimed[sku], draws),
                    item.isNew(week) ? Optional.empty() : Optional.of(forecast(demand[sku], draws))));
        }
        return skus;
    }

    private static OptionalLong supply(Item item, long demand, long claimed, Draws draws) {
        if (item.isShort()) {
            double share = item.status() == SupplyStatus.SCARCE
                    ? draws.between(LEAST_OF_SCARCE, MOST_OF_SCARCE)
                    : draws.between(LEAST_OF_SHORT, MOST_OF_SHORT);
            return OptionalLong.of((long) (share * claimed));
        }
        if (item.isUnlimited()) {
            return OptionalLong.empty();
        }
        return OptionalLong.of((long) Math.ceil(demand * draws.between(LEAST_OF_PLENTY, MOST_OF_PLENTY)) + 1);
    }

    private static BigDecimal forecast(long demand, Draws draws) {
        long tenths = Math.round(10 * demand * draws.factor(SIGMA_OF_FORECAST));
        return tenths % 10 == 0 ? BigDecimal.valueOf(tenths / 10) : BigDecimal.valueOf(tenths, 1);
    }
}
