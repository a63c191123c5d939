package io.plimsoll.cli;

import io.plimsoll.comparison.CapUse;
import io.plimsoll.comparison.Change;
import io.plimsoll.comparison.Comparison;
import io.plimsoll.comparison.Fortunes;
import io.plimsoll.comparison.GroupChange;
import io.plimsoll.comparison.RetailerChange;
import io.plimsoll.cycle.CycleHead;
import io.plimsoll.message.Catalogue;
import io.plimsoll.message.Message;
import io.plimsoll.results.ResultComparison;
import io.plimsoll.results.Shown;
import io.plimsoll.run.Binding;
import io.plimsoll.run.Summary.Cut;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/** A comparison on one screen. */
final class ComparisonPage {

    private static final int MOST_NAMED = 20;
    private static final String POLICY = "policy/";
    private static final String GAP = "  ";

    private final Terminal terminal;
    private final Catalogue catalogue;
    private final Path outA;
    private final Path outB;
    private final int top;

    ComparisonPage(Terminal terminal, Path outA, Path outB, int top) {
        this.terminal = terminal;
        catalogue = terminal.catalogue();
        this.outA = outA;
        this.outB = outB;
        this.top = top;
    }

    void print(ResultComparison result) {
        Comparison comparison = result.comparison();
        printHead(result);
        printCauses(result);
        printWhetherAnythingDiffers(comparison);
        terminal.print("");
        printGrants(comparison);
        terminal.print("");
        printRetailers(comparison);
        terminal.print("");
        printRatios(result);
        terminal.print("");
        printCuts(comparison);
        Fortunes bySum = comparison.total().bySum();
        printMost("COMPARE_GAIN_MOST", result, comparison.gainedMost(top), bySum.better());
        printMost("COMPARE_LOSE_MOST", result, comparison.lostMost(top), bySum.worse());
    }

    private void printHead(ResultComparison result) {
        CycleHead head = result.head();
        terminal.say(
                "COMPARE_HEAD",
                "cycle",
                Shown.of(head.cycle()),
                "number",
                head.number(),
                "of",
                head.of(),
                "period",
                Shown.of(head.period()));
        terminal.say(
                "COMPARE_SIDE_A", "out", outA, "policy", Shown.of(result.a().policy()));
        terminal.say(
                "COMPARE_SIDE_B", "out", outB, "policy", Shown.of(result.b().policy()));
        GroupChange total = result.comparison().total();
        terminal.say(
                "SUMMARY_SIZE",
                "retailers",
                Figures.count(result.register().retailers().size()),
                "ordering",
                Figures.count(total.bySum().retailers()),
                "skus",
                Figures.count(result.register().skus().size()),
                "lines",
                Figures.count(total.cartons().lines()));
    }

    /** What the difference may come from: the policy, the rules, and whatever else isn't alike. */
    private void printCauses(ResultComparison result) {
        List<String> policyFiles = result.otherInputs().stream()
                .filter(file -> file.startsWith(POLICY))
                .toList();
        if (policyFiles.isEmpty() && result.otherRules().isEmpty()) {
            terminal.say("COMPARE_SAME_POLICY");
        }
        if (!policyFiles.isEmpty()) {
            terminal.say("COMPARE_OTHER_POLICY", "files", listed(policyFiles));
        }
        if (!result.otherRules().isEmpty()) {
            terminal.say("COMPARE_OTHER_RULES", "folders", listed(result.otherRules()));
        }
        result.otherInputs().stream()
                .filter(file -> !file.startsWith(POLICY))
                .forEach(file -> terminal.say("COMPARE_ALSO_DIFFERS", "file", Shown.of(file)));
        if (result.skusReleasedOtherwise() > 0) {
            terminal.say("COMPARE_RELEASED_DIFFERS", "count", Figures.count(result.skusReleasedOtherwise()));
        }
        if (!result.a().engine().equals(result.b().engine())) {
            terminal.say(
                    "COMPARE_OTHER_ENGINE",
                    "a",
                    Shown.of(result.a().engine()),
                    "b",
                    Shown.of(result.b().engine()));
        }
    }

    private static String listed(List<String> names) {
        List<String> first = names.stream().limit(MOST_NAMED).map(Shown::of).toList();
        return String.join(", ", first) + (names.size() > MOST_NAMED ? ", …" : "");
    }

    private void printWhetherAnythingDiffers(Comparison comparison) {
        if (comparison.total().cartons().anyLineDiffers()) {
            return;
        }
        int others = comparison.linesWithOtherReason();
        if (others == 0) {
            terminal.say("COMPARE_ALIKE");
        } else {
            terminal.say("COMPARE_GRANTS_ALIKE", "count", Figures.count(others));
        }
    }

    private void printGrants(Comparison comparison) {
        TextTable table = table(
                "COMPARE_GRANTS",
                "SUMMARY_DEMAND",
                "COMPARE_GRANTED_A",
                "COMPARE_GRANTED_B",
                "COMPARE_DIFFERENCE",
                "COMPARE_FILL_A",
                "COMPARE_FILL_B");
        forEachGroup(comparison, (name, group) -> {
            Change cartons = group.cartons();
            table.row(
                    name,
                    Figures.count(cartons.demand()),
                    Figures.count(cartons.grantedA()),
                    Figures.count(cartons.grantedB()),
                    Figures.difference(cartons.difference()),
                    Figures.fill(cartons.filledA()),
                    Figures.fill(cartons.filledB()));
        });
        table.lines().forEach(terminal::print);
    }

