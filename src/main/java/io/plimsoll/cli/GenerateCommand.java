package io.plimsoll.cli;

import io.plimsoll.cycle.Cycle;
import io.plimsoll.files.CycleWriter;
import io.plimsoll.generation.County;
import io.plimsoll.generation.CountyPlan;
import io.plimsoll.message.Language;
import io.plimsoll.results.ResultFolder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code plimsoll generate}: a believable county, drawn out of a seed. */
@Command(name = "generate", description = "Draws a believable county and writes its cycles as folders.")
final class GenerateCommand implements Callable<Integer> {

    @Spec
    private CommandSpec command;

    @Parameters(index = "0", paramLabel = "OUT", description = "Where to write the cycle folders.")
    private Path out;

    @Option(names = "--retailers", required = true, paramLabel = "N", description = "How many retailers.")
    private int retailers;

    @Option(names = "--skus", required = true, paramLabel = "M", description = "How many Skus.")
    private int skus;

    @Option(names = "--seed", required = true, paramLabel = "S", description = "Any whole number.")
    private long seed;

    @Option(
            names = "--short",
            paramLabel = "PERCENT",
            description = "How many percent of the Skus run short (default: ${DEFAULT-VALUE}).")
    private int shortPercent = CountyPlan.DEFAULT_SHORT_PERCENT;

    @Option(
            names = "--tight",
            paramLabel = "PERCENT",
            description = "How many percent of the shops have an agreed total well under what they ask for (default:"
                    + " ${DEFAULT-VALUE}).")
    private int tightPercent = CountyPlan.DEFAULT_TIGHT_PERCENT;

    @Option(
            names = "--lang",
            paramLabel = "zh|en",
            converter = CycleCommand.LanguageByCode.class,
            description = "Language of all that is said (default: that of the surroundings).")
    private Language language = Language.of(Locale.getDefault());

    @Override
    public Integer call() {
        Terminal terminal = new Terminal(
                command.commandLine().getOut(), command.commandLine().getErr(), language);
        try {
            CountyPlan plan = new CountyPlan(retailers, skus, seed, shortPercent, tightPercent);
            ResultFolder target = ResultFolder.at(out, false);
            County county = County.of(plan);
            Cycle cycle = county.cycle(0, new int[retailers]);
            target.write(folder -> {
                Path own = Files.createDirectory(folder.resolve(cycle.head().cycle()));
                CycleWriter.write(own, cycle, county.details(cycle, 0));
            });
            terminal.say("WRITTEN", "out", out);
            return ExitCode.DONE;
        } catch (IllegalArgumentException unusable) {
            throw new ParameterException(command.commandLine(), unusable.getMessage());
        } catch (ResultFolder.Refused refused) {
            terminal.sayError(refused.reason());
            return ExitCode.BAD_INPUT;
        }
    }
}
