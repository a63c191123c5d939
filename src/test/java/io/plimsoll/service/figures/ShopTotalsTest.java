package io.plimsoll.service.figures;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plimsoll.policy.Alerts;
import io.plimsoll.quota.FitBand;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What follows from the months of one shop, and how many points it has. */
class ShopTotalsTest {

    private static final Thresholds USUAL = Thresholds.of(new Alerts(Map.of()));

    private final ShopTotals sums = new ShopTotals();

    private ShopIndicator with(Integer total) {
        return sums.indicator("2026-11", total, FitBand.USUAL, 40, 0);
    }

    private void threeMonthsOf(long cartons) {
        for (String month : List.of("2026-08", "2026-09", "2026-10")) {
            sums.countMonth(month, cartons);
        }
    }

    @Test
    void aTotalOverTheMonthlyDemandIsTheFit() {
        threeMonthsOf(50);
        assertEquals(50, with(40).monthlyDemand());
        assertEquals(new BigDecimal("0.800"), with(40).fit());
        assertFalse(with(40).misfit());
        assertTrue(with(39).misfit());
        assertFalse(with(62).misfit());
        assertTrue(with(63).misfit());
    }

    @Test
    void aMonthThatCameInAsASumLosesNoCarton() {
        sums.countMonth("2026-10", 7);
        assertEquals(7, with(7).monthlyDemand());
    }

    @Test
    void withoutAWholeMonthATotalOrDemandThereIsNoFit() {
        assertNull(with(40).fit());
        assertNull(with(40).monthlyDemand());
        threeMonthsOf(0);
        assertEquals(0, with(40).monthlyDemand());
        assertNull(with(40).fit());
        assertFalse(with(40).misfit());
        sums.countMonth("2026-11", 900);
        assertNull(with(null).fit());
    }

    @Test
    void inflatingOneOrderDoesNotMoveTheFit() {
        threeMonthsOf(48);
        sums.count("2026-10", 10_000);
        assertEquals(48, with(48).monthlyDemand());
    }

    @Test
    void sharesAreOfWhatThereWas() {
        sums.add(10, 9);
        sums.add(10, 6);
        sums.order(true);
        sums.order(false);
        sums.order(false);
        ShopIndicator shop = with(null);
        assertEquals(new BigDecimal("0.7500"), shop.fill());
        assertEquals(3, shop.orders());
        assertEquals(1, shop.atHeadroom());
        assertEquals(new BigDecimal("0.3333"), shop.atShare());
        assertNull(new ShopTotals()
                .indicator("2026-11", null, FitBand.USUAL, null, 0)
                .fill());
    }

    @Test
    void whatWasSuppliedIsAMeanOfMonths() {
        sums.supplied("2026-09", 10);
        sums.supplied("2026-09", 20);
        sums.supplied("2026-10", 40);
        assertEquals(35, with(null).monthlyGranted());
    }

    @Test
    void aShopWithNothingToLookAtHasNoPoints() {
        threeMonthsOf(50);
        sums.add(50, 50);
        ShopIndicator shop = with(50);
        assertEquals(0, Concern.of(shop, USUAL));
        assertEquals(List.of(), Watch.of(shop, USUAL));
    }

    @Test
    void theFurtherATotalIsOffTheMorePoints() {
        threeMonthsOf(100);
        int little = Concern.of(with(79), USUAL);
        int more = Concern.of(with(50), USUAL);
        int most = Concern.of(with(5), USUAL);
        assertTrue(20 <= little && little < more && more < most, little + " " + more + " " + most);
        assertEquals(50, most);
        assertEquals(List.of(Watch.TOTAL_TOO_SMALL), Watch.of(with(50), USUAL));
        assertEquals(List.of(Watch.TOTAL_TOO_LARGE), Watch.of(with(300), USUAL));
    }

    @Test
    void everyConcernAddsPointsAndIsNamed() {
        sums.starved();
        sums.began(new BigDecimal("1.501"));
        sums.order(true);
        sums.add(10, 0);
        ShopIndicator shop = sums.indicator("2026-11", null, FitBand.USUAL, 19, 9);
        assertEquals(20 + 10 + 10 + 10 + 5 + 5, Concern.of(shop, USUAL));
        assertEquals(
                List.of(Watch.STARVED, Watch.SURGE, Watch.AT_CEILING, Watch.UNMET, Watch.FEW_SKUS, Watch.INCOMPLETE),
                Watch.of(shop, USUAL));
    }

    @Test
    void exactlyAtAThresholdIsNoConcern() {
        sums.began(new BigDecimal("1.5"));
        sums.add(10, 9);
        ShopIndicator shop = sums.indicator("2026-11", null, FitBand.USUAL, 20, 0);
        assertEquals(List.of(), Watch.of(shop, USUAL));
    }

    @Test
    void thresholdsAreThePolicysAndABandThatIsNoneIsTheUsual() {
        Thresholds own = Thresholds.of(new Alerts(Map.of(
                new Alerts.Key("R9", "surge"), BigDecimal.TEN,
                new Alerts.Key("R12", "fit_low"), BigDecimal.TEN,
                new Alerts.Key("R10", "skus"), BigDecimal.ONE)));
        assertEquals(BigDecimal.TEN, own.surge());
        assertEquals(1, own.skus());
        assertEquals(FitBand.USUAL, own.band());
    }
}
