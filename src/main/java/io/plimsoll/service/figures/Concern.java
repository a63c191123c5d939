package io.plimsoll.service.figures;

import java.math.BigDecimal;

/**
 * How much a shop needs somebody to look at it, in points: so that lists have the worst first. The points order a list and do
 * nothing else: nothing is granted, refused or found by them.
 */
final class Concern {

    private static final double MISFIT = 20;
    private static final double MOST_FOR_DISTANCE = 30;
    private static final double STARVED = 20;
    private static final double SURGE = 10;
    private static final double ALWAYS_AT_CEILING = 10;
    private static final double NOTHING_MET = 10;
    private static final double FEW_SKUS = 5;
    private static final int MOST_FOR_MISSING = 5;

    private Concern() {}

    /**
     * The points of a shop.
     *
     * @see "docs/indicators.md: Concern"
     */
    static int of(ShopIndicator shop, Thresholds thresholds) {
        double points = misfit(shop, thresholds);
        points += shop.starved() || shop.starvedNow() ? STARVED : 0;
        points += isSurge(shop, thresholds) ? SURGE : 0;
        points +=
                shop.atShare() == null ? 0 : ALWAYS_AT_CEILING * shop.atShare().doubleValue();
        points += unmet(shop, thresholds);
        points += hasFewSkus(shop, thresholds) ? FEW_SKUS : 0;
        points += Math.min(MOST_FOR_MISSING, shop.missing());
        return (int) Math.round(points);
    }

    static boolean isSurge(ShopIndicator shop, Thresholds thresholds) {
        return shop.surge() != null && shop.surge().compareTo(thresholds.surge()) > 0;
    }

    static boolean hasFewSkus(ShopIndicator shop, Thresholds thresholds) {
        return shop.skus() != null && shop.skus() < thresholds.skus();
    }

    /** As many points for being outside of the band at all, and more for each time that the fit lies beyond its bound. */
    private static double misfit(ShopIndicator shop, Thresholds thresholds) {
        if (!shop.misfit()) {
            return 0;
        }
        double fit = Math.max(0.001, shop.fit().doubleValue());
        double low = thresholds.band().low().doubleValue();
        double beyond = fit < low ? low / fit : fit / thresholds.band().high().doubleValue();
        return MISFIT + Math.min(MOST_FOR_DISTANCE, MOST_FOR_DISTANCE * Math.max(0, beyond - 1));
    }

    private static double unmet(ShopIndicator shop, Thresholds thresholds) {
        BigDecimal least = thresholds.fill();
        if (shop.fill() == null || least.signum() == 0 || shop.fill().compareTo(least) >= 0) {
            return 0;
        }
        return NOTHING_MET * (1 - shop.fill().doubleValue() / least.doubleValue());
    }
}
