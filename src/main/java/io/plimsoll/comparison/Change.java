package io.plimsoll.comparison;

import io.plimsoll.run.Summary.Filled;

/**
 * What became of some order lines under A and under B, in cartons.
 *
 * @param gained what those lines got more under B that got more
 * @param lost what those lines got less under B that got less
 */
public record Change(int lines, long demand, long grantedA, long grantedB, long gained, long lost) {

    Change plus(Change more) {
        return new Change(
                lines + more.lines,
                demand + more.demand,
                grantedA + more.grantedA,
                grantedB + more.grantedB,
                gained + more.gained,
                lost + more.lost);
    }

    /** Cartons granted under B more than under A; what was gained less what was lost. */
    public long difference() {
        return grantedB - grantedA;
    }

    /** Whether any line was granted another quantity. */
    public boolean anyLineDiffers() {
        return gained > 0 || lost > 0;
    }

    /** Demand and grants under A. */
    public Filled filledA() {
        return new Filled(demand, grantedA);
    }

    /** Demand and grants under B. */
    public Filled filledB() {
        return new Filled(demand, grantedB);
    }
}
