package io.plimsoll.comparison;

import io.plimsoll.run.Binding;
import java.util.Optional;

/**
 * What became of one retailer who ordered.
 *
 * @param retailer its index
 * @param byRank how its lines compare in its own ranks: the first that differs decides
 * @param reason what changed most: of the pairs of reasons under A and under B, that whose lines moved the most cartons
 *     the way the whole order went; empty where no line differs
 */
public record RetailerChange(int retailer, Change cartons, Fortune byRank, Optional<Reason> reason) {

    /** Why lines got no more under A, and why under B. */
    public record Reason(Binding a, Binding b) {}
}
