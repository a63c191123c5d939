package io.plimsoll.service.cycles;

/** Which orders say what a retailer asks for. */
public final class Demand {

    /**
     * Whether {@code demand_order o} does: an assisted order does once it is entered (R16), and one of no demand never (R17).
     * The lines of the others are evidence, and nothing is to be summed up of them.
     */
    public static final String COUNTS = "o.state NOT IN ('MISSED', 'COLLECTED', 'VERIFIED', 'NO_DEMAND')";

    private Demand() {}
}
