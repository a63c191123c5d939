package io.plimsoll.generation;

/**
 * What is asked for. Equal plans give equal counties, to the byte.
 *
 * @param retailers how many shops, {@value #MOST_RETAILERS} at most
 * @param skus how many Skus, {@value #MOST_SKUS} at most
 * @param seed any number; another one gives another county
 * @param shortPercent how many percent of the Skus have a supply well under what is asked for; tight balance (R6) may cut
 *     others a little
 * @param tightPercent how many percent of the shops have an agreed total well under what they ask for
 */
public record CountyPlan(int retailers, int skus, long seed, int shortPercent, int tightPercent) {

    /** Most shops: three provinces and more. */
    public static final int MOST_RETAILERS = 1_000_000;

    /** Most Skus: twice those of a liquor monopoly. */
    public static final int MOST_SKUS = 10_000;

    /** Every eighth Sku is scarce, and a few others run short as well. */
    public static final int DEFAULT_SHORT_PERCENT = 15;

    /** "A few totals are far too small". */
    public static final int DEFAULT_TIGHT_PERCENT = 8;

    public CountyPlan {
        require("retailers", retailers, 1, MOST_RETAILERS);
        require("skus", skus, 1, MOST_SKUS);
        require("shortPercent", shortPercent, 0, 100);
        require("tightPercent", tightPercent, 0, 100);
    }

    /** A county that is short of a few things, as counties are. */
    public static CountyPlan of(int retailers, int skus, long seed) {
        return new CountyPlan(retailers, skus, seed, DEFAULT_SHORT_PERCENT, DEFAULT_TIGHT_PERCENT);
    }

    private static void require(String what, int value, int from, int to) {
        if (value < from || value > to) {
            throw new IllegalArgumentException(what + ": " + value + " is not from " + from + " to " + to);
        }
    }
}
