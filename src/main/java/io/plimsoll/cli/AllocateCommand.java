package io.plimsoll.cli;

import io.plimsoll.drools.BuiltInRules;
import io.plimsoll.files.BadInput;
import io.plimsoll.files.CycleFolder;
import io.plimsoll.files.CycleInput;
import io.plimsoll.results.ResultFolder;
import io.plimsoll.results.ResultWriter;
import io.plimsoll.rule.RuleBook;
import io.plimsoll.run.CycleResult;
import io.plimsoll.run.CycleRun;
import io.plimsoll.work.Beside;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code plimsoll allocate}: from orders to grants. */
@Command(
        name = "allocate",
        description =
                "Reads one cycle, lets the rules set the ceilings, shares the supply, and writes grants that anybody can"
                        + " recompute.")
final class AllocateCommand extends CycleCommand {

    @Option(
            names = "--out",
            required = true,
            paramLabel = "OUT",
            description = "Where to write the tables of the result and run.json, the record of how it was made.")
    private Path out;

    @Option(names = "--force", description = "Replace OUT where it exists and holds nothing but an earlier result.")
    private boolean force;

    @Override
    int run(Terminal terminal) throws BadInput, ResultFolder.Refused {
        ResultFolder target = ResultFolder.at(out, force);
        CycleResult result = allocate(terminal, target);
        new SummaryPage(terminal).print(result);
        terminal.say("WRITTEN", "out", out);
        return ExitCode.of(result.findings());
    }

    private CycleResult allocate(Terminal terminal, ResultFolder target) throws BadInput, ResultFolder.Refused {
        try (WorkProgress progress = new WorkProgress(terminal)) {
            Beside<RuleBook, RuntimeException> opened = BuiltInRules.begin();
            CycleInput input = CycleFolder.read(folder(), progress);
            RuleBook rules = opened.get();
            CycleResult result = new CycleRun(rules, threads()).allocate(input.cycle(), progress);
            progress.beginsWriting();
            target.write(partial -> ResultWriter.writeRun(partial, input, result, rules.texts()));
            return result;
        }
    }
}
