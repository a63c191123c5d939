package io.plimsoll.quota;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.plimsoll.quota.MonthlyDemand.Counted;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Inflating a month, or an order, pays nothing. */
class MonthlyDemandTest {

    private static List<Counted> months(long... perCycle) {
        List<Counted> orders = new ArrayList<>();
        for (int i = 0; i < perCycle.length; i++) {
            orders.add(new Counted("2026-0" + (1 + i / 4), perCycle[i]));
        }
        return orders;
    }

    @Test
    void theMiddleMonthCounts() {
        assertEquals(44, MonthlyDemand.of(months(10, 10, 10, 10, 11, 11, 11, 11, 12, 12, 12, 12)));
    }

    @Test
    void oneInflatedOrderCountsForTwiceTheMiddleOneAtMost() {
        assertEquals(40, MonthlyDemand.of(months(10, 10, 10, 1000, 10, 10, 10, 10, 10, 10, 10, 10)));
        assertEquals(50, MonthlyDemand.of(months(10, 10, 10, 1000, 10, 10, 10, 1000, 10, 10, 10, 10)));
    }

    @Test
    void aMonthWithoutAnOrderIsOneOfNoDemand() {
        assertEquals(40, MonthlyDemand.of(months(0, 0, 0, 0, 10, 10, 10, 10, 10, 10, 10, 10)));
        assertEquals(0, MonthlyDemand.of(months(0, 0, 0, 0, 0, 0, 0, 0, 10, 10, 10, 10)));
        assertEquals(0, MonthlyDemand.of(months(0, 0, 0, 0)));
    }

    @Test
    void aShopThatOrdersEverySecondCycleIsMeasuredByItsOrders() {
        assertEquals(40, MonthlyDemand.of(months(20, 0, 20, 0, 20, 0, 20, 0, 20, 0, 20, 0)));
    }

    @Test
    void theDemandOfNoMonthIsAMistake() {
        assertThrows(IllegalArgumentException.class, () -> MonthlyDemand.of(List.of()));
    }
}
