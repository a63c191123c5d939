package io.plimsoll.simulation;

/**
 * How large a simulation is, and from which seed it draws.
 *
 * @param seed of all chance
 * @param weeks how many, from 1
 * @param retailers how many shops, from 1
 * @param skus how many Skus, from 1; the first half of them, rounded up, are SCARCE
 */
public record Size(long seed, int weeks, int retailers, int skus) {

    /** Ten years. */
    public static final int MOST_WEEKS = 520;

    /** Twice a county and more. */
    public static final int MOST_RETAILERS = 10_000;

    /** About what a county sells. */
    public static final int MOST_SKUS = 120;

    /** @throws IllegalArgumentException when a number is outside its bounds */
    public Size {
        require("weeks", weeks, MOST_WEEKS);
        require("retailers", retailers, MOST_RETAILERS);
        require("skus", skus, MOST_SKUS);
    }

    private static void require(String name, int number, int most) {
        if (number < 1 || number > most) {
            throw new IllegalArgumentException(name + " is " + number + ", not from 1 to " + most);
        }
    }

    /** How many Skus are SCARCE. */
    public int scarceSkus() {
        return (skus + 1) / 2;
    }

    /** How many weeks at the end are averaged to say where learning has led: the last quarter, or the last week. */
    public int lastWeeks() {
        return Math.max(1, weeks / 4);
    }

    /** The same with another seed. */
    Size withSeed(long other) {
        return new Size(other, weeks, retailers, skus);
    }
}
