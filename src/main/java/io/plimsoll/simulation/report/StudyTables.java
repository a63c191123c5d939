package io.plimsoll.simulation.report;

import io.plimsoll.files.CsvOut;
import io.plimsoll.retailer.SizeClass;
import io.plimsoll.simulation.Figures;
import io.plimsoll.simulation.Outcome;
import io.plimsoll.simulation.Study;
import io.plimsoll.simulation.Variant;
import io.plimsoll.simulation.WeekFigures;
import io.plimsoll.simulation.sharing.Mechanism;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;

/** The tables of a study, for machines: figures with four digits after the point. */
final class StudyTables {

    private static final int DIGITS = 4;
    private static final String ALL_CLASSES = "ALL";

    private StudyTables() {}

    /** The year week by week: all shops, then those of each class. */
    static void writeYear(Study study, OutputStream to) throws IOException {
        CsvOut out = new CsvOut(to);
        out.row(
                "mechanism",
                "week",
                "size_class",
                "inflation",
                "fill",
                "fill_all",
                "unwanted",
                "inequality",
                "inequality_so_far");
        for (Mechanism mechanism : Mechanism.values()) {
            List<WeekFigures> weeks = study.year().weeks().get(mechanism);
            for (int week = 1; week <= weeks.size(); week++) {
                WeekFigures figures = weeks.get(week - 1);
                weekRow(out, mechanism, week, ALL_CLASSES, figures.all());
                for (SizeClass sizeClass : SizeClass.values()) {
                    weekRow(
                            out,
                            mechanism,
                            week,
                            sizeClass.name(),
                            figures.byClass().get(sizeClass));
                }
            }
        }
        out.flush();
    }

    private static void weekRow(CsvOut out, Mechanism mechanism, int week, String sizeClass, Figures figures)
            throws IOException {
        out.field(mechanism.name()).field(week).field(sizeClass);
        numbers(
                out,
                figures.inflation(),
                figures.fill(),
                figures.fillOfAll(),
                figures.unwanted(),
                figures.inequality(),
                figures.inequalitySoFar());
    }

    /** Where every year has led, under all assumptions and with all seeds. */
    static void writeOutcomes(Study study, OutputStream to) throws IOException {
        CsvOut out = new CsvOut(to);
        out.row(
                "assumptions",
                "seed",
                "mechanism",
                "inflation",
                "fill",
                "fill_all",
                "unwanted",
                "inequality",
                "inequality_year");
        for (Variant variant : Variant.values()) {
            long seed = study.size().seed();
            for (Map<Mechanism, Outcome> year : study.outcomes().get(variant)) {
                for (Mechanism mechanism : Mechanism.values()) {
                    out.field(variant.name()).field(seed).field(mechanism.name());
                    outcomeNumbers(out, year.get(mechanism));
                }
                seed++;
            }
        }
        out.flush();
    }

    private static void outcomeNumbers(CsvOut out, Outcome outcome) throws IOException {
        numbers(
                out,
                outcome.inflation(),
                outcome.fill(),
                outcome.fillOfAll(),
                outcome.unwanted(),
                outcome.inequality(),
                outcome.inequalityOfYear());
    }

    private static void numbers(CsvOut out, double... values) throws IOException {
        for (double value : values) {
            out.field(Decimals.of(value, DIGITS));
        }
        out.endRow();
    }
}
