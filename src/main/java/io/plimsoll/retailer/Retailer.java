package io.plimsoll.retailer;

import java.util.Objects;

/**
 * A licensed shop as one cycle sees it.
 *
 * @param key licence number, the natural key
 * @param manager the customer manager who looks after the shop
 * @param agreedTotal cartons agreed for the period (T); no Sku, no tier, and no minimum (R3, R4)
 * @param grantedInPeriod cartons granted so far in the period (G)
 * @param interval order interval in cycles: 1 or 2
 */
public record Retailer(
        String key,
        String manager,
        SizeClass sizeClass,
        MarketType marketType,
        RetailerStatus status,
        int agreedTotal,
        int grantedInPeriod,
        int interval) {

    public Retailer {
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(status, "status");
        if (agreedTotal < 0 || grantedInPeriod < 0) {
            throw new IllegalArgumentException("retailer " + key + ": a quantity below 0");
        }
    }

    /** Those whose ceilings must equal this retailer's. */
    public PeerGroup peers() {
        return new PeerGroup(sizeClass, marketType, interval);
    }
}
