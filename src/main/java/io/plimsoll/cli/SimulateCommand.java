package io.plimsoll.cli;

import io.plimsoll.message.Language;
import io.plimsoll.results.ResultFolder;
import io.plimsoll.simulation.Size;
import io.plimsoll.simulation.Study;
import io.plimsoll.simulation.report.StudyFolder;
import io.plimsoll.simulation.report.StudyInWords;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code plimsoll simulate}: does it pay to inflate, under this mechanism and under others? */
@Command(
        name = "simulate",
        description =
                "Simulates a year of shops that learn whether to inflate what they report, under this mechanism, in"
                        + " proportion, first come first served, and largest first; the same seed gives the same"
                        + " figures.")
final class SimulateCommand implements Callable<Integer> {

    private static final int MOST_SEEDS = 100;

    @Spec
    private CommandSpec command;

    @Parameters(
            index = "0",
            paramLabel = "OUT",
            description = "Where to write year.csv, year.svg, outcomes.csv and summary.md.")
    private Path out;

    @Option(names = "--seed", paramLabel = "S", description = "Any whole number (default: ${DEFAULT-VALUE}).")
    private long seed = 1;

    @Option(names = "--weeks", paramLabel = "N", description = "How many weeks (default: ${DEFAULT-VALUE}).")
    private int weeks = 52;

    @Option(names = "--retailers", paramLabel = "N", description = "How many shops (default: ${DEFAULT-VALUE}).")
    private int retailers = 300;

    @Option(
            names = "--skus",
            paramLabel = "M",
            description = "How many Skus; half of them are scarce (default: ${DEFAULT-VALUE}).")
    private int skus = 12;

    @Option(
            names = "--seeds",
            paramLabel = "K",
            description =
                    "With how many seeds each set of assumptions is tried, from S on (default: ${DEFAULT-VALUE}).")
    private int seeds = 10;

    @Option(names = "--force", description = "Replace OUT where it exists and holds nothing but an earlier simulation.")
    private boolean force;

    @Option(
            names = "--lang",
            paramLabel = "zh|en",
            converter = CycleCommand.LanguageByCode.class,
            description = "Language of all that is said, the chart's too (default: that of the surroundings).")
    private Language language = Language.of(Locale.getDefault());

    @Override
    public Integer call() {
        Terminal terminal = new Terminal(
                command.commandLine().getOut(), command.commandLine().getErr(), language);
        Size size = size();
        try {
            ResultFolder target = ResultFolder.at(out, force, StudyFolder.KIND);
            Study study =
                    Study.run(size, seeds, variant -> terminal.sayError("PROGRESS_SIMULATING", "variant", variant));
            target.write(folder -> StudyFolder.write(folder, study, terminal.catalogue()));
            print(new StudyInWords(study, terminal.catalogue()), terminal);
            terminal.say("WRITTEN", "out", out);
            return ExitCode.DONE;
        } catch (ResultFolder.Refused refused) {
            terminal.sayError(refused.reason());
            return ExitCode.BAD_INPUT;
        }
    }

    private Size size() {
        requireRange("--weeks", weeks, Size.MOST_WEEKS);
        requireRange("--retailers", retailers, Size.MOST_RETAILERS);
        requireRange("--skus", skus, Size.MOST_SKUS);
        requireRange("--seeds", seeds, MOST_SEEDS);
        return new Size(seed, weeks, retailers, skus);
    }

    private void requireRange(String option, int value, int most) {
        if (value < 1 || value > most) {
            throw new ParameterException(
                    command.commandLine(),
                    "Invalid value for option '" + option + "': " + value + " is not from 1 to " + most);
        }
    }

    private static void print(StudyInWords words, Terminal terminal) {
        print(words.year(), terminal);
        print(words.doubling(), terminal);
        words.best().forEach(terminal::print);
    }

    private static void print(StudyInWords.Table table, Terminal terminal) {
        terminal.print(table.title());
        List<List<String>> rows = table.rows();
        TextTable text = new TextTable(rows.get(0).toArray(String[]::new));
        rows.subList(1, rows.size()).forEach(row -> text.row(row.toArray(String[]::new)));
        text.lines().forEach(terminal::print);
        terminal.print("");
    }
}
