package io.plimsoll.bench;

import java.util.Arrays;
import java.util.Locale;

/** Several runs of one thing, in whatever unit they were measured. */
record Medians(double[] runs) {

    Medians {
        runs = runs.clone();
        Arrays.sort(runs);
    }

    double median() {
        int middle = runs.length / 2;
        return runs.length % 2 == 1 ? runs[middle] : (runs[middle - 1] + runs[middle]) / 2;
    }

    double best() {
        return runs[0];
    }

    double worst() {
        return runs[runs.length - 1];
    }

    /** Median, and between which it lies. */
    String say(String format) {
        return String.format(
                Locale.ROOT, format + " (" + format + " to " + format + ")", median(), best(), worst());
    }
}
