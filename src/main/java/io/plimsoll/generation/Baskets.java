package io.plimsoll.generation;

import io.plimsoll.generation.Draws.End;
import io.plimsoll.order.Orders;
import io.plimsoll.retailer.RetailerStatus;
import io.plimsoll.sku.SupplyStatus;
import java.util.Arrays;
import java.util.List;

/**
 * Draws what shops ask for in a week, straight into columns. A shop asks for so many cartons; it spreads them over those
 * Skus that it likes best this week, one carton of each first and the others by liking; and it ranks them by liking,
 * what is scarce mostly before what isn't.
 */
final class Baskets {

    /** Of the shops whose turn it is. */
    private static final double ORDERING = 0.94;

    private static final double ORDERING_THOUGH_SUSPENDED = 0.2;

    private static final double SIGMA_OF_WEEK = 0.2;

    /** What a shop likes for good, and what it likes this week, against what its class and market like. */
    private static final double SIGMA_OF_TASTE = 0.9;

    private static final double SIGMA_OF_WHIM = 0.5;

    /** How much faster cartons grow with liking than not at all; 1 would follow the shares. */
    private static final double CARTONS_BY_LIKING = 0.5;

    /** Who expects to be cut asks for more. */
    private static final double CARTONS_MORE_IF_SCARCE = 2;

    /** So many cartons are of so many Skus, and beyond them the lines grow more slowly than the cartons. */
    private static final double CARTONS_OF_ONE = 40;

    private static final double LINES_BY_CARTONS = 0.62;

    private static final double SETTING_A_LIMIT = 0.02;
    private static final double LOWEST_LIMIT = 0.5;

    /** Likings are sorted as whole numbers of this fineness, with the Sku behind them. */
    private static final int STEPS = 1 << 20;

    private static final long STEPS_AHEAD_IF_SCARCE = 5L * STEPS / 2;

    private final CountyPlan plan;
    private final List<Shop> shops;
    private final List<Item> items;
    private final Week week;
    private final Taste taste;
    private final long[] bestFirst;
    private final double[] share;

    private Baskets(CountyPlan plan, List<Shop> shops, List<Item> items, Week week) {
        this.plan = plan;
        this.shops = shops;
        this.items = items;
        this.week = week;
        taste = Taste.of(items, week);
        bestFirst = new long[items.size()];
        share = new double[items.size()];
    }

    /** The orders of all shops in a week. */
    static Orders draw(CountyPlan plan, List<Shop> shops, List<Item> items, Week week) {
        return new Baskets(plan, shops, items, week).draw();
    }

    private Orders draw() {
        int[] cartons = new int[shops.size()];
        int[] firstLine = new int[shops.size() + 1];
        int[] atMost = new int[shops.size()];
        double season = Season.of(week);
        for (int shop = 0; shop < cartons.length; shop++) {
            Draws draws = Draws.of(plan.seed(), End.ORDER, shop, week.index());
            cartons[shop] = cartons(shops.get(shop), season, draws);
            boolean isLimited = cartons[shop] > 0 && draws.happens(SETTING_A_LIMIT);
            atMost[shop] = isLimited ? (int) (cartons[shop] * draws.between(LOWEST_LIMIT, 1)) : Orders.NO_LIMIT;
            firstLine[shop + 1] = firstLine[shop] + lines(cartons[shop], items.size());
        }
        int lines = firstLine[shops.size()];
        Orders orders = new Orders(firstLine, new int[lines], new int[lines], new int[lines], atMost);
        for (int shop = 0; shop < cartons.length; shop++) {
            if (orders.ordered(shop)) {
                fill(orders, shop, cartons[shop]);
            }
        }
        return orders;
    }

    /** Cartons that a shop asks for in all; none where it doesn't order. */
    private int cartons(Shop shop, double season, Draws draws) {
        double ordering = shop.status() == RetailerStatus.ACTIVE ? ORDERING : ORDERING_THOUGH_SUSPENDED;
        if (!shop.isDue(week) || !draws.happens(ordering)) {
            return 0;
        }
        double usual = shop.weeklyDemand() * shop.interval() * season;
        return (int) Math.max(1, Math.round(usual * draws.factor(SIGMA_OF_WEEK)));
    }

    /** How many Skus so many cartons are spread over. */
    static int lines(int cartons, int skus) {
        double lines = cartons;
        if (cartons > CARTONS_OF_ONE) {
            lines = CARTONS_OF_ONE * StrictMath.pow(cartons / CARTONS_OF_ONE, LINES_BY_CARTONS);
        }
        return (int) Math.min(skus, Math.round(lines));
    }

    private void fill(Orders orders, int shop, int cartons) {
        int from = orders.firstLine()[shop];
        int lines = orders.firstLine()[shop + 1] - from;
        like(shop);
        Arrays.sort(bestFirst);
        long best = bestFirst[0] >> Integer.SIZE;
        putScarceAhead(lines);
        double all = 0;
        for (int i = 0; i < lines; i++) {
            long ahead = ahead(bestFirst[i]);
            long steps = (bestFirst[i] >> Integer.SIZE) + ahead - best;
            double more = ahead > 0 ? CARTONS_MORE_IF_SCARCE : 1;
            share[i] = more * StrictMath.exp(-CARTONS_BY_LIKING * steps / STEPS);
            all += share[i];
        }
        double upToHere = 0;
        long given = 0;
        for (int i = 0; i < lines; i++) {
            upToHere += share[i];
            long givenUpToHere = Math.round((cartons - lines) * (upToHere / all));
            orders.rank()[from + i] = i + 1;
            orders.sku()[from + i] = (int) bestFirst[i];
            orders.demand()[from + i] = (int) (1 + givenUpToHere - given);
            given = givenUpToHere;
        }
    }

    /** Notes down for every Sku how little the shop likes it, in steps, and behind that the Sku. */
    private void like(int shop) {
        long ofShop = Draws.start(plan.seed(), End.TASTE, shop, 0);
        long ofWeek = Draws.start(plan.seed(), End.WHIM, shop, week.index());
        double[] ofKind = taste.byKind()[shops.get(shop).kind()];
        for (int sku = 0; sku < bestFirst.length; sku++) {
            double liking = ofKind[sku]
                    + SIGMA_OF_TASTE * Draws.nearlyNormal(Draws.bitsAt(ofShop, sku))
                    + SIGMA_OF_WHIM * Draws.nearlyNormal(Draws.bitsAt(ofWeek, sku));
            bestFirst[sku] = (long) (-liking * STEPS) << Integer.SIZE | sku;
        }
    }

    private void putScarceAhead(int lines) {
        for (int i = 0; i < lines; i++) {
            bestFirst[i] -= ahead(bestFirst[i]) << Integer.SIZE;
        }
        Arrays.sort(bestFirst, 0, lines);
    }

    private long ahead(long liked) {
        return items.get((int) liked).status() == SupplyStatus.SCARCE ? STEPS_AHEAD_IF_SCARCE : 0;
    }
}
