package io.plimsoll.simulation.sharing;

import java.util.Arrays;

/** Puts shops in order. */
final class Ranking {

    /** More than there are shops. */
    private static final long PLACES = 1 << 20;

    private Ranking() {}

    /**
     * The shops by their value, the largest first; equal values in the order of arrival.
     *
     * @param value by shop, from 0
     */
    static int[] largestFirst(long[] value, int[] arrival) {
        // Value and place in one number: sorting these is several times faster than sorting objects.
        long[] rising = new long[arrival.length];
        for (int place = 0; place < arrival.length; place++) {
            rising[place] = Math.multiplyExact(value[arrival[place]], PLACES) + (PLACES - 1 - place);
        }
        Arrays.sort(rising);
        int[] shops = new int[arrival.length];
        for (int i = 0; i < shops.length; i++) {
            int place = (int) (PLACES - 1 - rising[shops.length - 1 - i] % PLACES);
            shops[i] = arrival[place];
        }
        return shops;
    }
}
