package io.plimsoll.generation;

import io.plimsoll.generation.Draws.End;
import io.plimsoll.retailer.MarketType;
import io.plimsoll.retailer.RetailerStatus;
import io.plimsoll.retailer.SizeClass;
import java.util.ArrayList;
import java.util.List;

/**
 * The shops of a county and the territories that they lie in. Every territory has one customer manager; the first third
 * of them are quarters of towns, the others villages.
 */
final class Register {

    private static final double SHOPS_A_TERRITORY = 2500 / 15.0;

    /** Cartons a month, over all shops. */
    private static final double MEAN_MONTHLY = 130;

    private static final double FEWEST_MONTHLY = 4;

    /** With it a tenth of the shops sells more than two and a half times the median. */
    private static final double SIGMA_OF_MONTHLY = 0.75;

    /** Published cut-offs in cartons a month. They make about 15 % LARGE, 35 % MEDIUM and 50 % SMALL. */
    private static final double LARGE_FROM = 220;

    private static final double MEDIUM_FROM = 95;

    private static final double TOWNS = 0.35;
    private static final double URBAN_IN_TOWN = 0.9;
    private static final double URBAN_IN_VILLAGES = 0.15;
    private static final double URBAN = TOWNS * URBAN_IN_TOWN + (1 - TOWNS) * URBAN_IN_VILLAGES;

    /** Sales against the mean of all. */
    private static final double URBAN_SALES = 1.3;

    private static final double RURAL_SALES = (1 - URBAN * URBAN_SALES) / (1 - URBAN);

    private static final double EVERY_SECOND_WEEK = 0.08;
    private static final double SUSPENDED = 0.015;

    /** What binds in every cycle needs a few more than bind: who has no order in it, and totals too small to pace. */
    private static final double TIGHT_OVER_BINDING = 1.7;

    private static final double TIGHT_FIT = 0.3;
    private static final double LOOSEST_TIGHT_FIT = 0.5;
    private static final double USUAL_FIT = 1.1;
    private static final double SIGMA_OF_FIT = 0.08;
    private static final double FAR_TOO_LARGE = 0.03;

    private static final double KEY_ACCOUNT_MONTHLY = 1000;
    private static final double KEY_ACCOUNT_OVER_LOCAL_MEAN = 5;

    private static final double RUN_BY_RELATIVES = 0.02;

    private static final int FIRST_KEY = 10_000_000;
    private static final int KEYS_A_SHOP = 7;

    private final CountyPlan plan;
    private final int territories;
    private final List<Shop> shops;
    private final double[] localMean;
    private final int[] household;

    private Register(CountyPlan plan) {
        this.plan = plan;
        territories = (int) Math.max(1, Math.round(plan.retailers() / SHOPS_A_TERRITORY));
        shops = new ArrayList<>(plan.retailers());
        household = new int[plan.retailers()];
        localMean = new double[territories];
        int[] shopsHere = new int[territories];
        int[] lastHere = new int[territories];
        for (int i = 0; i < plan.retailers(); i++) {
            Draws draws = Draws.of(plan.seed(), End.SHOP, i);
            Shop shop = shop(i, draws);
            int here = shop.territory();
            boolean ofRelatives = draws.happens(RUN_BY_RELATIVES) && shopsHere[here] > 0;
            household[i] = ofRelatives ? household[lastHere[here]] : i;
            lastHere[here] = i;
            localMean[here] += (shop.monthly() - localMean[here]) / ++shopsHere[here];
            shops.add(shop);
        }
    }

    static Register draw(CountyPlan plan) {
        return new Register(plan);
    }

    /** Sorted by key. */
    List<Shop> shops() {
        return shops;
    }

    /** Whether a territory is a quarter of a town. */
    boolean isTown(int territory) {
        return territory < Math.ceil(territories * TOWNS);
    }

    /** At least 1000 cartons a month, or five times what shops of its territory sell in the mean. */
    boolean isKeyAccount(int shop) {
        double monthly = shops.get(shop).monthly();
        return monthly >= KEY_ACCOUNT_MONTHLY
                || monthly
                        >= KEY_ACCOUNT_OVER_LOCAL_MEAN
                                * localMean[shops.get(shop).territory()];
    }

    /** The shop whose phone, account and device this one uses: its own mostly, else that of relatives nearby. */
    int household(int shop) {
        return household[shop];
    }

    private Shop shop(int index, Draws draws) {
        String key = "L" + (FIRST_KEY + index * KEYS_A_SHOP + draws.below(KEYS_A_SHOP));
        int territory = draws.below(territories);
        boolean urban = draws.happens(isTown(territory) ? URBAN_IN_TOWN : URBAN_IN_VILLAGES);
        double monthly = monthly(urban ? URBAN_SALES : RURAL_SALES, draws);
        return new Shop(
                key,
                territory,
                urban ? MarketType.URBAN : MarketType.RURAL,
                monthly,
                sizeClass(monthly),
                draws.happens(SUSPENDED) ? RetailerStatus.SUSPENDED : RetailerStatus.ACTIVE,
                draws.happens(EVERY_SECOND_WEEK) ? 2 : 1,
                draws.below(2),
                fit(draws));
    }

    /** Lognormal, and of the wanted mean: the mean of such a factor is exp(sigma^2 / 2). */
    private static double monthly(double sales, Draws draws) {
        double median = MEAN_MONTHLY * sales / StrictMath.exp(SIGMA_OF_MONTHLY * SIGMA_OF_MONTHLY / 2);
        return Math.max(FEWEST_MONTHLY, median * draws.factor(SIGMA_OF_MONTHLY));
    }

    private static SizeClass sizeClass(double monthly) {
        if (monthly >= LARGE_FROM) {
            return SizeClass.LARGE;
        }
        return monthly >= MEDIUM_FROM ? SizeClass.MEDIUM : SizeClass.SMALL;
    }

    /** Some totals are far too small, some far too large, most fit. */
    private double fit(Draws draws) {
        double which = draws.unit();
        if (which < TIGHT_OVER_BINDING * plan.tightPercent() / 100) {
            return draws.between(TIGHT_FIT, LOOSEST_TIGHT_FIT);
        }
        double fit = USUAL_FIT * draws.factor(SIGMA_OF_FIT);
        return which >= 1 - FAR_TOO_LARGE ? 2 * fit : fit;
    }
}
