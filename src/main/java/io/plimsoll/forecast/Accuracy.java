package io.plimsoll.forecast;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/**
 * How near forecasts came to what was reported (R27): of one brand {@code 1 - |d - forecast| / d}, never below 0; of several
 * the mean weighted by volume. Kept as two sums of cartons, so that it adds up exactly, in whatever order: a brand weighs
 * {@code d}, and {@code d} times its accuracy is {@code d - |d - forecast|}.
 *
 * @param demand cartons that were reported: d, not what was granted
 * @param met cartons of them that the forecasts met, 0 to {@code demand}
 */
public record Accuracy(long demand, long met) {

    /** Of nothing. */
    public static final Accuracy NONE = new Accuracy(0, 0);

    private static final int HUNDRED = 100;

    public Accuracy {
        if (demand < 0 || met < 0 || met > demand) {
            throw new IllegalArgumentException(met + " of " + demand);
        }
    }

    /**
     * Of one brand.
     *
     * @param demand cartons that were reported, at least 0
     * @param forecast cartons, at least 0
     */
    public static Accuracy of(long demand, long forecast) {
        if (forecast < 0) {
            throw new IllegalArgumentException("a forecast of " + forecast);
        }
        return new Accuracy(demand, Math.max(0, demand - Math.abs(demand - forecast)));
    }

    /** Of both together. */
    public Accuracy plus(Accuracy other) {
        return new Accuracy(Math.addExact(demand, other.demand), Math.addExact(met, other.met));
    }

    /** In percent with one decimal; nothing where nothing was reported, since there is nothing to be near to. */
    public Optional<BigDecimal> percent() {
        return demand == 0
                ? Optional.empty()
                : Optional.of(BigDecimal.valueOf(met)
                        .multiply(BigDecimal.valueOf(HUNDRED))
                        .divide(BigDecimal.valueOf(demand), 1, RoundingMode.HALF_UP));
    }
}
