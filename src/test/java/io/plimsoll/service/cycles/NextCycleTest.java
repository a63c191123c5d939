package io.plimsoll.service.cycles;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The form in which a cycle is planned suggests what follows the last one. */
class NextCycleTest {

    private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");
    private static final Instant OPENS = Instant.parse("2026-10-19T06:00:00Z");
    private static final Instant CLOSES = Instant.parse("2026-10-20T16:00:00Z");

    private static CyclePlan after(String name, String period, int number, Instant opens, Instant closes) {
        return NextCycle.after(
                new CycleView(name, "s", period, number, 4, CycleState.CLOSED, null, null, opens, closes, null, 0),
                ZONE);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-W43, 3, 2026-W44, 2026-10, 4",
        "2026-10-w3, 3, 2026-10-w4, 2026-10, 4",
        "2026-10-w4, 4, 2026-11-w1, 2026-11, 1",
        "autumn 09, 4, autumn 10, 2026-11, 1",
        "harvest, 1, '', 2026-10, 2"
    })
    void itsNameAndNumberFollowThePatternOfTheLast(String last, int number, String name, String period, int next) {
        CyclePlan plan = after(last, "2026-10", number, OPENS, CLOSES);
        assertEquals(name, plan.cycle());
        assertEquals(period, plan.period());
        assertEquals(next, plan.number());
        assertEquals(4, plan.of());
    }

    @Test
    void itOpensAndClosesAWeekLaterAtTheSameHoursOfTheClocks() {
        CyclePlan plan = after("2026-W43", "2026-10", 3, OPENS, CLOSES);
        assertEquals(Instant.parse("2026-10-26T07:00:00Z"), plan.opensAt(), "clocks were put back in between");
        assertEquals(Instant.parse("2026-10-27T17:00:00Z"), plan.closesAt());
        assertNull(plan.secondClosesAt(), "that follows from the calendar");
    }

    @Test
    void ofALastOneWithoutTimesOrWithAnOddMonthNothingIsGuessed() {
        CyclePlan plan = after("2026-W43", "spring", 4, null, null);
        assertNull(plan.opensAt());
        assertEquals("", plan.period());
        assertEquals("2026-W44", plan.cycle());
    }
}
