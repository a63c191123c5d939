package io.plimsoll.generation;

import io.plimsoll.sku.BrandTier;
import io.plimsoll.sku.SupplyStatus;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * A Sku, as drawn once for all cycles.
 *
 * @param brand number of its brand, from 0
 * @param ofBrand its number within the brand, from 0
 * @param appeal how much it is asked for against the others: the logarithm of a share
 * @param isShort whether there is less of it than is claimed
 * @param isUnlimited whether its supply is blank
 */
record Item(
        String key,
        int brand,
        int ofBrand,
        BrandTier tier,
        SupplyStatus status,
        double appeal,
        boolean isShort,
        boolean isUnlimited,
        LocalDate firstSold) {

    /** A new Sku becomes known over so many weeks. */
    private static final int WEEKS_TO_BE_KNOWN = 12;

    private static final double APPEAL_LACKING_AT_FIRST = 1.5;

    /** Its appeal in a week, which grows while it is new. */
    double appeal(Week week) {
        long weeksSold = ChronoUnit.WEEKS.between(firstSold, week.monday());
        double unknown = Math.max(0, 1 - weeksSold / (double) WEEKS_TO_BE_KNOWN);
        return appeal - APPEAL_LACKING_AT_FIRST * unknown;
    }

    /** Whether it is too young to be forecast. */
    boolean isNew(Week week) {
        return ChronoUnit.WEEKS.between(firstSold, week.monday()) < WEEKS_TO_BE_KNOWN;
    }
}
