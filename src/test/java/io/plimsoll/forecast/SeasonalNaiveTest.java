package io.plimsoll.forecast;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.OptionalInt;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** What somebody would forecast who knows the past alone. */
class SeasonalNaiveTest {

    private static OptionalInt base(int month, Integer... whole) {
        return SeasonalNaive.base(month, new TreeSet<>(List.of(whole)));
    }

    @Test
    void itIsTheSameMonthOfLastYear() {
        assertEquals(OptionalInt.of(100), base(112, 99, 100, 101, 111));
    }

    @Test
    void whereThatIsNotKnownItIsTheLastKnownMonth() {
        assertEquals(OptionalInt.of(111), base(112, 101, 110, 111));
        assertEquals(OptionalInt.of(109), base(112, 99, 109));
    }

    @Test
    void aMonthIsNeverForecastByItselfOrByALaterOne() {
        assertEquals(OptionalInt.empty(), base(112, 112, 113));
        assertEquals(OptionalInt.of(110), base(112, 110, 112, 113));
    }

    @Test
    void whatIsOlderThanAYearIsNoForecast() {
        assertEquals(OptionalInt.of(101), base(112, 98, 101));
        assertEquals(OptionalInt.empty(), base(112, 98, 99));
    }

    @Test
    void withoutAnyPastThereIsNone() {
        assertEquals(OptionalInt.empty(), base(112));
    }
}
