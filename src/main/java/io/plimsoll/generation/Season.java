package io.plimsoll.generation;

import java.time.LocalDate;
import java.time.Month;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * How a week sells against an ordinary one: people stock up for three weeks before the lunar new year, when gifts are
 * bought, and have enough for two weeks after it; and they buy a little more before National Day.
 */
final class Season {

    /** First days of the lunar years that generated cycles, and the year before them, can reach. */
    private static final List<LocalDate> LUNAR_NEW_YEARS = List.of(
            LocalDate.of(2026, 2, 17),
            LocalDate.of(2027, 2, 6),
            LocalDate.of(2028, 1, 26),
            LocalDate.of(2029, 2, 13),
            LocalDate.of(2030, 2, 3),
            LocalDate.of(2031, 1, 23));

    private static final double ORDINARY = 1;
    private static final double BEFORE_NEW_YEAR = 1.45;
    private static final double AFTER_NEW_YEAR = 0.7;
    private static final double BEFORE_NATIONAL_DAY = 1.2;

    private Season() {}

    /** A factor on sales. */
    static double of(Week week) {
        for (LocalDate newYear : LUNAR_NEW_YEARS) {
            long weeks = weeksUntil(newYear, week);
            if (weeks >= 1 && weeks <= 3) {
                return BEFORE_NEW_YEAR;
            }
            if (weeks == 0 || weeks == -1) {
                return AFTER_NEW_YEAR;
            }
        }
        LocalDate nationalDay = LocalDate.of(week.monday().getYear(), Month.OCTOBER, 1);
        long weeks = weeksUntil(nationalDay, week);
        return weeks == 1 || weeks == 2 ? BEFORE_NATIONAL_DAY : ORDINARY;
    }

    /** How many weeks after this one the week of a day is. */
    private static long weeksUntil(LocalDate day, Week week) {
        return Math.floorDiv(ChronoUnit.DAYS.between(week.monday(), day), 7L);
    }
}
