package io.plimsoll.forecast;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How near forecasts came to what was reported (R27). */
class AccuracyTest {

    @ParameterizedTest
    @CsvSource({
        "100, 100, 100.0",
        "100,  80,  80.0",
        "100, 120,  80.0",
        "100,   0,   0.0",
        "100, 200,   0.0",
        "100, 999,   0.0",
        "  3,   2,  66.7",
        "  7,   8,  85.7",
        "  1,   1, 100.0"
    })
    void ofOneBrandItIsOneLessTheShareThatWasMissedAndNeverBelowNothing(
            long demand, long forecast, BigDecimal percent) {
        assertEquals(Optional.of(percent), Accuracy.of(demand, forecast).percent());
    }

    @Test
    void aPortfolioIsWeightedByVolume() {
        Accuracy large = Accuracy.of(900, 900);
        Accuracy small = Accuracy.of(100, 50);
        assertEquals(Optional.of(new BigDecimal("95.0")), large.plus(small).percent());
    }

    @Test
    void aBrandThatWasMissedByMoreThanItSoldTakesNothingFromTheOthers() {
        Accuracy far = Accuracy.of(100, 10_000);
        assertEquals(
                Optional.of(new BigDecimal("50.0")),
                far.plus(Accuracy.of(100, 100)).percent());
    }

    @Test
    void whatNobodyAskedForHasNoAccuracyAndNoWeight() {
        assertEquals(Optional.empty(), Accuracy.of(0, 40).percent());
        assertEquals(Optional.empty(), Accuracy.NONE.percent());
        assertEquals(Accuracy.of(10, 9), Accuracy.of(10, 9).plus(Accuracy.of(0, 40)));
    }

    @Test
    void quantitiesBelowNothingAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> Accuracy.of(-1, 0));
        assertThrows(IllegalArgumentException.class, () -> Accuracy.of(0, -1));
        assertThrows(IllegalArgumentException.class, () -> new Accuracy(1, 2));
    }

    /** The formula of R27 as it is written, in decimals, against the sums of whole cartons. */
    @Test
    void theSumsOfCartonsAreTheMeanOfTheFormula() {
        SplittableRandom chance = new SplittableRandom(27);
        for (int portfolio = 0; portfolio < 1_000; portfolio++) {
            Accuracy sum = Accuracy.NONE;
            double weighted = 0;
            double weights = 0;
            for (int brand = 0; brand < 20; brand++) {
                long demand = 1 + Long.remainderUnsigned(chance.nextLong(), 5_000);
                long forecast = Long.remainderUnsigned(chance.nextLong(), 7_000);
                sum = sum.plus(Accuracy.of(demand, forecast));
                weighted += demand * Math.max(0, 1 - (double) Math.abs(demand - forecast) / demand);
                weights += demand;
            }
            double percent = sum.percent().orElseThrow().doubleValue();
            assertEquals(100 * weighted / weights, percent, 0.0501);
            assertTrue(percent >= 0 && percent <= 100);
        }
    }
}
