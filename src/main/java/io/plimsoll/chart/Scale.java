package io.plimsoll.chart;

import java.util.List;
import java.util.stream.IntStream;

/**
 * Where values from 0 lie on an axis.
 *
 * @param step from one tick to the next: 1, 2 or 5 times a power of ten
 * @param steps how many, so that the axis ends at a tick
 */
record Scale(double step, int steps) {

    private static final int MOST_STEPS = 5;
    private static final double[] NICE = {1, 2, 5};

    /** The finest scale that holds everything up to a value in a few steps. */
    static Scale upTo(double largest) {
        double power = 0.001;
        while (true) {
            for (double nice : NICE) {
                double step = nice * power;
                if (step * MOST_STEPS >= largest) {
                    return new Scale(step, Math.max(1, (int) Math.ceil(largest / step)));
                }
            }
            power *= 10;
        }
    }

    /** Share of the axis that lies below a value. */
    double share(double value) {
        return value / (step * steps);
    }

    List<Double> ticks() {
        return IntStream.rangeClosed(0, steps).mapToObj(tick -> tick * step).toList();
    }
}
