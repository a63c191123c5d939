package io.plimsoll.generation;

import io.plimsoll.retailer.MarketType;
import io.plimsoll.retailer.RetailerStatus;
import io.plimsoll.retailer.SizeClass;

/**
 * A shop as it is drawn once, for all cycles.
 *
 * @param territory index of its territory, and so of its manager
 * @param monthly cartons it sells in an ordinary month
 * @param phase of a shop that orders every second week: in even weeks or in odd ones
 * @param fit its agreed total over what it asks for in a period; well below 1 where the total is too small
 */
record Shop(
        String key,
        int territory,
        MarketType marketType,
        double monthly,
        SizeClass sizeClass,
        RetailerStatus status,
        int interval,
        int phase,
        double fit) {

    /** Whether it is its turn to order. */
    boolean isDue(Week week) {
        return (week.index() + phase) % interval == 0;
    }

    /** A small number to file figures by size class and market type under. */
    int kind() {
        return kind(sizeClass, marketType);
    }

    static int kind(SizeClass sizeClass, MarketType marketType) {
        return sizeClass.ordinal() * MarketType.values().length + marketType.ordinal();
    }
}
