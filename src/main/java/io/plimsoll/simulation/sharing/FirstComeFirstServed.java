package io.plimsoll.simulation.sharing;

/** Whoever comes first is granted all that is reported, as long as there is some. */
final class FirstComeFirstServed implements Sharer {

    @Override
    public int[] share(Offer offer, int[] reported) {
        int[] granted = new int[reported.length];
        for (int sku = 0; sku < offer.skus(); sku++) {
            serve(offer, sku, offer.arrival(), reported, granted);
        }
        return granted;
    }

    /** Grants one Sku down a queue of shops. */
    static void serve(Offer offer, int sku, int[] queue, int[] reported, int[] granted) {
        long left = offer.supply()[sku];
        for (int shop : queue) {
            int line = offer.line(shop, sku);
            granted[line] = (int) Math.min(left, reported[line]);
            left -= granted[line];
        }
    }
}
