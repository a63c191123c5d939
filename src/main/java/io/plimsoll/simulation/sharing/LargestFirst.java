package io.plimsoll.simulation.sharing;

/** The largest order of a Sku is served first, then the next; equal orders by who comes first. */
final class LargestFirst implements Sharer {

    @Override
    public int[] share(Offer offer, int[] reported) {
        int[] granted = new int[reported.length];
        long[] order = new long[offer.shops()];
        for (int sku = 0; sku < offer.skus(); sku++) {
            for (int shop = 0; shop < order.length; shop++) {
                order[shop] = reported[offer.line(shop, sku)];
            }
            int[] queue = Ranking.largestFirst(order, offer.arrival());
            FirstComeFirstServed.serve(offer, sku, queue, reported, granted);
        }
        return granted;
    }
}
