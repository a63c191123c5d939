package io.plimsoll.service.outcomes;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * A part of a whole, such as cartons granted of those asked for.
 *
 * @param key of what: a class, a tier, a territory
 */
public record Share(String key, long whole, long part) {

    private static final int ONE_PLACE = 1;
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /** In percent, with one place; 100 where there is nothing to be a part of. */
    public BigDecimal percent() {
        return whole == 0
                ? HUNDRED
                : BigDecimal.valueOf(part)
                        .multiply(HUNDRED)
                        .divide(BigDecimal.valueOf(whole), ONE_PLACE, RoundingMode.HALF_UP);
    }

    /** What is missing to the whole. */
    public long missing() {
        return whole - part;
    }
}
