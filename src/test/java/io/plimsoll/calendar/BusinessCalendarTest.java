package io.plimsoll.calendar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plimsoll.calendar.BusinessCalendar.Day;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Which day the next business day is, and which days detectors leave out. */
class BusinessCalendarTest {

    private static final LocalDate FRIDAY = LocalDate.of(2026, 11, 27);

    @Test
    void whereThePolicyIsSilentMondayToFridayAreBusinessDays() {
        BusinessCalendar silent = BusinessCalendar.MONDAY_TO_FRIDAY;
        assertTrue(silent.isBusinessDay(FRIDAY));
        assertFalse(silent.isBusinessDay(FRIDAY.plusDays(1)));
        assertFalse(silent.isBusinessDay(FRIDAY.plusDays(2)));
        assertEquals(FRIDAY, silent.nextBusinessDay(FRIDAY.minusDays(1)));
        assertEquals(FRIDAY.plusDays(3), silent.nextBusinessDay(FRIDAY));
        assertEquals(FRIDAY.plusDays(3), silent.nextBusinessDay(FRIDAY.plusDays(1)));
        assertEquals(Optional.empty(), silent.holiday(FRIDAY));
    }

    @Test
    void aDayOffIsPassedOverAndAnExtraBusinessDayIsNot() {
        Day off = new Day(false, Optional.of("Harvest"));
        BusinessCalendar calendar = new BusinessCalendar(
                Map.of(FRIDAY.plusDays(1), new Day(true, Optional.of("Harvest")), FRIDAY.plusDays(3), off));
        assertEquals(FRIDAY.plusDays(1), calendar.nextBusinessDay(FRIDAY));
        assertEquals(FRIDAY.plusDays(4), calendar.nextBusinessDay(FRIDAY.plusDays(1)));
    }

    @Test
    void aBusinessDayMayLieInTheWindowOfAHoliday() {
        BusinessCalendar calendar = new BusinessCalendar(Map.of(FRIDAY, new Day(true, Optional.of("Harvest"))));
        assertTrue(calendar.isBusinessDay(FRIDAY));
        assertEquals(Optional.of("Harvest"), calendar.holiday(FRIDAY));
        assertEquals(Optional.empty(), calendar.holiday(FRIDAY.plusDays(1)));
    }

    @Test
    void theFirstWeeksOfASkuBeginOnItsFirstDayAndEnd() {
        Launches launches = new Launches(Map.of("S1", FRIDAY));
        assertFalse(launches.isInFirstWeeks("S1", FRIDAY.minusDays(1), 2));
        assertTrue(launches.isInFirstWeeks("S1", FRIDAY, 2));
        assertTrue(launches.isInFirstWeeks("S1", FRIDAY.plusDays(13), 2));
        assertFalse(launches.isInFirstWeeks("S1", FRIDAY.plusDays(14), 2));
        assertFalse(launches.isInFirstWeeks("S1", FRIDAY, 0));
        assertFalse(launches.isInFirstWeeks("S2", FRIDAY, 2));
    }
}
