package io.plimsoll.generation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.DayOfWeek;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class WeekTest {

    @Test
    void aMonthHasFourCyclesOrFiveAndTheyAreCountedThrough() {
        List<String> names =
                IntStream.range(0, 10).mapToObj(Week::new).map(Week::name).toList();
        assertEquals(
                List.of(
                        "2026-11-w1",
                        "2026-11-w2",
                        "2026-11-w3",
                        "2026-11-w4",
                        "2026-12-w1",
                        "2026-12-w2",
                        "2026-12-w3",
                        "2026-12-w4",
                        "2026-12-w5",
                        "2027-01-w1"),
                names);
    }

    @Test
    void everyWeekIsOneOfAllThatItsPeriodHas() {
        for (int index = 0; index < County.MOST_CYCLES; index++) {
            Week week = new Week(index);
            assertEquals(DayOfWeek.MONDAY, week.monday().getDayOfWeek());
            assertTrue(week.of() == 4 || week.of() == 5);
            assertEquals(week, week.allOfPeriod().get(week.number() - 1));
            assertEquals(week.of(), week.allOfPeriod().size());
            assertEquals(
                    1, week.allOfPeriod().stream().map(Week::period).distinct().count());
            boolean isLast = week.number() == week.of();
            assertEquals(isLast ? 1 : week.number() + 1, week.next().number());
        }
    }

    @Test
    void peopleBuyMoreBeforeTheHolidaysAndLessAfterTheNewYear() {
        double[] season = IntStream.range(0, 53)
                .mapToObj(Week::new)
                .mapToDouble(Season::of)
                .toArray();
        // The lunar new year is on 6 February 2027, the Saturday of week 13; National Day on the Friday of week 47.
        assertEquals(1, season[9]);
        assertTrue(season[10] > 1.2 && season[12] > 1.2);
        assertTrue(season[13] < 0.9 && season[14] < 0.9);
        assertEquals(1, season[15]);
        assertTrue(season[45] > 1 && season[46] > 1);
        assertEquals(1, season[47]);
    }
}
