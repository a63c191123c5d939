package io.plimsoll.simulation.report;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Figures in words, the same in every locale. A half is rounded to the even digit. */
final class Decimals {

    private Decimals() {}

    /** With so many digits after the point. */
    static String of(double value, int digits) {
        BigDecimal rounded = new BigDecimal(value).setScale(digits, RoundingMode.HALF_EVEN);
        return rounded.toPlainString();
    }

    /** As percent with one digit after the point. */
    static String percent(double share) {
        return of(100 * share, 1) + " %";
    }

    /** As percent more or less, with its sign. */
    static String change(double share) {
        String percent = percent(share);
        return percent.startsWith("-") ? percent : "+" + percent;
    }
}
