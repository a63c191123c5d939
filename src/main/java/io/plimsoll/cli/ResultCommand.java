package io.plimsoll.cli;

import io.plimsoll.drools.BuiltInRules;
import io.plimsoll.drools.CompiledRules;
import io.plimsoll.files.BadInput;
import io.plimsoll.lawbook.LawBook;
import io.plimsoll.message.Message;
import io.plimsoll.results.ResultFolder;
import io.plimsoll.results.RunRecord;
import io.plimsoll.results.Verification;
import io.plimsoll.rule.RuleBook;
import io.plimsoll.rule.RuleFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** A command about a result that was allocated earlier, which it recomputes before it says anything about it. */
abstract class ResultCommand extends CycleCommand {

    @Parameters(index = "1", paramLabel = "OUT", description = "The result.")
    private Path out;

    @Option(
            names = "--recorded-rules",
            description =
                    "Use the rule texts that run.json carries, once they have been checked, instead of this build's.")
    private boolean recordedRules;

    @Override
    final int run(Terminal terminal) throws BadInput, ResultFolder.Refused, IOException {
        if (!Files.isDirectory(out)) {
            terminal.sayError("NO_RESULT", "out", out);
            return ExitCode.BAD_INPUT;
        }
        try {
            return run(terminal, RunRecord.readFrom(out));
        } catch (RunRecord.NotARecord noRecord) {
            return failed(terminal, noRecord.reason());
        } catch (RuleFailure refused) {
            return failed(terminal, Message.of("RULE_FAILED", "reason", refused.getMessage()));
        }
    }

    /**
     * Does the work.
     *
     * @param record what the result's run.json says
     * @return the exit code
     */
    abstract int run(Terminal terminal, RunRecord record) throws BadInput, IOException, RunRecord.NotARecord;

    /**
     * Says that the result could not be recomputed.
     *
     * @param reason a record that is none, or a rule that can't be used
     * @return the exit code
     */
    abstract int failed(Terminal terminal, Message reason);

    /** The result folder. */
    final Path out() {
        return out;
    }

    /**
     * The rules to recompute the result by.
     *
     * @throws RuleFailure when a recorded rule is refused
     */
    final RuleBook rules(RunRecord record) throws RunRecord.NotARecord {
        return recordedRules ? CompiledRules.of(record.rules()) : BuiltInRules.load();
    }

    /** A result that its own rules confirm may still be made by rules that nobody published: the reader is told which. */
    final void sayWhichRulesAreNotOurs(Terminal terminal, RunRecord record) throws RunRecord.NotARecord {
        if (!recordedRules) {
            return;
        }
        List<Message> others =
                Verification.compareRules(record.rules(), LawBook.ofThisBuild().texts());
        others.forEach(terminal::say);
        if (!others.isEmpty()) {
            terminal.say("RECORDED_RULES_ARE_OTHERS");
        }
    }
}
