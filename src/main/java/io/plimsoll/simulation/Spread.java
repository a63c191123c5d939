package io.plimsoll.simulation;

import java.util.Arrays;

/**
 * A figure over several years.
 *
 * @param least the smallest
 * @param median the middle one, or the mean of the two in the middle
 * @param greatest the largest
 */
public record Spread(double least, double median, double greatest) {

    /** @param values at least one */
    static Spread of(double[] values) {
        double[] rising = values.clone();
        Arrays.sort(rising);
        int half = rising.length / 2;
        double median = rising.length % 2 == 1 ? rising[half] : (rising[half - 1] + rising[half]) / 2;
        return new Spread(rising[0], median, rising[rising.length - 1]);
    }
}
