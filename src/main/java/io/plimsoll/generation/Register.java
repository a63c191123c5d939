package io.plimsoll.generation;

import io.plimsoll.generation.Draws.End;
import io.plimsoll.retailer.MarketType;
import io.plimsoll.retailer.RetailerStatus;
import io.plimsoll.retailer.SizeClass;
import java.util.ArrayList;
import java.util.List;

/** The shops of a county, and the territories that they lie in; each territory has one customer manager. */
final class Register {

    /** 2,500 retailers, 15 managers (domain.md, section 7). */
    private static final double SHOPS_A_MANAGER = 2500 / 15.0;

    /** Cartons a month that a shop sells in the mean (domain.md, section 7). */
    private static final double MEAN_MONTHLY = 130;

    /** Published cut-offs in cartons a month; they make about 15, 35 and 50 % of the shops. */
    private static final double LARGE_FROM = 220;

    private static final double MEDIUM_FROM = 95;

    /** How unlike shops are: a tenth sell more than two and a half times the median. */
    private static final double SIGMA_OF_VOLUME = 0.75;

    private static final double SHARE_OF_TOWNS = 0.35;
    private static final double URBAN_IN_TOWN = 0.9;
    private static final double URBAN_IN_COUNTRY = 0.15;
    private static final double URBAN = SHARE_OF_TOWNS * URBAN_IN_TOWN + (1 - SHARE_OF_TOWNS) * URBAN_IN_COUNTRY;
    private static final double URBAN_VOLUME = 1.3;
    private static final double RURAL_VOLUME = (1 - URBAN * URBAN_VOLUME) / (1 - URBAN);

    /** 92 % order weekly (domain.md, section 7). */
    private static final double BIWEEKLY = 0.08;

    private static final double SUSPENDED = 0.015;

    private static final double TOTAL_FAR_TOO_LARGE = 0.03;

    private static final int FIRST_KEY = 10_000_000;
    private static final int KEYS_A_SHOP = 7;

    private final CountyPlan plan;
    private final List<Shop> shops;
    private final int territories;

    private Register(CountyPlan plan) {
        this.plan = plan;
        territories = (int) Math.max(1, Math.round(plan.retailers() / SHOPS_A_MANAGER));
        shops = new ArrayList<>(plan.retailers());
        for (int shop = 0; shop < plan.retailers(); shop++) {
            shops.add(shop(shop));
        }
    }

    static Register draw(CountyPlan plan) {
        return new Register(plan);
    }

    List<Shop> shops() {
        return shops;
    }

    int territories() {
        return territories;
    }

    private Shop shop(int index) {
        Draws draws = Draws.of(plan.seed(), End.SHOP, index, 0);
        String key = "L" + (FIRST_KEY + index * KEYS_A_SHOP + draws.below(KEYS_A_SHOP));
        int territory = draws.below(territories);
        boolean town = territory < Math.ceil(territories * SHARE_OF_TOWNS);
        boolean urban = draws.happens(town ? URBAN_IN_TOWN : URBAN_IN_COUNTRY);
        double median = MEAN_MONTHLY
                * (urban ? URBAN_VOLUME : RURAL_VOLUME)
                * StrictMath.exp(-SIGMA_OF_VOLUME * SIGMA_OF_VOLUME / 2);
        double monthly = Math.max(4, median * draws.factor(SIGMA_OF_VOLUME));
        return new Shop(
                key,
                territory,
                urban ? MarketType.URBAN : MarketType.RURAL,
                monthly,
                monthly >= LARGE_FROM ? SizeClass.LARGE : monthly >= MEDIUM_FROM ? SizeClass.MEDIUM : SizeClass.SMALL,
                draws.happens(SUSPENDED) ? RetailerStatus.SUSPENDED : RetailerStatus.ACTIVE,
                draws.happens(BIWEEKLY) ? 2 : 1,
                draws.below(2),
                fit(draws));
    }

    /** Some totals are far too large or too small, most fit. */
    private double fit(Draws draws) {
        double which = draws.unit();
        if (which < 1.25 * plan.tightPercent() / 100) {
            return draws.between(0.3, 0.5);
        }
        double fit = 1.08 * draws.factor(0.1);
        return which > 1 - TOTAL_FAR_TOO_LARGE ? 2 * fit : fit;
    }
}
