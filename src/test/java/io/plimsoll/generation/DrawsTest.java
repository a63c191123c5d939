package io.plimsoll.generation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plimsoll.generation.Draws.End;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DrawsTest {

    private static final int MANY = 100_000;

    /** The first numbers that the reference implementation of SplitMix64 gives for the seed 1234567. */
    @Test
    void areThoseOfSplitMix64() {
        long[] drawn = IntStream.range(0, 3)
                .mapToLong(place -> Draws.bitsAt(1234567, place))
                .toArray();
        assertEquals("6457827717110365317", Long.toUnsignedString(drawn[0]));
        assertEquals("3203168211198807973", Long.toUnsignedString(drawn[1]));
        assertEquals("9817491932198370423", Long.toUnsignedString(drawn[2]));
    }

    @Test
    void walkingAStreamGivesWhatStandsAtItsPlaces() {
        long start = Draws.start(7, End.TASTE, 3, 2);
        Draws walked = Draws.of(7, End.TASTE, 3, 2);
        for (int place = 0; place < 5; place++) {
            assertEquals(Draws.bitsAt(start, place), walked.bits());
        }
    }

    @Test
    void everySeedEndSubjectAndTimeHasAStreamOfItsOwn() {
        Set<Long> firsts = new HashSet<>();
        for (long seed : new long[] {-1, 0, 1, Long.MIN_VALUE, Long.MAX_VALUE}) {
            for (End end : End.values()) {
                for (int subject = 0; subject < 20; subject++) {
                    for (int when = 0; when < 5; when++) {
                        assertTrue(firsts.add(Draws.of(seed, end, subject, when).bits()));
                    }
                }
            }
        }
    }

    @Test
    void haveTheDistributionsTheyAreNamedFor() {
        Draws draws = Draws.of(1, End.SHOP, 0);
        double[] normal = DoubleStream.generate(draws::normal).limit(MANY).toArray();
        assertEquals(0, mean(normal), 0.02);
        assertEquals(1, deviation(normal), 0.02);
        double[] nearlyNormal = DoubleStream.generate(() -> Draws.nearlyNormal(draws.bits()))
                .limit(MANY)
                .toArray();
        assertEquals(0, mean(nearlyNormal), 0.02);
        assertEquals(1, deviation(nearlyNormal), 0.02);
        assertEquals(0.5, mean(DoubleStream.generate(draws::unit).limit(MANY).toArray()), 0.005);
        int[] dice = new int[6];
        IntStream.generate(() -> draws.below(6)).limit(MANY).forEach(each -> dice[each]++);
        for (int side : dice) {
            assertEquals(MANY / 6.0, side, 0.04 * MANY / 6);
        }
        assertNotEquals(draws.factor(0.5), draws.factor(0.5));
    }

    private static double mean(double[] drawn) {
        return Arrays.stream(drawn).average().orElseThrow();
    }

    private static double deviation(double[] drawn) {
        double mean = mean(drawn);
        return Math.sqrt(Arrays.stream(drawn)
                .map(each -> (each - mean) * (each - mean))
                .average()
                .orElseThrow());
    }
}
