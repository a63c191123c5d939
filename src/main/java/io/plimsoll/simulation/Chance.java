package io.plimsoll.simulation;

import java.util.SplittableRandom;

/**
 * Seeded chance that comes out the same on every machine and JDK: whole 64-bit draws of SplitMix64 (Steele, Lea and
 * Flood 2014, in Java {@link SplittableRandom}), and nothing but exact arithmetic and {@link StrictMath} on top of them.
 */
final class Chance {

    private static final double ONE_OF_2_TO_THE_53 = 0x1p-53;

    private final SplittableRandom random;

    /** What is drawn; each has a stream of its own, so that drawing more of one thing leaves the others as they are. */
    enum Stream {
        SHOPS,
        DEMAND,
        ARRIVAL,
        TRIALS
    }

    Chance(long seed, Stream stream) {
        SplittableRandom root = new SplittableRandom(seed);
        SplittableRandom own = root.split();
        for (int before = 0; before < stream.ordinal(); before++) {
            own = root.split();
        }
        random = own;
    }

    /** Uniform from 0 (included) to 1 (excluded). */
    double uniform() {
        return (random.nextLong() >>> 11) * ONE_OF_2_TO_THE_53;
    }

    /**
     * Lognormal with mean 1.
     *
     * @param sigma standard deviation of the logarithm
     */
    double lognormal(double sigma) {
        // Box and Muller 1958; 1 - u is never 0.
        double radius = StrictMath.sqrt(-2 * StrictMath.log(1 - uniform()));
        double normal = radius * StrictMath.cos(2 * StrictMath.PI * uniform());
        return StrictMath.exp(sigma * normal - sigma * sigma / 2);
    }

    /** The numbers from 0 to count - 1 in an order drawn by lot (Fisher and Yates). */
    int[] order(int count) {
        int[] order = new int[count];
        for (int i = 0; i < count; i++) {
            int place = (int) (uniform() * (i + 1));
            order[i] = order[place];
            order[place] = i;
        }
        return order;
    }
}
