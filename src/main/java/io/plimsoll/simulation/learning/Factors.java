package io.plimsoll.simulation.learning;

/**
 * The factors by which a shop may multiply what it wants, from an eighth to eight times, each about the square root of 2
 * times the one before. Truth stands in the middle: chance alone pulls neither way.
 */
public final class Factors {

    private static final int[] PERCENT = {13, 18, 25, 35, 50, 71, 100, 141, 200, 283, 400, 566, 800};

    /** How many there are. */
    public static final int COUNT = PERCENT.length;

    /** The one that changes nothing. */
    public static final int TRUTH = COUNT / 2;

    private Factors() {}

    /** What is reported of so many cartons, rounded to the nearest; half a carton counts as one. */
    public static int reported(int factor, int wanted) {
        return Math.toIntExact(((long) wanted * PERCENT[factor] + 50) / 100);
    }

    /** The next factor up or down, or the other one where there is none. */
    static int neighbour(int factor, boolean up) {
        if (factor == 0) {
            return 1;
        }
        return up && factor < COUNT - 1 ? factor + 1 : factor - 1;
    }
}
