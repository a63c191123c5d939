package io.plimsoll.order;

/**
 * The reported demand of one cycle in columns, one entry a line, grouped by retailer and sorted by rank inside. A
 * retailer without a line has NO_DEMAND (R17). Nine million lines are ordinary, so there is no object per line.
 *
 * <p>The arrays are shared, not copied: whoever holds an {@code Orders} must not write to them.
 *
 * @param firstLine where the lines of retailer r begin; those of r are {@code firstLine[r]} to {@code firstLine[r + 1]}
 *     exclusive, so the array is one longer than there are retailers
 * @param rank what the retailer wants filled first, 1 before 2; rising inside a retailer, gaps allowed
 * @param sku index of the Sku of each line
 * @param demand cartons asked for on each line (d)
 * @param atMost cartons a retailer wants at most of this whole order, or {@link #NO_LIMIT}; by retailer
 */
public record Orders(int[] firstLine, int[] rank, int[] sku, int[] demand, int[] atMost) {

    /** The retailer set no limit of his own. */
    public static final int NO_LIMIT = -1;

    public Orders {
        int lines = firstLine[firstLine.length - 1];
        if (rank.length != lines || sku.length != lines || demand.length != lines) {
            throw new IllegalArgumentException("columns of unequal length");
        }
        if (atMost.length != firstLine.length - 1) {
            throw new IllegalArgumentException("at_most is not by retailer");
        }
    }

    /** How many lines there are over all retailers. */
    public int lines() {
        return rank.length;
    }

    /** How many retailers there are, with an order or without. */
    public int retailers() {
        return firstLine.length - 1;
    }

    /** Whether this retailer reported any demand. */
    public boolean ordered(int retailer) {
        return firstLine[retailer] < firstLine[retailer + 1];
    }
}
