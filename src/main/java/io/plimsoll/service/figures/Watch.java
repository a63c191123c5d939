package io.plimsoll.service.figures;

import io.plimsoll.service.database.Where;
import java.util.ArrayList;
import java.util.List;

/** What is watched of a shop; each can be the case or not. */
public enum Watch {
    /** Its total is too small for what it asks for (R12). */
    TOTAL_TOO_SMALL("R12"),
    /** Its total is too large (R12). */
    TOTAL_TOO_LARGE("R12"),
    /** It ran dry at the end of a month (R8). */
    STARVED("R8"),
    /** Its month began with a surge (R9). */
    SURGE("R9"),
    /** It asked for exactly what could be granted, at least once (R14). */
    AT_CEILING("R14"),
    /** Less of its demand was met than ought to be (R10). */
    UNMET("R10"),
    /** It has fewer Skus to choose from than it ought to have (R10). */
    FEW_SKUS("R10"),
    /** Something is not known of it (R13). */
    INCOMPLETE("R13");

    private final String rule;

    Watch(String rule) {
        this.rule = rule;
    }

    public String rule() {
        return rule;
    }

    /** Whether it is the case with a shop. */
    boolean isSo(ShopIndicator shop, Thresholds thresholds) {
        return switch (this) {
            case TOTAL_TOO_SMALL -> shop.misfit() && isBelowOne(shop);
            case TOTAL_TOO_LARGE -> shop.misfit() && !isBelowOne(shop);
            case STARVED -> shop.starved() || shop.starvedNow();
            case SURGE -> Concern.isSurge(shop, thresholds);
            case AT_CEILING -> shop.atHeadroom() > 0;
            case UNMET -> shop.fill() != null && shop.fill().compareTo(thresholds.fill()) < 0;
            case FEW_SKUS -> Concern.hasFewSkus(shop, thresholds);
            case INCOMPLETE -> shop.missing() > 0;
        };
    }

    private static boolean isBelowOne(ShopIndicator shop) {
        return shop.agreedTotal() < shop.monthlyDemand();
    }

    /** Leaves only shops with which it is the case; {@code i} is the table of indicators. */
    void in(Where where, Thresholds thresholds) {
        switch (this) {
            case TOTAL_TOO_SMALL -> where.and("i.misfit AND i.agreed_total < i.monthly_demand");
            case TOTAL_TOO_LARGE -> where.and("i.misfit AND i.agreed_total >= i.monthly_demand");
            case STARVED -> where.and("(i.starved OR i.starved_now)");
            case SURGE -> where.and("i.surge > ?", thresholds.surge());
            case AT_CEILING -> where.and("i.at_headroom > 0");
            case UNMET -> where.and("i.fill < ?", thresholds.fill());
            case FEW_SKUS -> where.and("i.skus < ?", thresholds.skus());
            case INCOMPLETE -> where.and("i.missing > 0");
        }
    }

    /** All that is the case with a shop. */
    static List<Watch> of(ShopIndicator shop, Thresholds thresholds) {
        List<Watch> all = new ArrayList<>();
        for (Watch watch : values()) {
            if (watch.isSo(shop, thresholds)) {
                all.add(watch);
            }
        }
        return all;
    }
}
