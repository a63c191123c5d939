package io.plimsoll.simulation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class GiniTest {

    @Test
    void isNoughtWhereAllAreAlike() {
        assertEquals(0, Gini.of(new double[] {0.3, 0.3, 0.3}), 1e-12);
        assertEquals(0, Gini.of(new double[] {0, 0}));
        assertEquals(0, Gini.of(new double[0]));
        assertEquals(0, Gini.of(new double[] {5}), 1e-12);
    }

    @Test
    void isNearOneWhereOneHasEverything() {
        assertEquals(0.99, Gini.of(oneOf(100)), 1e-12);
    }

    private static double[] oneOf(int count) {
        double[] values = new double[count];
        values[count / 2] = 7;
        return values;
    }

    @Test
    void isHalfTheMeanDifferenceAsAShareOfTheMean() {
        double[] values = new SplittableRandom(3).doubles(50).toArray();
        double differences = 0;
        double sum = 0;
        for (double one : values) {
            sum += one;
            for (double other : values) {
                differences += Math.abs(one - other);
            }
        }
        double[] before = values.clone();
        assertEquals(differences / (2 * values.length * sum), Gini.of(values), 1e-12);
        assertArrayEquals(before, values);
    }
}
