package io.plimsoll.simulation;

import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * Where a year has led: means of {@link Figures} over its last weeks.
 *
 * @param inequalityOfYear Gini coefficient of the shops' fill rates over the whole year
 */
public record Outcome(
        double inflation, double fill, double fillOfAll, double unwanted, double inequality, double inequalityOfYear) {

    /** The means over the last of these weeks. */
    static Outcome of(List<WeekFigures> weeks, int last) {
        List<Figures> figures = weeks.subList(weeks.size() - last, weeks.size()).stream()
                .map(WeekFigures::all)
                .toList();
        return new Outcome(
                mean(figures, Figures::inflation),
                mean(figures, Figures::fill),
                mean(figures, Figures::fillOfAll),
                mean(figures, Figures::unwanted),
                mean(figures, Figures::inequality),
                figures.get(last - 1).inequalitySoFar());
    }

    private static double mean(List<Figures> figures, ToDoubleFunction<Figures> figure) {
        double sum = 0;
        for (Figures each : figures) {
            sum += figure.applyAsDouble(each);
        }
        return sum / figures.size();
    }
}
