package io.plimsoll.allocation;

import java.util.Arrays;

/**
 * Keys as whole numbers. The j-th carton of a retailer with weight w has the key (2j - 1) / (2w); times twice the least
 * common multiple of all weights it is the whole number (2j - 1) x step(w), so keys of different weights compare
 * without fractions.
 *
 * <p>Weights are at most 500 x 2 and there are at most three classes, so a step is at most 500 x 500 x 500 x 2 and a key
 * of the millionth carton lies below 10^15.
 */
final class Keys {

    /** Times twice a million cartons it still is far from what 64 bits hold. */
    static final long LARGEST_MULTIPLE = 1_000_000_000_000L;

    /** By kind of weight. */
    private final long[] step;

    private final byte[] kindOfGroup;

    /**
     * Keys of groups with these weights.
     *
     * @param weight by peer group; groups that nobody is in may have 0
     */
    Keys(int[] weight) {
        long multiple = commonMultiple(weight);
        if (multiple > LARGEST_MULTIPLE) {
            throw new IllegalArgumentException("weights with a least common multiple of more than " + LARGEST_MULTIPLE);
        }
        int[] kinds =
                Arrays.stream(weight).filter(w -> w > 0).sorted().distinct().toArray();
        step = Arrays.stream(kinds).mapToLong(w -> multiple / w).toArray();
        kindOfGroup = new byte[weight.length];
        for (int group = 0; group < weight.length; group++) {
            kindOfGroup[group] = (byte) Arrays.binarySearch(kinds, weight[group]);
        }
    }

    /** How many different weights there are. */
    int kinds() {
        return step.length;
    }

    /** Kind of weight of a group that somebody is in: groups of equal weight are of one kind. */
    byte kindOf(int group) {
        return kindOfGroup[group];
    }

    /** Least common multiple of the weights that are not 0, or more than {@link #LARGEST_MULTIPLE} where it is. */
    static long commonMultiple(int[] weight) {
        long multiple = 1;
        for (int w : weight) {
            if (w > 0 && multiple <= LARGEST_MULTIPLE) {
                multiple = multiple / gcd(multiple, w) * w;
            }
        }
        return multiple;
    }

    /** Key of the last of so many cartons; negative for none, which comes before every key. */
    long ofLast(int cartons, int kind) {
        return (2L * cartons - 1) * step[kind];
    }

    /** How many cartons of a retailer have a key of at most this one. */
    long upTo(long key, int kind) {
        return (key / step[kind] + 1) / 2;
    }

    static long gcd(long a, long b) {
        while (b != 0) {
            long rest = a % b;
            a = b;
            b = rest;
        }
        return a;
    }
}
