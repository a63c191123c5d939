package io.plimsoll.generation;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** How much more, or less, is sold in a week than in an ordinary one. */
final class Season {

    /** First day of the lunar year. */
    private static final List<LocalDate> LUNAR_NEW_YEAR = List.of(
            LocalDate.of(2027, 2, 6),
            LocalDate.of(2028, 1, 26),
            LocalDate.of(2029, 2, 13),
            LocalDate.of(2030, 2, 3),
            LocalDate.of(2031, 1, 23),
            LocalDate.of(2032, 2, 11));

    private static final double ORDINARY = 1;
    private static final double NEW_YEAR = 1.45;
    private static final double AFTER_NEW_YEAR = 0.65;
    private static final double NATIONAL_DAY = 1.2;

    private Season() {}

    static double of(Week week) {
        for (LocalDate newYear : LUNAR_NEW_YEAR) {
            long daysBefore = ChronoUnit.DAYS.between(week.monday(), newYear);
            if (daysBefore >= 5 && daysBefore < 26) {
                return NEW_YEAR;
            }
            if (daysBefore >= -9 && daysBefore < 5) {
                return AFTER_NEW_YEAR;
            }
        }
        long toNationalDay = ChronoUnit.DAYS.between(
                week.monday(), LocalDate.of(week.monday().getYear(), 10, 1));
        return toNationalDay >= 0 && toNationalDay < 14 ? NATIONAL_DAY : ORDINARY;
    }
}
