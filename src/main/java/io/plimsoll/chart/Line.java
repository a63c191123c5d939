package io.plimsoll.chart;

import java.util.List;

/**
 * A line of a panel.
 *
 * @param label stands beside its end
 * @param stroke how it is drawn
 * @param values one for each place along the panel, at least one; from 0
 */
public record Line(String label, Stroke stroke, List<Double> values) {

    /** @throws IllegalArgumentException when there are no values, or one that cannot be drawn */
    public Line {
        values = List.copyOf(values);
        if (values.isEmpty() || values.stream().anyMatch(value -> !Double.isFinite(value) || value < 0)) {
            throw new IllegalArgumentException(label + ": values to draw are finite, from 0, and at least one");
        }
    }
}
