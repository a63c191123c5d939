package io.plimsoll.simulation.report;

import io.plimsoll.message.Catalogue;
import io.plimsoll.simulation.DoublingAlone;
import io.plimsoll.simulation.Outcome;
import io.plimsoll.simulation.Size;
import io.plimsoll.simulation.Spread;
import io.plimsoll.simulation.Study;
import io.plimsoll.simulation.Variant;
import io.plimsoll.simulation.sharing.Mechanism;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleFunction;
import java.util.function.ToDoubleFunction;

/** What a study found, in the words of one language, for whoever sets them: a terminal or a page. */
public final class StudyInWords {

    private final Study study;
    private final Catalogue catalogue;

    public StudyInWords(Study study, Catalogue catalogue) {
        this.study = study;
        this.catalogue = catalogue;
    }

    /**
     * A table.
     *
     * @param title sentence above it
     * @param rows the header first; all have equally many cells
     */
    public record Table(String title, List<List<String>> rows) {}

    /** The year that is drawn: where it has led under each mechanism. */
    public Table year() {
        Size size = study.size();
        String title = catalogue.say(
                "SIMULATION_YEAR",
                "retailers",
                size.retailers(),
                "weeks",
                size.weeks(),
                "scarce",
                size.scarceSkus(),
                "skus",
                size.skus(),
                "seed",
                size.seed(),
                "last",
                size.lastWeeks());
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of(
                catalogue.say("SIMULATION_MECHANISM"),
                catalogue.say("SIMULATION_INFLATION"),
                catalogue.say("SIMULATION_FILL"),
                catalogue.say("SIMULATION_FILL_OF_ALL"),
                catalogue.say("SIMULATION_UNWANTED"),
                catalogue.say("SIMULATION_INEQUALITY"),
                catalogue.say("SIMULATION_INEQUALITY_OF_YEAR")));
        study.year()
                .outcomes()
                .forEach((mechanism, outcome) -> rows.add(List.of(
                        word(mechanism),
                        Decimals.of(outcome.inflation(), 2),
                        Decimals.percent(outcome.fill()),
                        Decimals.percent(outcome.fillOfAll()),
                        Decimals.percent(outcome.unwanted()),
                        Decimals.of(outcome.inequality(), 2),
                        Decimals.of(outcome.inequalityOfYear(), 2))));
        return new Table(title, rows);
    }

    /** What doubling alone brings. */
    public Table doubling() {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of(
                catalogue.say("SIMULATION_MECHANISM"),
                catalogue.say("SIMULATION_MORE_WANTED"),
                catalogue.say("SIMULATION_MORE_UNWANTED")));
        for (Mechanism mechanism : Mechanism.values()) {
            DoublingAlone brings = study.doubling().get(mechanism);
            rows.add(List.of(word(mechanism), Decimals.change(brings.wanted()), Decimals.change(brings.unwanted())));
        }
        return new Table(catalogue.say("SIMULATION_DOUBLING"), rows);
    }

    /** Whether what is seen in one year is seen in others: for each figure a table, assumptions down, mechanisms across. */
    public List<Table> spreads() {
        return List.of(
                spread("SIMULATION_SPREAD_INFLATION", Outcome::inflation, value -> Decimals.of(value, 2)),
                spread("SIMULATION_SPREAD_FILL", Outcome::fill, Decimals::percent),
                spread("SIMULATION_SPREAD_FILL_OF_ALL", Outcome::fillOfAll, Decimals::percent),
                spread("SIMULATION_SPREAD_UNWANTED", Outcome::unwanted, Decimals::percent),
                spread("SIMULATION_SPREAD_INEQUALITY", Outcome::inequality, value -> Decimals.of(value, 2)),
                spread(
                        "SIMULATION_SPREAD_INEQUALITY_OF_YEAR",
                        Outcome::inequalityOfYear,
                        value -> Decimals.of(value, 2)));
    }

    private Table spread(String title, ToDoubleFunction<Outcome> figure, DoubleFunction<String> format) {
        List<List<String>> rows = new ArrayList<>();
        List<String> header = new ArrayList<>(List.of(catalogue.say("SIMULATION_ASSUMPTIONS")));
        for (Mechanism mechanism : Mechanism.values()) {
            header.add(word(mechanism));
        }
        rows.add(header);
        for (Variant variant : Variant.values()) {
            List<String> row = new ArrayList<>(List.of(catalogue.say("WORD_variant", "variant", variant)));
            for (Mechanism mechanism : Mechanism.values()) {
                Spread spread = study.spread(variant, mechanism, figure);
                row.add(catalogue.say(
                        "SIMULATION_SPREAD",
                        "median",
                        format.apply(spread.median()),
                        "least",
                        format.apply(spread.least()),
                        "greatest",
                        format.apply(spread.greatest())));
            }
            rows.add(row);
        }
        return new Table(catalogue.say(title), rows);
    }

    /** What the cells of {@link #spreads} hold. */
    public String aboutSpreads() {
        return catalogue.say(
                "SIMULATION_SPREADS",
                "seeds",
                study.seeds(),
                "first",
                study.size().seed(),
                "last",
                study.size().seed() + study.seeds() - 1);
    }

    /** In how many of all years our mechanism was best, sentence by sentence. */
    public List<String> best() {
        return List.of(
                catalogue.say(
                        "SIMULATION_YEARS",
                        "years",
                        study.years(),
                        "seeds",
                        study.seeds(),
                        "variants",
                        Variant.values().length),
                catalogue.say("SIMULATION_BEST_INFLATION", "best", study.yearsBest(Outcome::inflation)),
                catalogue.say("SIMULATION_BEST_FILL", "best", study.yearsBest(outcome -> -outcome.fill())),
                catalogue.say("SIMULATION_BEST_FILL_OF_ALL", "best", study.yearsBest(outcome -> -outcome.fillOfAll())),
                catalogue.say("SIMULATION_BEST_INEQUALITY", "best", study.yearsBest(Outcome::inequality)),
                catalogue.say(
                        "SIMULATION_BEST_INEQUALITY_OF_YEAR", "best", study.yearsBest(Outcome::inequalityOfYear)));
    }

    private String word(Mechanism mechanism) {
        return catalogue.say("WORD_mechanism", "mechanism", mechanism);
    }
}
