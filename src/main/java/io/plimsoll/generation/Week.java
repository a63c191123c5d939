package io.plimsoll.generation;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A cycle is a week; it belongs to the month that its Thursday lies in, so that a month has four cycles or five.
 *
 * @param index 0 is the first week of the county
 * @param monday its first day
 */
record Week(int index, LocalDate monday) {

    private static final LocalDate FIRST_MONDAY = LocalDate.of(2026, 11, 2);

    private static final int DAYS = 7;
    private static final int DAYS_TO_THURSDAY = DayOfWeek.THURSDAY.getValue() - DayOfWeek.MONDAY.getValue();

    static Week at(int index) {
        return new Week(index, FIRST_MONDAY.plusWeeks(index));
    }

    private LocalDate thursday() {
        return monday.plusDays(DAYS_TO_THURSDAY);
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

    String name() {
        return period() + "-w" + number();
    }

    /** All weeks of its period, in order. */
    List<Week> ofPeriod() {
        int first = index - number() + 1;
        return IntStream.range(first, first + of()).mapToObj(Week::at).toList();
    }
}
