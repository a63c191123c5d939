package io.plimsoll.simulation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Chance that comes out the same everywhere. */
class ChanceTest {

    @Test
    void isWhatItAlwaysWas() {
        // Written down once; another JDK or machine must draw the same.
        Chance chance = new Chance(1, Chance.Stream.DEMAND);
        assertEquals("0x1.5bc9bf06e8aaap-2", Double.toHexString(chance.uniform()));
        assertEquals("0x1.2c5d1a87e02a3p0", Double.toHexString(chance.lognormal(0.3)));
        assertArrayEquals(new int[] {3, 1, 5, 0, 2, 4}, chance.order(6));
    }

    @Test
    void eachStreamIsItsOwn() {
        double[] first = IntStream.range(0, Chance.Stream.values().length)
                .mapToDouble(stream -> new Chance(1, Chance.Stream.values()[stream]).uniform())
                .toArray();
        assertEquals(first.length, Arrays.stream(first).distinct().count());
        assertNotEquals(first[0], new Chance(2, Chance.Stream.values()[0]).uniform());
    }

    @Test
    void lognormalHasMeanOne() {
        Chance chance = new Chance(5, Chance.Stream.SHOPS);
        double mean = IntStream.range(0, 100_000)
                .mapToDouble(i -> chance.lognormal(0.5))
                .average()
                .orElseThrow();
        assertEquals(1, mean, 0.01);
    }

    @Test
    void anOrderHoldsEverybodyOnceAndAnybodyMayBeFirst() {
        Chance chance = new Chance(5, Chance.Stream.ARRIVAL);
        int[] first = new int[4];
        for (int i = 0; i < 4000; i++) {
            int[] order = chance.order(4);
            first[order[0]]++;
            Arrays.sort(order);
            assertArrayEquals(new int[] {0, 1, 2, 3}, order);
        }
        assertTrue(Arrays.stream(first).allMatch(count -> count > 850 && count < 1150), Arrays.toString(first));
    }
}
