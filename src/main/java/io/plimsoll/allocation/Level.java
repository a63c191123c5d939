package io.plimsoll.allocation;

/**
 * The common level of a short Sku: the largest key among the cartons that were granted of it, a reduced fraction. A
 * retailer of weight w was granted about level x w cartons, or all it could use.
 *
 * @param numerator 0 where nothing was released
 */
public record Level(long numerator, long denominator) implements Comparable<Level> {

    /** Nothing was released. */
    static final Level ZERO = new Level(0, 1);

    /** Key of the last of so many cartons, at least one, of a retailer with this weight. */
    public static Level ofLast(int cartons, int weight) {
        long numerator = 2L * cartons - 1;
        long denominator = 2L * weight;
        long divisor = Keys.gcd(numerator, denominator);
        return new Level(numerator / divisor, denominator / divisor);
    }

    @Override
    public int compareTo(Level other) {
        return Long.compare(
                Math.multiplyExact(numerator, other.denominator), Math.multiplyExact(other.numerator, denominator));
    }

    /** As in levels.csv: {@code 0} or {@code 3/2}. */
    @Override
    public String toString() {
        return denominator == 1 ? Long.toString(numerator) : numerator + "/" + denominator;
    }
}
