package io.plimsoll.generation;

import io.plimsoll.retailer.MarketType;
import io.plimsoll.retailer.SizeClass;
import io.plimsoll.sku.BrandTier;
import java.util.List;

/**
 * What shops of one size class and market type like in one week: logarithms of the shares of the Skus, before each shop
 * adds a taste of its own. Large shops and those in town sell more of the dear tiers.
 *
 * @param byKind by {@link Shop#kind}, then Sku
 */
record Taste(double[][] byKind) {

    private static final int MIDDLE_TIER = BrandTier.TIER_3.ordinal();

    static Taste of(List<Item> items, Week week) {
        double[][] byKind = new double[Shop.KINDS][];
        for (SizeClass sizeClass : SizeClass.values()) {
            for (MarketType marketType : MarketType.values()) {
                double forDear = likingForDear(sizeClass) + likingForDear(marketType);
                byKind[Shop.kind(sizeClass, marketType)] = items.stream()
                        .mapToDouble(item -> item.appeal(week)
                                + forDear * (MIDDLE_TIER - item.tier().ordinal()))
                        .toArray();
            }
        }
        return new Taste(byKind);
    }

    private static double likingForDear(SizeClass sizeClass) {
        return switch (sizeClass) {
            case LARGE -> 0.3;
            case MEDIUM -> 0;
            case SMALL -> -0.3;
        };
    }

    private static double likingForDear(MarketType marketType) {
        return switch (marketType) {
            case URBAN -> 0.2;
            case RURAL -> -0.2;
        };
    }

    /** The share of a tier in what these shops like. */
    double shareOf(BrandTier tier, int kind, List<Item> items) {
        double ofTier = 0;
        double ofAll = 0;
        for (int sku = 0; sku < items.size(); sku++) {
            double share = StrictMath.exp(byKind[kind][sku]);
            ofAll += share;
            ofTier += items.get(sku).tier() == tier ? share : 0;
        }
        return ofTier / ofAll;
    }
}
