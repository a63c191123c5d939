package io.plimsoll.quota;

import io.plimsoll.retailer.PeerGroup;

/**
 * A shop as a re-balancing sees it.
 *
 * @param retailer its key
 * @param peers whom it is equal to, as far as class, market and rhythm go
 * @param total T in cartons a month
 * @param demand cartons a month, by {@link MonthlyDemand}
 * @param leastTotal the smallest total under whose ceiling lies all that is granted already (R7); not a minimum of orders
 * @param isToMend whether its misfit counts; one whose does not is only changed to make up for others
 */
public record BalanceShop(String retailer, PeerGroup peers, int total, long demand, int leastTotal, boolean isToMend) {

    /** How far the total is from the demand, as a factor; 1 is a perfect fit. */
    public double misfit() {
        double has = total + 1.0;
        double asks = demand + 1.0;
        return Math.max(has / asks, asks / has);
    }
}
