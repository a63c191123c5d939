package io.plimsoll.simulation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plimsoll.retailer.SizeClass;
import io.plimsoll.simulation.sharing.Mechanism;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A small year: what it begins with, what it measures, and that nobody but the mechanism makes the difference. */
class YearTest {

    private static final Size SMALL = new Size(3, 12, 40, 4);

    private static Year year(Variant variant) {
        return Year.simulate(SMALL, variant.assumptions());
    }

    @Test
    void theSameSeedGivesTheSameYearAndAnotherSeedAnother() {
        assertEquals(year(Variant.AS_DRAWN), year(Variant.AS_DRAWN));
        assertNotEquals(
                year(Variant.AS_DRAWN).weeks(),
                Year.simulate(SMALL.withSeed(4), Variant.AS_DRAWN.assumptions()).weeks());
    }

    @ParameterizedTest
    @EnumSource
    void everyFigureIsWhatItCanBe(Variant variant) {
        year(variant).weeks().forEach((mechanism, weeks) -> {
            assertEquals(SMALL.weeks(), weeks.size());
            for (WeekFigures week : weeks) {
                assertEquals(SizeClass.values().length, week.byClass().size());
                week.byClass().values().forEach(YearTest::assertPossible);
                assertPossible(week.all());
            }
        });
    }

    private static void assertPossible(Figures figures) {
        assertTrue(figures.inflation() > 0.1 && figures.inflation() <= 8.5, figures.toString());
        for (double share : new double[] {
            figures.fill(), figures.fillOfAll(), figures.unwanted(), figures.inequality(), figures.inequalitySoFar()
        }) {
            assertTrue(share >= -1e-12 && share <= 1, figures.toString());
        }
    }

    @Test
    void whatIsWantedAndReportedInTheFirstWeekIsTheSameUnderEveryMechanism() {
        List<Double> first = year(Variant.AS_DRAWN).weeks().values().stream()
                .map(weeks -> weeks.get(0).all().inflation())
                .distinct()
                .toList();
        assertEquals(1, first.size(), first.toString());
        assertEquals(1, first.get(0), 0.1);
    }

    @Test
    void theWeeksDoNotDependOnWhatShopsDoOrWhatCartonsCost() {
        Market one = new Market(SMALL, Variant.AS_DRAWN.assumptions());
        Market other = new Market(SMALL, Variant.DEAR_RETURNS.assumptions());
        for (int week = 0; week < 3; week++) {
            Week a = one.nextWeek();
            Week b = other.nextWeek();
            assertArrayEquals(a.wanted(), b.wanted());
            assertArrayEquals(a.offer().arrival(), b.offer().arrival());
            assertArrayEquals(a.offer().supply(), b.offer().supply());
        }
    }

    @Test
    void arrivalIsDrawnAnewUnlessTheSameAreAlwaysFirst() {
        Market drawn = new Market(SMALL, Variant.AS_DRAWN.assumptions());
        int[] first = drawn.nextWeek().offer().arrival();
        assertFalse(Arrays.equals(first, drawn.nextWeek().offer().arrival()));
        Market same = new Market(SMALL, Variant.SAME_FIRST.assumptions());
        assertArrayEquals(
                same.nextWeek().offer().arrival(), same.nextWeek().offer().arrival());
    }

    @Test
    void scarceSkusAreShortAndTheOthersAreNot() {
        Size large = new Size(1, 1, 500, 5);
        Week week = new Market(large, Variant.AS_DRAWN.assumptions()).nextWeek();
        for (int sku = 0; sku < large.skus(); sku++) {
            double share = (double) week.offer().supply()[sku] / week.offer().reportedOf(sku, week.wanted());
            double expected = sku < large.scarceSkus() ? 0.4 + 0.4 * (sku + 0.5) / 3 : 1.1;
            assertEquals(expected, share, 0.06, "Sku " + sku);
        }
    }

    @Test
    void ofTenShopsOneIsLargeAndSixAreSmall() {
        byte[] peers = new Market(SMALL, Variant.AS_DRAWN.assumptions())
                .nextWeek()
                .offer()
                .peers();
        int[] count = new int[3];
        for (byte peer : peers) {
            count[peer]++;
        }
        assertArrayEquals(new int[] {4, 12, 24}, count);
    }

    @Test
    void doublingAloneBringsNothingWantedUnderOursAndMuchInProportion() {
        Map<Mechanism, DoublingAlone> brings = DoublingAlone.inTheFirstWeek(SMALL, Variant.AS_DRAWN.assumptions());
        assertEquals(0, brings.get(Mechanism.PLIMSOLL).wanted());
        assertEquals(0, brings.get(Mechanism.FIRST_COME).wanted());
        assertTrue(brings.get(Mechanism.PROPORTIONAL).wanted() > 0.2);
        assertTrue(brings.get(Mechanism.LARGEST_FIRST).wanted() > 0.05);
    }

    @Test
    void aCeilingHoldsWhatIsReported() {
        Year year = Year.simulate(new Size(3, 40, 40, 4), Variant.CEILINGS.assumptions());
        year.weeks()
                .forEach((mechanism, weeks) ->
                        weeks.forEach(week -> assertTrue(week.all().inflation() < 2.8, mechanism + " " + week.all())));
    }

    @Test
    void anOutcomeIsTheMeanOfTheLastWeeks() {
        List<WeekFigures> weeks = List.of(week(9), week(1), week(2));
        assertEquals(1.5, Outcome.of(weeks, 2).inflation(), 1e-12);
        assertEquals(2, Outcome.of(weeks, 2).inequalityOfYear());
    }

    private static WeekFigures week(double value) {
        return new WeekFigures(new Figures(value, value, value, value, value, value), Map.of());
    }

    @Test
    void aSpreadIsLeastMedianAndGreatest() {
        assertEquals(new Spread(1, 2, 9), Spread.of(new double[] {9, 1, 2}));
        assertEquals(new Spread(1, 2.5, 9), Spread.of(new double[] {9, 1, 2, 3}));
    }

    @Test
    void aSizeIsWithinItsBounds() {
        assertThrows(IllegalArgumentException.class, () -> new Size(1, 0, 10, 4));
        assertThrows(IllegalArgumentException.class, () -> new Size(1, 52, Size.MOST_RETAILERS + 1, 4));
        assertThrows(IllegalArgumentException.class, () -> new Size(1, 52, 10, -1));
        assertEquals(1, new Size(1, 3, 1, 1).lastWeeks());
        assertEquals(13, new Size(1, 52, 1, 5).lastWeeks());
        assertEquals(3, new Size(1, 52, 1, 5).scarceSkus());
    }

    @Test
    void theSmallestYearCanBeLived() {
        Study study = Study.run(new Size(1, 1, 1, 1), 1, variant -> {});
        assertEquals(Variant.values().length, study.years());
    }
}
