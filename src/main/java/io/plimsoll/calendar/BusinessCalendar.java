package io.plimsoll.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * On which days orders are entered and windows close (R16, R17). Where the policy is silent about a day, Monday to Friday
 * are business days.
 *
 * @param days what the policy says of single days
 */
public record BusinessCalendar(Map<LocalDate, Day> days) {

    /** Monday to Friday, without a holiday. */
    public static final BusinessCalendar MONDAY_TO_FRIDAY = new BusinessCalendar(Map.of());

    /**
     * What the policy says of a day.
     *
     * @param business whether it is a business day, whatever the weekday
     * @param holiday the holiday that it belongs to; all days of one name are its window, business days among them
     */
    public record Day(boolean business, Optional<String> holiday) {}

    public BusinessCalendar {
        days = Collections.unmodifiableMap(new TreeMap<>(days));
    }

    public boolean isBusinessDay(LocalDate day) {
        Day said = days.get(day);
        return said == null ? day.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) <= 0 : said.business();
    }

    /** The first business day after this day. */
    public LocalDate nextBusinessDay(LocalDate day) {
        LocalDate next = day.plusDays(1);
        while (!isBusinessDay(next)) {
            next = next.plusDays(1);
        }
        return next;
    }

    /** The holiday in whose window a day lies; detectors leave such days out. */
    public Optional<String> holiday(LocalDate day) {
        return Optional.ofNullable(days.get(day)).flatMap(Day::holiday);
    }
}
