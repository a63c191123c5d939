package io.plimsoll.generation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.plimsoll.cycle.Cycle;
import io.plimsoll.order.Orders;
import io.plimsoll.run.CycleResult;
import java.util.List;
import org.junit.jupiter.api.Test;

class GrantedInPeriodTest {

    @Test
    void isTheSumOfWhatTheCyclesBeforeInThePeriodGranted() {
        long[] expected = new long[300];
        List<CycleResult> results = Counties.allocated(CountyPlan.of(300, 40, 8), 10);
        for (CycleResult result : results) {
            Cycle cycle = result.cycle();
            if (cycle.head().number() == 1) {
                expected = new long[300];
            }
            Orders orders = cycle.orders();
            for (int shop = 0; shop < 300; shop++) {
                assertEquals(
                        expected[shop],
                        cycle.retailers().get(shop).grantedInPeriod(),
                        cycle.head().cycle());
                for (int line = orders.firstLine()[shop]; line < orders.firstLine()[shop + 1]; line++) {
                    expected[shop] += result.sharing().granted()[line];
                }
            }
        }
        assertEquals(
                List.of(1, 2, 3, 4, 1, 2, 3, 4, 5, 1),
                results.stream().map(result -> result.cycle().head().number()).toList());
    }
}
