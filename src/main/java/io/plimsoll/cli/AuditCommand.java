package io.plimsoll.cli;

import io.plimsoll.drools.BuiltInRules;
import io.plimsoll.files.BadInput;
import io.plimsoll.files.CycleFolder;
import io.plimsoll.files.CycleInput;
import io.plimsoll.files.GrantsFile;
import io.plimsoll.finding.Finding;
import io.plimsoll.results.ResultFolder;
import io.plimsoll.results.ResultWriter;
import io.plimsoll.rule.RuleBook;
import io.plimsoll.run.CycleRun;
import io.plimsoll.work.Beside;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code plimsoll audit}: is anything forbidden in these grants, whoever made them? */
@Command(
        name = "audit",
        description =
                "Judges any grants file against a cycle's orders, supply and policy, and raises everything forbidden in"
                        + " it.")
final class AuditCommand extends CycleCommand {

    @Parameters(
            index = "1",
            paramLabel = "GRANTS.csv",
            description =
                    "Grants made by hand, by another system or by us; the columns retailer,sku,granted are enough.")
    private Path grantsFile;

    @Option(names = "--out", paramLabel = "OUT", description = "Where to write findings.csv and audit.json.")
    private Path out;

    @Option(names = "--force", description = "Replace OUT where it exists and holds nothing but an earlier result.")
    private boolean force;

    @Override
    int run(Terminal terminal) throws BadInput, ResultFolder.Refused {
        ResultFolder target = out == null ? null : ResultFolder.at(out, force);
        if (target != null) {
            target.requireApartFrom(grantsFile);
        }
        List<Finding> findings = audit(terminal, target);
        new SummaryPage(terminal).printFindings(findings);
        if (target != null) {
            terminal.say("WRITTEN", "out", out);
        }
        return ExitCode.of(findings);
    }

    private List<Finding> audit(Terminal terminal, ResultFolder target) throws BadInput, ResultFolder.Refused {
        try (WorkProgress progress = new WorkProgress(terminal)) {
            Beside<RuleBook, RuntimeException> opened = BuiltInRules.begin();
            CycleInput input = CycleFolder.read(folder(), progress);
            GrantsFile grants = GrantsFile.read(grantsFile, input.cycle(), progress);
            RuleBook rules = opened.get();
            List<Finding> findings = new CycleRun(rules, threads()).audit(input.cycle(), grants.grants(), progress);
            if (target != null) {
                progress.beginsWriting();
                target.write(
                        partial -> ResultWriter.writeAudit(partial, input, grants.digest(), findings, rules.texts()));
            }
            return findings;
        }
    }
}
