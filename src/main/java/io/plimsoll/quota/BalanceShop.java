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
 */
public record BalanceShop(String retailer, PeerGroup peers, int total, long demand, int leastTotal) {}
