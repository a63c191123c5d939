package io.plimsoll.comparison;

import io.plimsoll.run.Binding;

/**
 * What one policy made of the orders. The arrays are shared, not copied.
 *
 * @param granted cartons of each line (g)
 * @param bindings why each line got no more
 * @param skuCeilings the most on each line of a Sku (u), at peer group x number of Skus + Sku;
 *     {@link io.plimsoll.ceiling.Ceilings#NONE} where there is none
 */
public record Outcome(int[] granted, Binding[] bindings, long[] skuCeilings) {

    public Outcome {
        if (granted.length != bindings.length) {
            throw new IllegalArgumentException("columns of unequal length");
        }
    }
}
