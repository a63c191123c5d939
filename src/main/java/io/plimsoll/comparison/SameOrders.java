package io.plimsoll.comparison;

import io.plimsoll.order.Orders;

/**
 * The orders that both outcomes are of, and the groups that are compared. The arrays are shared, not copied.
 *
 * @param peers index of the peer group of each retailer, see {@link io.plimsoll.retailer.PeerGroup#index()}
 * @param tiers ordinal of the tier of each Sku
 */
public record SameOrders(Orders orders, int[] peers, int[] tiers) {

    public SameOrders {
        if (peers.length != orders.retailers()) {
            throw new IllegalArgumentException("orders are of other retailers");
        }
    }

    /** How many Skus there are, with demand or without. */
    public int skus() {
        return tiers.length;
    }
}
