package io.plimsoll.cli;

import io.plimsoll.run.Summary.Filled;
import java.util.Locale;

/** Figures as all tables on a terminal show them. */
final class Figures {

    private static final String NONE = "-";

    private Figures() {}

    /** 1,234. */
    static String count(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    /** +1,234, -1,234 or 0. */
    static String difference(long number) {
        return number > 0 ? "+" + count(number) : count(number);
    }

    /** Granted of demand, rounded down, such as 83.5 %; a dash where nothing was asked for. */
    static String fill(Filled filled) {
        return filled.demand() == 0 ? NONE : percent(filled.fillPerMille());
    }

    /** A part of a whole, rounded down, such as 83.5 %; a dash where there is no whole. */
    static String share(long part, long whole) {
        return whole == 0 ? NONE : percent(part * 1000 / whole);
    }

    private static String percent(long perMille) {
        return perMille / 10 + "." + perMille % 10 + " %";
    }
}
