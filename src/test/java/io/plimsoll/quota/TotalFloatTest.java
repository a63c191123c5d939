package io.plimsoll.quota;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** A ceiling lies above the agreed total by the float of the class, and what is granted needs a total of its own. */
class TotalFloatTest {

    private static TotalFloat percent(String percent) {
        return new TotalFloat(new BigDecimal(percent));
    }

    @Test
    void theCeilingOfAMonthIsRoundedDown() {
        assertEquals(330, percent("10").ceiling(300));
        assertEquals(129, percent("8").ceiling(120));
        assertEquals(46, percent("15").ceiling(40));
        assertEquals(5, percent("15").ceiling(5));
        assertEquals(0, percent("15").ceiling(0));
    }

    @Test
    void theLeastTotalLeavesRoomForWhatIsGrantedAndOneCartonLessDoesNot() {
        Random random = new Random(7);
        for (int i = 0; i < 1_000; i++) {
            TotalFloat each = percent(Integer.toString(random.nextInt(40)));
            int granted = random.nextInt(500);
            int least = each.leastTotal(granted);
            assertTrue(each.ceiling(least) >= granted, each + " of " + granted);
            assertTrue(least == 0 || each.ceiling(least - 1) < granted, each + " of " + granted);
        }
    }
}
