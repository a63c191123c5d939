package io.plimsoll.quota;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * How far the ceiling of a period lies above the agreed total (R2), for those who show one beside the other. What binds in a
 * run is said by the rule itself.
 *
 * @param percent f of the size class, such as 8
 */
public record TotalFloat(BigDecimal percent) {

    private static final int PERCENT = 2;

    /**
     * floor(T x (1 + f)), in whole numbers until the end.
     *
     * @param total T, in cartons
     * @return cartons
     */
    public long ceiling(long total) {
        return part().multiply(BigDecimal.valueOf(total))
                .setScale(0, RoundingMode.FLOOR)
                .longValueExact();
    }

    /**
     * The smallest total under whose ceiling lies what is granted; no minimum of anything that is ordered.
     *
     * @param granted cartons
     */
    public int leastTotal(long granted) {
        return BigDecimal.valueOf(granted)
                .divide(part(), 0, RoundingMode.CEILING)
                .intValueExact();
    }

    private BigDecimal part() {
        return percent.movePointLeft(PERCENT).add(BigDecimal.ONE);
    }
}
