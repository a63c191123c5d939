package io.plimsoll.cli;

import io.plimsoll.generation.County;
import io.plimsoll.generation.CountyPlan;
import io.plimsoll.results.ResultFolder;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code plimsoll generate}: a believable county, drawn out of a seed. */
@Command(
        name = "generate",
        description =
                "Draws a believable county out of a seed and writes its weekly cycles as folders that the other commands"
                        + " read. The same arguments give the same bytes.")
final class GenerateCommand extends SpeakingCommand {

    @Parameters(index = "0", paramLabel = "OUT", description = "Where to write; holds a folder for every cycle.")
    private Path out;

    @Option(names = "--retailers", required = true, paramLabel = "N", description = "How many retailers.")
    private int retailers;

    @Option(names = "--skus", required = true, paramLabel = "M", description = "How many Skus.")
    private int skus;

    @Option(names = "--seed", required = true, paramLabel = "S", description = "Any whole number.")
    private long seed;

    @Option(
            names = "--cycles",
            paramLabel = "K",
            description = "How many cycles, from 2026-11-w1 on; each is allocated, so that the next one in its period"
                    + " knows what has been granted (default: ${DEFAULT-VALUE}).")
    private int cycles = 1;

    @Option(
            names = "--short",
            paramLabel = "PERCENT",
            description = "Share of the Skus that run short (default: ${DEFAULT-VALUE}). Tight balance may cut others a"
                    + " little.")
    private int shortPercent = CountyPlan.DEFAULT_SHORT_PERCENT;

    @Option(
            names = "--tight",
            paramLabel = "PERCENT",
            description = "Share of the shops whose headroom binds, or somewhat more (default: ${DEFAULT-VALUE}).")
    private int tightPercent = CountyPlan.DEFAULT_TIGHT_PERCENT;

    @Override
    int answer(Terminal terminal) throws ResultFolder.Refused {
        requireWithin("--retailers", retailers, 1, CountyPlan.MOST_RETAILERS);
        requireWithin("--skus", skus, 1, CountyPlan.MOST_SKUS);
        requireWithin("--cycles", cycles, 1, County.MOST_CYCLES);
        requireWithin("--short", shortPercent, 0, 100);
        requireWithin("--tight", tightPercent, 0, 100);
        generate(terminal, ResultFolder.neverReplacing(out));
        return ExitCode.DONE;
    }

    private void generate(Terminal terminal, ResultFolder target) throws ResultFolder.Refused {
        CountyWork work;
        try (WorkProgress progress = new WorkProgress(terminal, cycles)) {
            work = new CountyWork(progress);
            CountyPlan plan = new CountyPlan(retailers, skus, seed, shortPercent, tightPercent);
            target.write(folder -> work.write(plan, cycles, folder));
        }
        terminal.say(
                "GENERATED",
                "retailers",
                Figures.count(retailers),
                "skus",
                Figures.count(skus),
                "seed",
                seed,
                "first",
                work.cycles().get(0),
                "last",
                work.cycles().get(cycles - 1),
                "cycles",
                cycles,
                "lines",
                Figures.count(work.lines()));
        terminal.say("WRITTEN", "out", out);
    }
}
