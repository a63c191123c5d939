package io.plimsoll.chart;

import java.util.Comparator;
import java.util.stream.IntStream;

/** Labels one above the other beside the ends of lines, each as near to its own as the others leave room. */
final class LabelColumn {

    /** Each pass halves what a few labels still overlap, at the least. */
    private static final int PASSES = 100;

    private LabelColumn() {}

    /**
     * Places labels.
     *
     * @param wished height that each would like to stand at, growing downward
     * @param gap the least distance between two, but for less than a hair
     * @param bottom the greatest height that a label may have
     * @return the height of each, in the order they were given
     */
    static double[] place(double[] wished, double gap, double bottom) {
        int[] order = IntStream.range(0, wished.length)
                .boxed()
                .sorted(Comparator.comparingDouble(label -> wished[label]))
                .mapToInt(Integer::intValue)
                .toArray();
        double[] placed = wished.clone();
        for (int pass = 0; pass < PASSES; pass++) {
            for (int i = 1; i < order.length; i++) {
                double overlap = gap - (placed[order[i]] - placed[order[i - 1]]);
                if (overlap > 0) {
                    placed[order[i - 1]] -= overlap / 2;
                    placed[order[i]] += overlap / 2;
                }
            }
        }
        double lowest = bottom;
        for (int i = order.length - 1; i >= 0; i--) {
            placed[order[i]] = Math.min(placed[order[i]], lowest);
            lowest = placed[order[i]] - gap;
        }
        return placed;
    }
}
