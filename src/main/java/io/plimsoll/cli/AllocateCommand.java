package io.plimsoll.cli;

import io.plimsoll.drools.BuiltInRules;
import io.plimsoll.files.BadInput;
import io.plimsoll.files.CycleFolder;
import io.plimsoll.files.CycleInput;
import io.plimsoll.results.ResultFolder;
import io.plimsoll.results.ResultWriter;
import io.plimsoll.rule.RuleBook;
import io.plimsoll.rule.RuleFailure;
import io.plimsoll.rule.Severity;
import io.plimsoll.run.CycleResult;
import io.plimsoll.run.CycleRun;
import io.plimsoll.run.Summary;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code plimsoll allocate}: from orders to grants. */
@Command(
        name = "allocate",
        description =
                "Reads one cycle, lets the rules set the ceilings, shares the supply, and writes grants that anybody can"
                        + " recompute.")
final class AllocateCommand implements Callable<Integer> {

    @Parameters(index = "0", paramLabel = "FOLDER", description = "The cycle: orders, retailers, Skus and policy.")
    private Path folder;

    @Option(
            names = "--out",
            required = true,
            paramLabel = "OUT",
            description = "Where to write grants.csv, levels.csv, ceilings.csv, findings.csv and run.json.")
    private Path out;

    @Option(names = "--force", description = "Replace OUT where it exists and holds nothing but an earlier result.")
    private boolean force;

    @Mixin
    private CommonOptions common;

    @Override
    public Integer call() {
        Terminal terminal = common.terminal();
        int threads = common.threads();
        if (!CommonOptions.isThere(folder, terminal)) {
            return ExitCode.BAD_INPUT;
        }
        try {
            ResultFolder target = ResultFolder.at(out, force);
            CycleResult result = allocate(terminal, threads, target);
            new SummaryPage(terminal).print(result);
            terminal.say("WRITTEN", "out", out);
            return Summary.bySeverity(result.findings()).get(Severity.CRITICAL) > 0 ? ExitCode.CRITICAL : ExitCode.DONE;
        } catch (BadInput bad) {
            terminal.error(bad.say(terminal.catalogue()));
        } catch (ResultFolder.Refused refused) {
            terminal.sayError(refused.reason());
        } catch (RuleFailure failed) {
            terminal.sayError("RULE_FAILED", "reason", failed.getMessage());
        }
        return ExitCode.BAD_INPUT;
    }

    private CycleResult allocate(Terminal terminal, int threads, ResultFolder target)
            throws BadInput, ResultFolder.Refused {
        try (WorkProgress progress = new WorkProgress(terminal)) {
            CycleInput input = CycleFolder.read(folder, progress);
            RuleBook rules = BuiltInRules.load();
            CycleResult result = new CycleRun(rules, threads).allocate(input.cycle(), progress);
            progress.beginsWriting();
            target.write(partial -> ResultWriter.writeRun(partial, input, result, rules.texts()));
            return result;
        }
    }
}
