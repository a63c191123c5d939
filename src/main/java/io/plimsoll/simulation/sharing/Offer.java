package io.plimsoll.simulation.sharing;

import io.plimsoll.allocation.Draw;

/**
 * What there is to share in a week, and among whom. The line of a shop and a Sku stands at shop x number of Skus + Sku.
 * Arrays are shared, not copied, and never written to.
 *
 * @param supply cartons of each Sku
 * @param arrival the shops in the order in which they come this week
 * @param peers size class of each shop, as the ordinal of its SizeClass
 * @param weight published weight by size class
 * @param draw the published draw of this week
 */
public record Offer(long[] supply, int[] arrival, byte[] peers, int[] weight, Draw draw) {

    /** How many Skus there are. */
    public int skus() {
        return supply.length;
    }

    /** How many shops there are. */
    public int shops() {
        return arrival.length;
    }

    /** Where a line stands. */
    public int line(int shop, int sku) {
        return shop * supply.length + sku;
    }

    /** What is reported of a Sku in all. */
    public long reportedOf(int sku, int[] reported) {
        long sum = 0;
        for (int shop = 0; shop < shops(); shop++) {
            sum += reported[line(shop, sku)];
        }
        return sum;
    }
}
