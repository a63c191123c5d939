package io.plimsoll.service.cycles;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Objects;

/**
 * A change of supply after it had been published.
 *
 * @param name what the Sku is called in the register; null: it has none
 * @param supplyBefore cartons; null: unlimited
 * @param forecastBefore cartons; null: none
 */
public record Correction(
        String sku,
        String name,
        Long supplyBefore,
        Long supplyAfter,
        BigDecimal forecastBefore,
        BigDecimal forecastAfter,
        String reason,
        Instant at) {

    /** The name by which people know the Sku, with its key; the key alone where it has none. */
    @JsonIgnore
    public String named() {
        return name == null ? sku : name + " (" + sku + ")";
    }

    /** Whether it is the forecast, or that as well, that was changed. */
    public boolean isForecastChanged() {
        return !Objects.equals(SupplyLine.plain(forecastBefore), SupplyLine.plain(forecastAfter));
    }
}
