package io.plimsoll.generation;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A cycle is a week. It belongs to the month that its Thursday lies in, so that a month has four cycles or five.
 *
 * @param index 0 is the first week of the county
 */
record Week(int index) {

    /** The county begins here. */
    static final LocalDate FIRST_MONDAY = LocalDate.of(2026, 11, 2);

    private static final int DAYS = 7;

    LocalDate monday() {
        return FIRST_MONDAY.plusWeeks(index);
    }

    private LocalDate thursday() {
        return monday().with(DayOfWeek.THURSDAY);
    }

    YearMonth period() {
        return YearMonth.from(thursday());
    }

    /** k: the how-manieth cycle of its period it is, from 1. */
    int number() {
        return (thursday().getDayOfMonth() - 1) / DAYS + 1;
    }

    /** K: how many cycles its period has. */
    int of() {
        return number() + (period().lengthOfMonth() - thursday().getDayOfMonth()) / DAYS;
    }

    /** For example 2026-11-w1. */
    String name() {
        return period() + "-w" + number();
    }

    Week next() {
        return new Week(index + 1);
    }

    /** The first week of its period. */
    Week firstOfPeriod() {
        return new Week(index - number() + 1);
    }

    /** All weeks of its period, in order. */
    List<Week> allOfPeriod() {
        int first = firstOfPeriod().index;
        return IntStream.range(first, first + of()).mapToObj(Week::new).toList();
    }
}
