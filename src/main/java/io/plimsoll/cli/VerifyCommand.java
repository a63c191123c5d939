package io.plimsoll.cli;

import io.plimsoll.drools.BuiltInRules;
import io.plimsoll.drools.CompiledRules;
import io.plimsoll.files.BadInput;
import io.plimsoll.lawbook.LawBook;
import io.plimsoll.message.Message;
import io.plimsoll.results.Engine;
import io.plimsoll.results.RunRecord;
import io.plimsoll.results.Shown;
import io.plimsoll.results.Verification;
import io.plimsoll.rule.RuleBook;
import io.plimsoll.rule.RuleFailure;
import io.plimsoll.run.CycleRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code plimsoll verify}: is a result what its input and its rules make of it? */
@Command(
        name = "verify",
        description = "Recomputes everything and compares it with a result, byte for byte; names whatever was altered.")
final class VerifyCommand extends CycleCommand {

    @Parameters(index = "1", paramLabel = "OUT", description = "The result.")
    private Path out;

    @Option(
            names = "--recorded-rules",
            description =
                    "Use the rule texts that run.json carries, once they have been checked, instead of this build's.")
    private boolean recordedRules;

    @Override
    int run(Terminal terminal) throws BadInput, IOException {
        if (!Files.isDirectory(out)) {
            terminal.sayError("NO_RESULT", "out", out);
            return ExitCode.BAD_INPUT;
        }
        try {
            RunRecord record = RunRecord.readFrom(out);
            return report(terminal, record, verify(terminal, record));
        } catch (RunRecord.NotARecord noRecord) {
            terminal.sayError(noRecord.reason());
        } catch (RuleFailure refused) {
            terminal.sayError("RULE_FAILED", "reason", refused.getMessage());
        }
        return failed(terminal, 1);
    }

    private Verification verify(Terminal terminal, RunRecord record)
            throws BadInput, IOException, RunRecord.NotARecord {
        try (WorkProgress progress = new WorkProgress(terminal)) {
            RuleBook rules = recordedRules ? CompiledRules.of(record.rules()) : BuiltInRules.load();
            return Verification.of(folder(), out, record, new CycleRun(rules, threads()), progress);
        }
    }

    private int report(Terminal terminal, RunRecord record, Verification verification) throws RunRecord.NotARecord {
        verification.differences().forEach(terminal::say);
        if (recordedRules) {
            sayWhichRulesAreNotOurs(terminal, record);
        }
        if (!record.engine().equals(Engine.version())) {
            terminal.say("OTHER_ENGINE", "recorded", Shown.of(record.engine()), "ours", Engine.version());
        }
        if (!verification.sameRules()) {
            terminal.say("OTHER_RULES", "out", out);
            return ExitCode.CRITICAL;
        }
        if (verification.differences().isEmpty()) {
            terminal.say("VERIFIED", "out", out, "lines", verification.lines());
            return ExitCode.DONE;
        }
        return failed(terminal, verification.differences().size());
    }

    /** A result that its own rules confirm may still be made by rules that nobody published: the reader is told which. */
    private static void sayWhichRulesAreNotOurs(Terminal terminal, RunRecord record) throws RunRecord.NotARecord {
        List<Message> others =
                Verification.compareRules(record.rules(), LawBook.ofThisBuild().texts());
        others.forEach(terminal::say);
        if (!others.isEmpty()) {
            terminal.say("RECORDED_RULES_ARE_OTHERS");
        }
    }

    private int failed(Terminal terminal, int differences) {
        terminal.say("NOT_VERIFIED", "out", out, "count", differences);
        return ExitCode.CRITICAL;
    }
}
