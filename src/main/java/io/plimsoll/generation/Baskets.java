package io.plimsoll.generation;

import io.plimsoll.generation.Draws.End;
import io.plimsoll.order.Orders;
import io.plimsoll.retailer.MarketType;
import io.plimsoll.retailer.RetailerStatus;
import io.plimsoll.retailer.SizeClass;
import io.plimsoll.sku.SupplyStatus;
import java.util.Arrays;
import java.util.List;

/** Draws what the shops ask for in one week. */
final class Baskets {

    static final double WEEKS_A_MONTH = 365.25 / 12 / 7;

    /** What is asked for over what is sold: some of it is never supplied. */
    static final double ASKED_OVER_SOLD = 1.22;

    private static final double ORDERING = 0.94;
    private static final double ORDERING_THOUGH_SUSPENDED = 0.2;
    private static final double WITH_LIMIT = 0.02;

    private static final double SIGMA_OF_WEEK = 0.2;
    private static final double TASTE = 0.9;
    private static final double CRAVING = 0.5;
    private static final double CARTONS_BY_SCORE = 0.5;

    private static final int LINES_OF_ONE_CARTON = 40;
    private static final double LINES_BY_CARTONS = 0.62;

    private static final int SCORE_STEPS = 1 << 20;
    private static final long SCARCE_FIRST = 3 * SCORE_STEPS / 2;

    private final CountyPlan plan;
    private final List<Shop> shops;
    private final List<Item> items;
    private final double[][] wanted;

    Baskets(CountyPlan plan, List<Shop> shops, List<Item> items) {
        this.plan = plan;
        this.shops = shops;
        this.items = items;
        wanted = new double[SizeClass.values().length * MarketType.values().length][];
        for (SizeClass sizeClass : SizeClass.values()) {
            for (MarketType marketType : MarketType.values()) {
                wanted[Shop.kind(sizeClass, marketType)] = items.stream()
                        .mapToDouble(item -> item.appeal() + liking(sizeClass, marketType, item))
                        .toArray();
            }
        }
    }

    /** Large shops and those in town sell more of the dear tiers. */
    private static double liking(SizeClass sizeClass, MarketType marketType, Item item) {
        double ofClass = switch (sizeClass) {
            case LARGE -> 0.35;
            case MEDIUM -> 0;
            case SMALL -> -0.3;
        };
        double ofMarket = marketType == MarketType.URBAN ? 0.2 : -0.2;
        return (ofClass + ofMarket) * (2 - item.tier().ordinal());
    }

    /** Cartons that a shop asks for in a period in which it doesn't deviate from itself. */
    static double asked(Shop shop, Week week) {
        return week.ofPeriod().stream()
                .mapToDouble(each -> shop.monthly() / WEEKS_A_MONTH * ASKED_OVER_SOLD * Season.of(each))
                .sum();
    }

    Orders draw(Week week) {
        int[] cartons = new int[shops.size()];
        int[] firstLine = new int[shops.size() + 1];
        int[] atMost = new int[shops.size()];
        double season = Season.of(week);
        for (int shop = 0; shop < cartons.length; shop++) {
            Draws draws = Draws.of(plan.seed(), End.BASKET, shop, week.index());
            cartons[shop] = cartons(shops.get(shop), week, season, draws);
            firstLine[shop + 1] = firstLine[shop] + lines(cartons[shop]);
            boolean limited = cartons[shop] > 0 && draws.happens(WITH_LIMIT);
            atMost[shop] = limited ? (int) (cartons[shop] * draws.between(0.5, 1)) : Orders.NO_LIMIT;
        }
        int lines = firstLine[shops.size()];
        Orders orders = new Orders(firstLine, new int[lines], new int[lines], new int[lines], atMost);
        long[] best = new long[items.size()];
        for (int shop = 0; shop < cartons.length; shop++) {
            fill(orders, shop, cartons[shop], week, best);
        }
        return orders;
    }

    private static int cartons(Shop shop, Week week, double season, Draws draws) {
        double ordering = shop.status() == RetailerStatus.ACTIVE ? ORDERING : ORDERING_THOUGH_SUSPENDED;
        if (!shop.isDue(week) || !draws.happens(ordering)) {
            return 0;
        }
        double mean = shop.monthly() / WEEKS_A_MONTH * ASKED_OVER_SOLD * season * shop.interval();
        return (int) Math.max(1, Math.round(mean * draws.factor(SIGMA_OF_WEEK)));
    }

    /** How many Skus so many cartons are spread over. */
    private int lines(int cartons) {
        double lines = cartons <= LINES_OF_ONE_CARTON
                ? cartons
                : LINES_OF_ONE_CARTON * StrictMath.pow(cartons / (double) LINES_OF_ONE_CARTON, LINES_BY_CARTONS);
        return (int) Math.min(items.size(), Math.round(lines));
    }

    private void fill(Orders orders, int shop, int cartons, Week week, long[] best) {
        int from = orders.firstLine()[shop];
        int lines = orders.firstLine()[shop + 1] - from;
        if (lines == 0) {
            return;
        }
        score(shop, week, best);
        Arrays.sort(best);
        double most = best[0] >> Integer.SIZE;
        rankScarceFirst(best, lines);
        double[] share = new double[lines];
        double all = 0;
        for (int i = 0; i < lines; i++) {
            long score = (best[i] >> Integer.SIZE) + (isScarce(best[i]) ? SCARCE_FIRST : 0);
            share[i] = StrictMath.exp(CARTONS_BY_SCORE * (most - score) / SCORE_STEPS);
            all += share[i];
        }
        double sum = 0;
        int given = 0;
        for (int i = 0; i < lines; i++) {
            sum += share[i];
            int upTo = (int) Math.round((cartons - lines) * sum / all);
            orders.rank()[from + i] = i + 1;
            orders.sku()[from + i] = (int) best[i];
            orders.demand()[from + i] = 1 + upTo - given;
            given = upTo;
        }
    }

    private void score(int shop, Week week, long[] best) {
        long taste = Draws.base(plan.seed(), End.TASTE, shop, 0);
        long craving = Draws.base(plan.seed(), End.CRAVING, shop, week.index());
        double[] score = wanted[shops.get(shop).kind()];
        for (int sku = 0; sku < best.length; sku++) {
            double own = score[sku]
                    + TASTE * Draws.nearlyNormal(Draws.bitsAt(taste, sku))
                    + CRAVING * Draws.nearlyNormal(Draws.bitsAt(craving, sku));
            best[sku] = (long) (-own * SCORE_STEPS) << Integer.SIZE | sku;
        }
    }

    private void rankScarceFirst(long[] best, int lines) {
        for (int i = 0; i < lines; i++) {
            best[i] -= isScarce(best[i]) ? SCARCE_FIRST << Integer.SIZE : 0;
        }
        Arrays.sort(best, 0, lines);
    }

    private boolean isScarce(long scored) {
        return items.get((int) scored).status() == SupplyStatus.SCARCE;
    }
}
