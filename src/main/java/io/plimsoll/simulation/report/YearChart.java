package io.plimsoll.simulation.report;

import io.plimsoll.chart.Line;
import io.plimsoll.chart.LineChart;
import io.plimsoll.chart.Panel;
import io.plimsoll.chart.Stroke;
import io.plimsoll.message.Catalogue;
import io.plimsoll.simulation.Figures;
import io.plimsoll.simulation.Outcome;
import io.plimsoll.simulation.Size;
import io.plimsoll.simulation.Study;
import io.plimsoll.simulation.sharing.Mechanism;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleFunction;
import java.util.function.ToDoubleFunction;

/** Draws the year: what shops ask for, what they get, and how unequally. */
final class YearChart {

    private static final Map<Mechanism, Stroke> STROKES = new EnumMap<>(Map.of(
            Mechanism.PLIMSOLL, Stroke.STRONG,
            Mechanism.PROPORTIONAL, Stroke.DASHED,
            Mechanism.FIRST_COME, Stroke.DOTTED,
            Mechanism.LARGEST_FIRST, Stroke.DASH_DOTTED));

    private final Study study;
    private final Catalogue catalogue;
    private final Map<Mechanism, Outcome> outcomes;

    YearChart(Study study, Catalogue catalogue) {
        this.study = study;
        this.catalogue = catalogue;
        outcomes = study.year().outcomes();
    }

    LineChart draw() {
        Size size = study.size();
        String title = catalogue.say(
                "CHART_TITLE",
                "proportional",
                Decimals.of(outcomes.get(Mechanism.PROPORTIONAL).inflation(), 2),
                "ours",
                Decimals.of(outcomes.get(Mechanism.PLIMSOLL).inflation(), 2));
        List<String> note = List.of(
                catalogue.say(
                        "CHART_SHOPS",
                        "retailers",
                        size.retailers(),
                        "weeks",
                        size.weeks(),
                        "scarce",
                        size.scarceSkus(),
                        "seed",
                        size.seed()),
                catalogue.say("CHART_FIGURES", "last", size.lastWeeks()),
                catalogue.say("CHART_GINI"));
        return new LineChart(
                title,
                note,
                List.of(
                        panel(
                                catalogue.say("CHART_INFLATION"),
                                catalogue.say("CHART_INFLATION_UNIT"),
                                Figures::inflation,
                                value -> Decimals.of(value, 1)),
                        panel(
                                catalogue.say("CHART_FILL"),
                                catalogue.say("CHART_FILL_UNIT"),
                                Figures::fill,
                                share -> Decimals.of(100 * share, 0) + " %"),
                        panel(
                                catalogue.say("CHART_INEQUALITY"),
                                catalogue.say("CHART_INEQUALITY_UNIT"),
                                Figures::inequality,
                                value -> Decimals.of(value, 1))));
    }

    private Panel panel(String title, String unit, ToDoubleFunction<Figures> figure, DoubleFunction<String> format) {
        List<Line> lines = Arrays.stream(Mechanism.values())
                .map(mechanism -> new Line(
                        catalogue.say("WORD_mechanism", "mechanism", mechanism),
                        STROKES.get(mechanism),
                        study.year().weeks().get(mechanism).stream()
                                .map(week -> figure.applyAsDouble(week.all()))
                                .toList()))
                .toList();
        return new Panel(List.of(title, unit), catalogue.say("CHART_WEEK"), lines, format);
    }
}
