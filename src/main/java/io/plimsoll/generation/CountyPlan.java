package io.plimsoll.generation;

/**
 * What county is asked for. Equal plans give equal counties, to the byte.
 *
 * @param retailers how many shops, 1 to {@value #MOST_RETAILERS}
 * @param skus how many Skus, 1 to {@value #MOST_SKUS}
 * @param seed any number; another one gives another county
 * @param shortPercent how many percent of the Skus have less supply than is claimed, 0 to 100; tight balance (R6) may cut
 *     others a little
 * @param tightPercent for about how many percent of the shops, or more, the headroom binds, 0 to 100: so many have an
 *     agreed total far below what they ask for
 */
public record CountyPlan(int retailers, int skus, long seed, int shortPercent, int tightPercent) {

    /** Most shops: three provinces (domain.md, section 7). */
    public static final int MOST_RETAILERS = 1_000_000;

    /** Most Skus: twice those of a liquor monopoly (domain.md, section 7). */
    public static final int MOST_SKUS = 10_000;

    /** What is scarce, and a little of what isn't. */
    public static final int DEFAULT_SHORT_PERCENT = 15;

    /** "Some agreed totals are far too small" (domain.md, section 1). */
    public static final int DEFAULT_TIGHT_PERCENT = 3;

    public CountyPlan {
        requireWithin("retailers", retailers, 1, MOST_RETAILERS);
        requireWithin("skus", skus, 1, MOST_SKUS);
        requireWithin("shortPercent", shortPercent, 0, 100);
        requireWithin("tightPercent", tightPercent, 0, 100);
    }

    /** A county that is short of a few things, as counties are. */
    public static CountyPlan of(int retailers, int skus, long seed) {
        return new CountyPlan(retailers, skus, seed, DEFAULT_SHORT_PERCENT, DEFAULT_TIGHT_PERCENT);
    }

    private static void requireWithin(String what, int value, int from, int to) {
        if (value < from || value > to) {
            throw new IllegalArgumentException(what + ": " + value + " is not from " + from + " to " + to);
        }
    }
}
