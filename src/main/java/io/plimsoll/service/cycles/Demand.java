package io.plimsoll.service.cycles;

/** Which orders say what a retailer asks for. */
public final class Demand {

    /** Whether {@code demand_order o} does: all but the rows of those who asked for nothing (R17). */
    public static final String COUNTS = "o.state <> 'NO_DEMAND'";

    private Demand() {}
}
