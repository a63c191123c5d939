package io.plimsoll.generation;

/**
 * A stream of drawn numbers. Every subject (a shop, a Sku, a shop in one week) has a stream of its own, so that what is
 * drawn for one doesn't shift what is drawn for the next.
 *
 * <p>The algorithm is SplitMix64 (Steele, Lea and Flood 2014), written out here, and the functions are those of
 * {@link StrictMath}: library generators and {@link Math} may differ from one Java to the next.
 */
final class Draws {

    /** What a stream is for; the streams of one subject for different ends don't touch. The order is part of the seed. */
    enum End {
        SHOP,
        SKU,
        BRAND,
        TASTE,
        BASKET,
        CRAVING,
        SUPPLY,
        SUBMISSION,
        PERIOD
    }

    private static final long GOLDEN = 0x9E3779B97F4A7C15L;
    private static final double UNIT = 0x1.0p-53;
    private static final double TWO_PI = 6.283185307179586;

    private static final int QUARTER_BITS = 16;
    private static final long QUARTER = (1L << QUARTER_BITS) - 1;
    private static final double SQUARE_ROOT_OF_3 = 1.7320508075688772;

    private long state;

    private Draws(long state) {
        this.state = state;
    }

    /**
     * The stream of a subject.
     *
     * @param seed of the whole county
     * @param subject which shop, Sku, ...
     * @param when which week or period; 0 for what is drawn once
     */
    static Draws of(long seed, End end, long subject, long when) {
        return new Draws(base(seed, end, subject, when));
    }

    /** Where the stream of a subject starts; for {@link #bitsAt}, where a stream per pair would cost too much. */
    static long base(long seed, End end, long subject, long when) {
        long mixed = mix(seed + GOLDEN);
        mixed = mix(mixed + GOLDEN * (end.ordinal() + 1));
        mixed = mix(mixed + GOLDEN * (subject + 1));
        return mix(mixed + GOLDEN * (when + 1));
    }

    /** The bits at a place of a stream, without going there. */
    static long bitsAt(long base, int place) {
        return mix(base + GOLDEN * (place + 1L));
    }

    private static long mix(long bits) {
        long mixed = (bits ^ (bits >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        return mixed ^ (mixed >>> 31);
    }

    long bits() {
        state += GOLDEN;
        return mix(state);
    }

    /** From 0 up to 1, which it never is. */
    double unit() {
        return (bits() >>> 11) * UNIT;
    }

    /** From one number up to another, which it never is. */
    double between(double from, double to) {
        return from + (to - from) * unit();
    }

    /** 0 to {@code bound} - 1, each as likely as the next. */
    int below(int bound) {
        return (int) ((bits() >>> Integer.SIZE) * bound >>> Integer.SIZE);
    }

    /** Whether something happens that happens to this share of all. */
    boolean happens(double share) {
        return unit() < share;
    }

    /** One of these. */
    <T> T oneOf(T[] things) {
        return things[below(things.length)];
    }

    /** Normally distributed, mean 0, deviation 1. */
    double normal() {
        double radius = Math.sqrt(-2 * StrictMath.log(1 - unit()));
        return radius * StrictMath.cos(TWO_PI * unit());
    }

    /** A factor around 1 whose logarithm is normal. */
    double factor(double sigma) {
        return StrictMath.exp(sigma * normal());
    }

    /**
     * Nearly normal, mean 0, deviation 1, between -3.5 and 3.5: the sum of four uniform quarters of some bits. A tenth of
     * the price of {@link #normal}, for what is drawn per shop and Sku.
     */
    static double nearlyNormal(long bits) {
        long sum = (bits & QUARTER)
                + (bits >>> QUARTER_BITS & QUARTER)
                + (bits >>> 2 * QUARTER_BITS & QUARTER)
                + (bits >>> 3 * QUARTER_BITS);
        return ((double) sum / (QUARTER + 1) - 2) * SQUARE_ROOT_OF_3;
    }
}
