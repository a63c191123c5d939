package io.plimsoll.simulation.sharing;

/**
 * A short Sku is shared in proportion to what is reported, in whole cartons by the largest remainder; equal remainders
 * by who comes first.
 *
 * @see "Cachon and Lariviere 1999, Capacity Choice and Allocation; there it is shown that it pays to inflate"
 */
final class ProportionalSharing implements Sharer {

    @Override
    public int[] share(Offer offer, int[] reported) {
        int[] granted = reported.clone();
        for (int sku = 0; sku < offer.skus(); sku++) {
            long asked = offer.reportedOf(sku, reported);
            if (asked > offer.supply()[sku]) {
                shareShort(offer, sku, asked, granted);
            }
        }
        return granted;
    }

    private static void shareShort(Offer offer, int sku, long asked, int[] granted) {
        long supply = offer.supply()[sku];
        long left = supply;
        long[] remainder = new long[offer.shops()];
        for (int shop = 0; shop < offer.shops(); shop++) {
            int line = offer.line(shop, sku);
            long share = granted[line] * supply;
            granted[line] = (int) (share / asked);
            remainder[shop] = share % asked;
            left -= granted[line];
        }
        // Fewer cartons are left than shops have a remainder, so nobody is granted more than was reported.
        int[] order = Ranking.largestFirst(remainder, offer.arrival());
        for (int i = 0; i < left; i++) {
            granted[offer.line(order[i], sku)]++;
        }
    }
}
