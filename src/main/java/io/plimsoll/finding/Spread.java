package io.plimsoll.finding;

import io.plimsoll.ceiling.Ceilings;
import java.util.Arrays;

/** The smallest and the largest limit in each cell of peers, and whose they are. */
final class Spread {

    private static final int NOBODY = -1;

    private final int[] lowest;
    private final int[] highest;
    private final long[] smallest;
    private final long[] largest;

    /**
     * Both ends of a cell.
     *
     * @param lowest the retailer with the smallest limit
     * @param highest the retailer with the largest
     */
    record Ends(int lowest, long smallest, int highest, long largest) {}

    /** Takes a cell and its ends. */
    interface Reader {
        void read(int cell, Ends ends);
    }

    Spread(int cells) {
        lowest = new int[cells];
        Arrays.fill(lowest, NOBODY);
        highest = new int[cells];
        smallest = new long[cells];
        largest = new long[cells];
    }

    void look(int cell, int retailer, long limit) {
        boolean first = lowest[cell] == NOBODY;
        if (first || limit < smallest[cell]) {
            smallest[cell] = limit;
            lowest[cell] = retailer;
        }
        if (first || limit > largest[cell]) {
            largest[cell] = limit;
            highest[cell] = retailer;
        }
    }

    /** Reads out every cell in which anybody is limited at all. */
    void forEach(Reader reader) {
        for (int cell = 0; cell < lowest.length; cell++) {
            if (lowest[cell] != NOBODY && smallest[cell] != Ceilings.NONE) {
                reader.read(cell, new Ends(lowest[cell], smallest[cell], highest[cell], largest[cell]));
            }
        }
    }
}
