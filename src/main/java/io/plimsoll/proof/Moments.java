package io.plimsoll.proof;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/** Moments as the ledger writes them. */
public final class Moments {

    private static final DateTimeFormatter SIX_DECIMALS = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private Moments() {}

    /** In UTC with exactly six decimals; what is finer is cut off. */
    public static String text(Instant moment) {
        return SIX_DECIMALS.format(moment.truncatedTo(ChronoUnit.MICROS));
    }
}
