package io.plimsoll.generation;

import io.plimsoll.retailer.MarketType;
import io.plimsoll.retailer.RetailerStatus;
import io.plimsoll.retailer.SizeClass;

/**
 * A shop, as drawn once for all cycles.
 *
 * @param key its licence number
 * @param territory number of the territory that it lies in, from 0
 * @param monthly cartons it sells in an ordinary month
 * @param interval order interval in cycles: 1 or 2
 * @param phase which of two weeks is its turn, 0 or 1, where it orders every second one
 * @param fit its agreed total over what it asks for in the period: about 1, less where the total is too small
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

    /** How many {@link #kind kinds} there are. */
    static final int KINDS = SizeClass.values().length * MarketType.values().length;

    private static final double WEEKS_A_MONTH = 365.25 / 12 / 7;

    /** Not all that is asked for is sold: some orders are missed, and a tenth of the cartons is not granted. */
    private static final double ASKED_OVER_SOLD = 1.2;

    /** Cartons it asks for, for one ordinary week. */
    double weeklyDemand() {
        return weeklyDemand(monthly);
    }

    /** Cartons that a shop asks for a week when it sells so many a month. */
    static double weeklyDemand(double monthly) {
        return monthly / WEEKS_A_MONTH * ASKED_OVER_SOLD;
    }

    boolean isDue(Week week) {
        return (week.index() + phase) % interval == 0;
    }

    /** A small number to file figures by size class and market type under: 0 to {@link #KINDS} - 1. */
    int kind() {
        return kind(sizeClass, marketType);
    }

    static int kind(SizeClass sizeClass, MarketType marketType) {
        return sizeClass.ordinal() * MarketType.values().length + marketType.ordinal();
    }
}
