package io.plimsoll.service.figures;

import io.plimsoll.service.web.Page;
import io.quarkus.arc.Arc;
import io.quarkus.qute.TemplateExtension;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** Shares as a page says them; templates know it as {@code shares}. */
@TemplateExtension(namespace = "shares")
final class Shares {

    private static final int DECIMALS = 4;
    private static final int PERCENT = 2;

    private Shares() {}

    /** A share of 1 in percent, to a tenth; blank for none. */
    static String percent(BigDecimal share) {
        return Arc.container().instance(Page.class).get().percent(inPercent(share));
    }

    /** How many times something is of something else, always with two decimals, so that they stand below each other; blank for none. */
    static String times(BigDecimal ratio) {
        return ratio == null ? "" : Arc.container().instance(Page.class).get().number(ratio, 2);
    }

    /** A share of 1 as a number of percent, to a tenth; null for none. */
    static BigDecimal inPercent(BigDecimal share) {
        return share == null ? null : share.movePointRight(PERCENT).setScale(1, RoundingMode.HALF_EVEN);
    }

    /** What part of a whole something is; null of nothing. */
    static BigDecimal of(long part, long whole) {
        return whole == 0
                ? null
                : BigDecimal.valueOf(part).divide(BigDecimal.valueOf(whole), DECIMALS, RoundingMode.HALF_EVEN);
    }
}
