package io.plimsoll.allocation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plimsoll.cycle.Cycle;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The comparisons of two outcomes say exactly what docs/mechanism.md claims, each part by itself. */
class ChangeChecksTest {

    /** One shop that truly wants 2 of the first Sku, then 2, then 1. */
    private static final Cycle TRUTH = PlainExample.oneShop(2, 2, 1);

    @Test
    void aHigherGrantOnTheRaisedLinePays() {
        assertTrue(inflating(grants(1, 1, 1), grants(2, 0, 1)).isPresent());
    }

    @Test
    void cartonsBeyondTheTrueDemandArePaidForAndNotCounted() {
        assertEquals(Optional.empty(), inflating(grants(2, 1, 1), grants(3, 1, 0)));
    }

    @Test
    void aHigherSumOfWantedCartonsPays() {
        assertTrue(inflating(grants(2, 1, 0), grants(3, 1, 1)).isPresent());
    }

    @Test
    void aChangeWithoutACartonTooManyIsNoticed() {
        assertTrue(inflating(grants(2, 1, 1), grants(2, 2, 0)).isPresent());
    }

    @Test
    void theFirstLineThatDiffersDecidesWhoFaresWorse() {
        assertEquals(Optional.empty(), ChangeChecks.nobodyFaresWorse(TRUTH, grants(1, 1, 1), grants(1, 2, 0)));
        assertFalse(ChangeChecks.nobodyFaresWorse(TRUTH, grants(1, 2, 0), grants(1, 1, 1))
                .isEmpty());
    }

    private static Optional<String> inflating(int[] honest, int[] inflated) {
        return ChangeChecks.inflatingDoesNotPay(TRUTH, 0, honest, inflated);
    }

    private static int[] grants(int... cartons) {
        return cartons;
    }
}
