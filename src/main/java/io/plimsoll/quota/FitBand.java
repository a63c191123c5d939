package io.plimsoll.quota;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * Within what bounds an agreed total fits the demand (R12).
 *
 * @param low the smallest share of demand that a total may be and still fit, such as 0.8
 * @param high the largest, such as 1.25
 */
public record FitBand(BigDecimal low, BigDecimal high) {

    /** Where the policy is silent. */
    public static final FitBand USUAL = new FitBand(new BigDecimal("0.8"), new BigDecimal("1.25"));

    /** @throws IllegalArgumentException unless 0 &lt; low &lt;= 1 &lt;= high */
    public FitBand {
        if (low.signum() <= 0 || low.compareTo(BigDecimal.ONE) > 0 || high.compareTo(BigDecimal.ONE) < 0) {
            throw new IllegalArgumentException("no band: " + low + " to " + high);
        }
    }

    /**
     * By how many cartons a total lies outside of the band.
     *
     * @param demand cartons a month
     */
    public long outside(long total, long demand) {
        long least = ceilingOf(low, demand);
        long most = floorOf(high, demand);
        return Math.max(0, Math.max(least - total, total - most));
    }

    private static long ceilingOf(BigDecimal share, long demand) {
        return share.multiply(BigDecimal.valueOf(demand))
                .setScale(0, RoundingMode.CEILING)
                .longValueExact();
    }

    private static long floorOf(BigDecimal share, long demand) {
        return share.multiply(BigDecimal.valueOf(demand))
                .setScale(0, RoundingMode.FLOOR)
                .longValueExact();
    }
}
