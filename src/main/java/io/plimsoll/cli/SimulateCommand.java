package io.plimsoll.cli;

import io.plimsoll.results.ResultFolder;
import io.plimsoll.simulation.Size;
import io.plimsoll.simulation.Study;
import io.plimsoll.simulation.report.StudyFolder;
import io.plimsoll.simulation.report.StudyInWords;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code plimsoll simulate}: does it pay to inflate, under this mechanism and under others? */
@Command(
        name = "simulate",
        description =
                "Simulates a year of shops that learn whether to inflate what they report, under this mechanism, in"
                        + " proportion, first come first served, and largest first; the same seed gives the same"
                        + " figures.")
final class SimulateCommand extends SpeakingCommand {

    private static final int MOST_SEEDS = 100;

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

    @Override
    int answer(Terminal terminal) throws ResultFolder.Refused {
        Size size = size();
        ResultFolder target = ResultFolder.at(out, force, StudyFolder.KIND);
        Study study = Study.run(size, seeds, variant -> terminal.sayError("PROGRESS_SIMULATING", "variant", variant));
        target.write(folder -> StudyFolder.write(folder, study, terminal.catalogue()));
        print(new StudyInWords(study, terminal.catalogue()), terminal);
        terminal.say("WRITTEN", "out", out);
        return ExitCode.DONE;
    }

    private Size size() {
        requireWithin("--weeks", weeks, 1, Size.MOST_WEEKS);
        requireWithin("--retailers", retailers, 1, Size.MOST_RETAILERS);
        requireWithin("--skus", skus, 1, Size.MOST_SKUS);
        requireWithin("--seeds", seeds, 1, MOST_SEEDS);
        return new Size(seed, weeks, retailers, skus);
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
