package io.plimsoll.generation;

import io.plimsoll.sku.BrandTier;
import io.plimsoll.sku.SupplyStatus;

/**
 * A Sku as it is drawn once, for all cycles.
 *
 * @param brand index of its brand
 * @param appeal how much it is asked for against the others; the logarithm of a share
 * @param supplied its supply over the demand of a cycle, in the mean
 */
record Item(String key, int brand, BrandTier tier, SupplyStatus status, double appeal, double supplied) {

    boolean isShort() {
        return supplied < 1;
    }
}
