package io.plimsoll.cli;

import io.plimsoll.files.BadInput;
import io.plimsoll.message.Message;
import io.plimsoll.results.Engine;
import io.plimsoll.results.RunRecord;
import io.plimsoll.results.Shown;
import io.plimsoll.results.Verification;
import io.plimsoll.run.CycleRun;
import java.io.IOException;
import picocli.CommandLine.Command;

/** {@code plimsoll verify}: is a result what its input and its rules make of it? */
@Command(
        name = "verify",
        description = "Recomputes everything and compares it with a result, byte for byte; names whatever was altered.")
final class VerifyCommand extends ResultCommand {

    @Override
    int run(Terminal terminal, RunRecord record) throws BadInput, IOException, RunRecord.NotARecord {
        return report(terminal, record, verify(terminal, record));
    }

    private Verification verify(Terminal terminal, RunRecord record)
            throws BadInput, IOException, RunRecord.NotARecord {
        try (WorkProgress progress = new WorkProgress(terminal)) {
            CycleRun run = new CycleRun(rules(record), threads());
            return Verification.of(folder(), out(), record, run, progress);
        }
    }

    private int report(Terminal terminal, RunRecord record, Verification verification) throws RunRecord.NotARecord {
        verification.differences().forEach(terminal::say);
        sayWhichRulesAreNotOurs(terminal, record);
        if (!record.engine().equals(Engine.version())) {
            terminal.say("OTHER_ENGINE", "recorded", Shown.of(record.engine()), "ours", Engine.version());
        }
        if (!verification.sameRules()) {
            terminal.say("OTHER_RULES", "out", out());
            return ExitCode.CRITICAL;
        }
        if (verification.differences().isEmpty()) {
            terminal.say("VERIFIED", "out", out(), "lines", verification.lines());
            return ExitCode.DONE;
        }
        return failed(terminal, verification.differences().size());
    }

    @Override
    int failed(Terminal terminal, Message reason) {
        terminal.sayError(reason);
        return failed(terminal, 1);
    }

    private int failed(Terminal terminal, int differences) {
        terminal.say("NOT_VERIFIED", "out", out(), "count", differences);
        return ExitCode.CRITICAL;
    }
}
