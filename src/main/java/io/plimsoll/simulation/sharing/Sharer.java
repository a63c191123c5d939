package io.plimsoll.simulation.sharing;

/**
 * A way of sharing that sees only what is reported. It grants whole cartons, to no line more than was reported and of no
 * Sku more than there is, and leaves nothing of a Sku over while a shop has reported more than it was granted.
 */
public interface Sharer {

    /**
     * Shares a week's supply.
     *
     * @param reported cartons by line, from 0; never written to
     * @return cartons granted by line
     */
    int[] share(Offer offer, int[] reported);
}
