package io.plimsoll.service.cycles;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Objects;

/**
 * A change of supply after it had been published.
 *
 * @param supplyBefore cartons; null: unlimited
 * @param forecastBefore cartons; null: none
 */
public record Correction(
        String sku,
        Long supplyBefore,
        Long supplyAfter,
        BigDecimal forecastBefore,
        BigDecimal forecastAfter,
        String reason,
        Instant at) {

    /** Whether it is the forecast, or that as well, that was changed. */
    public boolean isForecastChanged() {
        return !Objects.equals(SupplyLine.plain(forecastBefore), SupplyLine.plain(forecastAfter));
    }
}
