package io.plimsoll.sku;

import java.math.BigDecimal;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * One saleable item in one cycle.
 *
 * @param supply cartons there are to share; empty means unlimited
 * @param forecast forecast demand in cartons, from which tight balance is reckoned (R6); empty means none
 */
public record Sku(
        String key,
        String brand,
        BrandTier tier,
        SupplyStatus status,
        OptionalLong supply,
        Optional<BigDecimal> forecast) {

    public Sku {
        Objects.requireNonNull(key, "key");
        if (supply.isPresent() && supply.getAsLong() < 0) {
            throw new IllegalArgumentException("sku " + key + ": supply below 0");
        }
    }
}
