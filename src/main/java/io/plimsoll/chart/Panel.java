package io.plimsoll.chart;

import java.util.List;
import java.util.function.DoubleFunction;

/**
 * One small chart among several.
 *
 * @param title sentences that say what is measured and in which unit, one a row
 * @param places name of what runs along it, such as "week"
 * @param lines all with equally many values
 * @param format says a value at the axis
 */
public record Panel(List<String> title, String places, List<Line> lines, DoubleFunction<String> format) {

    /** @throws IllegalArgumentException when there is no line, or lines differ in length */
    public Panel {
        title = List.copyOf(title);
        lines = List.copyOf(lines);
        if (lines.stream().map(line -> line.values().size()).distinct().count() != 1) {
            throw new IllegalArgumentException("lines of one panel have equally many values");
        }
    }

    int count() {
        return lines.get(0).values().size();
    }

    double largest() {
        return lines.stream()
                .flatMap(line -> line.values().stream())
                .mapToDouble(Double::doubleValue)
                .max()
                .orElse(0);
    }
}
