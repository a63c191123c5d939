package io.plimsoll.allocation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.plimsoll.cycle.Cycle;
import io.plimsoll.retailer.SizeClass;
import io.plimsoll.sku.Sku;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** The examples of docs/mechanism.md that can be done in the head. */
class PlainMechanismTest {

    private static final Sku SEVEN = PlainExample.sku("X", OptionalLong.of(7), Optional.empty());

    @Test
    void theWorkedExampleComesToTwoTwoThree() {
        PlainMechanism.Result result = PlainMechanism.run(PlainExample.threeShops(SEVEN, 10, 2, 10));
        assertArrayEquals(new int[] {2, 2, 3}, result.granted());
        assertArrayEquals(new String[] {"SUPPLY", "NONE", "SUPPLY"}, result.binding());
        assertEquals(
                new PlainMechanism.SkuResult(OptionalLong.of(7), 22, 7, "3/2"),
                result.skus().get(0));
    }

    @Test
    void askingForAThousandWouldHaveChangedNothing() {
        assertArrayEquals(
                PlainMechanism.run(PlainExample.threeShops(SEVEN, 10, 2, 10)).granted(),
                PlainMechanism.run(PlainExample.threeShops(SEVEN, 1000, 2, 10)).granted());
    }

    @Test
    void supplyHeldUnderTheForecastIsTightBalanceAndNamedSo() {
        Sku held = PlainExample.sku("X", OptionalLong.of(9), Optional.of(new BigDecimal("8.4")));
        PlainMechanism.Result result = PlainMechanism.run(PlainExample.threeShops(held, 10, 2, 10));
        assertEquals(OptionalLong.of(7), result.skus().get(0).released(), "floor(0.95 x 8.4)");
        assertEquals("TIGHT_BALANCE", result.binding()[0]);
    }

    @Test
    void nothingReleasedIsLevelZero() {
        Sku none = PlainExample.sku("X", OptionalLong.of(0), Optional.empty());
        PlainMechanism.Result result = PlainMechanism.run(PlainExample.threeShops(none, 10, 2, 10));
        assertEquals("0", result.skus().get(0).level());
        assertArrayEquals(new int[3], result.granted());
    }

    // The vectors don't tell the next two from their opposites; docs/mechanism.md does.

    @Test
    void supplyIsNamedBeforeATierThatAnotherLineUsedUp() {
        Cycle cycle = CycleCopies.withReleased(PlainExample.oneShop(10, 10), 0, 2);
        cycle.policy()
                .tierCeilings()
                .add(SizeClass.SMALL, Optional.empty(), "TIER_4", Optional.of(BigDecimal.valueOf(5)));
        PlainMechanism.Result result = PlainMechanism.run(cycle);
        assertArrayEquals(new int[] {2, 3}, result.granted());
        assertArrayEquals(new String[] {"SUPPLY", "TIER_CEILING"}, result.binding());
    }

    @Test
    void atMostIsNamedWhereItEqualsTheHeadroom() {
        Cycle cycle = CycleCopies.withAtMost(PlainExample.oneShop(2 * PlainExample.AMPLE), 0, PlainExample.AMPLE);
        PlainMechanism.Result result = PlainMechanism.run(cycle);
        assertArrayEquals(new int[] {PlainExample.AMPLE}, result.granted());
        assertArrayEquals(new String[] {"AT_MOST"}, result.binding());
    }
}
