package io.plimsoll.retailer;

/**
 * The retailers whose ceilings must be equal: same size class, market type and order interval (R11).
 *
 * @param interval 1 for a shop that orders every cycle, 2 for every second one
 */
public record PeerGroup(SizeClass sizeClass, MarketType marketType, int interval) {

    /** Longest order interval, in cycles. */
    public static final int MAX_INTERVAL = 2;

    /** How many groups there can be; {@link #index()} lies below it. */
    public static final int COUNT = SizeClass.values().length * MarketType.values().length * MAX_INTERVAL;

    public PeerGroup {
        if (interval < 1 || interval > MAX_INTERVAL) {
            throw new IllegalArgumentException("interval " + interval + " is not 1 or 2");
        }
    }

    /** The group with this {@link #index()}. */
    public static PeerGroup of(int index) {
        int intervals = MAX_INTERVAL;
        int marketTypes = MarketType.values().length;
        return new PeerGroup(
                SizeClass.values()[index / (marketTypes * intervals)],
                MarketType.values()[index / intervals % marketTypes],
                index % intervals + 1);
    }

    /** A small number to file per-group figures under: 0 to {@link #COUNT} - 1. */
    public int index() {
        return (sizeClass.ordinal() * MarketType.values().length + marketType.ordinal()) * MAX_INTERVAL + interval - 1;
    }

    /** As results name it, for example {@code SMALL/RURAL/2}. */
    @Override
    public String toString() {
        return sizeClass + "/" + marketType + "/" + interval;
    }
}
