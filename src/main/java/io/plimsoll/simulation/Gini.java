package io.plimsoll.simulation;

import java.util.Arrays;

/** How unequal things are. */
final class Gini {

    private Gini() {}

    /**
     * The Gini coefficient: half the mean difference between any two, as a share of the mean. 0 where all are alike or all
     * are 0, near 1 where one has everything.
     *
     * @param values from 0; left as they are
     * @see "Gini 1912; Sen 1973, On Economic Inequality, section 2.7"
     */
    static double of(double[] values) {
        double[] rising = values.clone();
        Arrays.sort(rising);
        double sum = 0;
        double ranked = 0;
        for (int i = 0; i < rising.length; i++) {
            sum += rising[i];
            ranked += (i + 1) * rising[i];
        }
        int count = rising.length;
        return sum == 0 ? 0 : 2 * ranked / (count * sum) - (count + 1.0) / count;
    }
}
