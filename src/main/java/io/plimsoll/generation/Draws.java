package io.plimsoll.generation;

/**
 * A stream of drawn numbers. Every subject (a shop, a Sku, a shop in one week) has a stream of its own, so that what is
 * drawn for one doesn't shift what is drawn for the next.
 *
 * <p>The algorithm is SplitMix64 (Steele, Lea and Flood, "Fast splittable pseudorandom number generators", 2014), written
 * out here, and the functions are those of {@link StrictMath}: library generators and {@link Math} may differ from one
 * Java to the next.
 */
final class Draws {

    /** What a stream is for; streams of one subject for different ends have nothing in common. */
    enum End {
        SHOP(1),
        SHOP_NAME(2),
        BRAND(3),
        SKU(4),
        TASTE(5),
        WHIM(6),
        ORDER(7),
        SUPPLY(8),
        SUBMISSION(9),
        AGREED_TOTAL(10),
        LOTTERY(11),
        PRICE(12),
        DEVICE(13),
        EARLIER(14),
        EARLIER_MONTH(15);

        /** Part of what decides the numbers, so it never changes. */
        private final int number;

        End(int number) {
            this.number = number;
        }
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

    /** The stream of a subject for what is drawn once. */
    static Draws of(long seed, End end, long subject) {
        return of(seed, end, subject, 0);
    }

    /**
     * The stream of a subject.
     *
     * @param seed of the whole county
     * @param subject which shop, Sku, ...
     * @param when which week or month, from 0
     */
    static Draws of(long seed, End end, long subject, long when) {
        return new Draws(start(seed, end, subject, when));
    }

    /** Where the stream of a subject starts; for {@link #bitsAt}, where a stream per pair would cost too much. */
    static long start(long seed, End end, long subject, long when) {
        long mixed = mix(seed + GOLDEN);
        mixed = mix(mixed + GOLDEN * end.number);
        mixed = mix(mixed + GOLDEN * (subject + 1));
        return mix(mixed + GOLDEN * (when + 1));
    }

    /** The bits at a place of the stream that starts so, without walking there. */
    static long bitsAt(long start, int place) {
        return mix(start + GOLDEN * (place + 1L));
    }

    private static long mix(long bits) {
        long mixed = (bits ^ (bits >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        return mixed ^ (mixed >>> 31);
    }

    /** All 64 of them. */
    long bits() {
        state += GOLDEN;
        return mix(state);
    }

    /** From 0 to 1, which it never is. */
    double unit() {
        return (bits() >>> 11) * UNIT;
    }

    /** From one number to another, which it never is. */
    double between(double from, double to) {
        return from + (to - from) * unit();
    }

    /** From 0 to {@code bound} - 1, each as likely as the next. */
    int below(int bound) {
        return (int) ((bits() >>> Integer.SIZE) * bound >>> Integer.SIZE);
    }

    /** Whether something happens that happens in this share of all cases. */
    boolean happens(double share) {
        return unit() < share;
    }

    /** One of these things. */
    <T> T oneOf(T[] things) {
        return things[below(things.length)];
    }

    /** Normally distributed, mean 0, deviation 1 (Box and Muller). */
    double normal() {
        double radius = Math.sqrt(-2 * StrictMath.log(1 - unit()));
        return radius * StrictMath.cos(TWO_PI * unit());
    }

    /** A factor with median 1 whose logarithm is normal. */
    double factor(double sigma) {
        return StrictMath.exp(sigma * normal());
    }

    /**
     * Nearly normal, mean 0, deviation 1, from -3.5 to 3.5: the sum of four uniform quarters of some bits. It costs a
     * tenth of {@link #normal} and serves what is drawn for every shop and Sku.
     */
    static double nearlyNormal(long bits) {
        long sum = (bits & QUARTER)
                + (bits >>> QUARTER_BITS & QUARTER)
                + (bits >>> 2 * QUARTER_BITS & QUARTER)
                + (bits >>> 3 * QUARTER_BITS);
        return ((double) sum / (QUARTER + 1) - 2) * SQUARE_ROOT_OF_3;
    }
}