    private void printRetailers(Comparison comparison) {
        TextTable table = table(
                "COMPARE_RETAILERS",
                "COMPARE_GAINED",
                "COMPARE_LOST",
                "COMPARE_NEITHER",
                "COMPARE_CARTONS_GAINED",
                "COMPARE_CARTONS_LOST",
                "COMPARE_BETTER",
                "COMPARE_WORSE",
                "COMPARE_SAME");
        forEachGroup(
                comparison,
                (name, group) -> table.row(
                        name,
                        Figures.count(group.bySum().better()),
                        Figures.count(group.bySum().worse()),
                        Figures.count(group.bySum().alike()),
                        Figures.count(group.cartons().gained()),
                        Figures.count(group.cartons().lost()),
                        Figures.count(group.byRank().better()),
                        Figures.count(group.byRank().worse()),
                        Figures.count(group.byRank().alike())));
        table.lines().forEach(terminal::print);
        terminal.say("COMPARE_COUNT_CARTONS");
        terminal.say("COMPARE_COUNT_RANKS");
    }

    private void forEachGroup(Comparison comparison, BiConsumer<String, GroupChange> row) {
        comparison.byClass().forEach((sizeClass, group) -> row.accept(word("sizeClass", sizeClass), group));
        comparison.byMarketType().forEach((market, group) -> row.accept(word("marketType", market), group));
        comparison.byTier().forEach((tier, group) -> row.accept(word("tier", tier), group));
        row.accept(word("total", "ALL"), comparison.total());
    }

    private String word(String name, Object value) {
        return catalogue.say("WORD_" + name, name, value);
    }

    private void printRatios(ResultComparison result) {
        Comparison comparison = result.comparison();
        Change cartons = comparison.total().cartons();
        CapUse useA = comparison.capUseA();
        CapUse useB = comparison.capUseB();
        String ordering = Figures.share(
                comparison.retailers().size(), result.register().retailers().size());
        TextTable table = table("COMPARE_RATIOS", "COMPARE_A", "COMPARE_B");
        table.row(catalogue.say("COMPARE_FILL_RATE"), Figures.fill(cartons.filledA()), Figures.fill(cartons.filledB()));
        table.row(
                catalogue.say("COMPARE_CAP_UTILISATION"),
                Figures.share(useA.granted(), useA.ceilings()),
                Figures.share(useB.granted(), useB.ceilings()));
        table.row(
                catalogue.say("COMPARE_AT_CAP"),
                Figures.share(useA.atCap(), useA.lines()),
                Figures.share(useB.atCap(), useB.lines()));
        table.row(catalogue.say("COMPARE_ORDERING"), ordering, ordering);
        table.lines().forEach(terminal::print);
    }

    private void printCuts(Comparison comparison) {
        Map<Binding, Cut> cutsB = comparison.cutsB();
        TextTable table =
                table("SUMMARY_CUTS", "COMPARE_LINES_A", "COMPARE_LINES_B", "COMPARE_CARTONS_A", "COMPARE_CARTONS_B");
        comparison.cutsA().forEach((binding, inA) -> {
            Cut inB = cutsB.get(binding);
            if (inA.lines() > 0 || inB.lines() > 0) {
                table.row(
                        catalogue.say(why(binding)),
                        Figures.count(inA.lines()),
                        Figures.count(inB.lines()),
                        Figures.count(inA.cartons()),
                        Figures.count(inB.cartons()));
            }
        });
        table.lines().forEach(terminal::print);
    }

    /** The retailers that changed most, with the reason in words behind the figures. */
    private void printMost(String title, ResultComparison result, List<RetailerChange> changes, int ofHowMany) {
        if (changes.isEmpty()) {
            return;
        }
        TextTable table =
                table(title, "SUMMARY_DEMAND", "COMPARE_GRANTED_A", "COMPARE_GRANTED_B", "COMPARE_DIFFERENCE");
        List<String> words = new ArrayList<>(List.of(catalogue.say("COMPARE_REASON")));
        for (RetailerChange change : changes) {
            table.row(
                    Shown.of(result.register().retailers().get(change.retailer())),
                    Figures.count(change.cartons().demand()),
                    Figures.count(change.cartons().grantedA()),
                    Figures.count(change.cartons().grantedB()),
                    Figures.difference(change.cartons().difference()));
            words.add(change.reason().map(this::words).orElse(""));
        }
        terminal.print("");
        List<String> lines = table.lines();
        for (int row = 0; row < lines.size(); row++) {
            terminal.print(lines.get(row) + GAP + words.get(row));
        }
        if (changes.size() < ofHowMany) {
            terminal.say("COMPARE_MORE", "count", Figures.count(ofHowMany - changes.size()));
        }
    }

    private String words(RetailerChange.Reason reason) {
        return reason.a() == reason.b()
                ? catalogue.say("COMPARE_REASON_STAYED", "reason", why(reason.a()))
                : catalogue.say("COMPARE_REASON_MOVED", "a", why(reason.a()), "b", why(reason.b()));
    }

    private static Message why(Binding binding) {
        return binding == Binding.NONE ? Message.of("COMPARE_NOT_CUT") : Message.of("BINDING_" + binding);
    }

    private TextTable table(String... codes) {
        return new TextTable(Arrays.stream(codes).map(catalogue::say).toArray(String[]::new));
    }
}
