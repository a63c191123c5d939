package io.plimsoll.cli;

import io.plimsoll.drools.BuiltInRules;
import io.plimsoll.drools.CompiledRules;
import io.plimsoll.files.BadInput;
import io.plimsoll.files.CycleFolder;
import io.plimsoll.files.CycleInput;
import io.plimsoll.message.Message;
import io.plimsoll.results.Engine;
import io.plimsoll.results.RunRecord;
import io.plimsoll.results.Verification;
import io.plimsoll.rule.RuleBook;
import io.plimsoll.rule.RuleFailure;
import io.plimsoll.run.CycleResult;
import io.plimsoll.run.CycleRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code plimsoll verify}: is a result what its input and its rules make of it? */
@Command(
        name = "verify",
        description = "Recomputes everything and compares it with a result, byte for byte; names whatever was altered.")
final class VerifyCommand implements Callable<Integer> {

    /** No run record of a nation is larger; more is not one. */
    private static final long LARGEST_RECORD_BYTES = 64L << 20;

    @Parameters(index = "0", paramLabel = "FOLDER", description = "The cycle that the result was made of.")
    private Path folder;

    @Parameters(index = "1", paramLabel = "OUT", description = "The result.")
    private Path out;

    @Option(
            names = "--recorded-rules",
            description =
                    "Use the rule texts that run.json carries, once they have been checked, instead of this build's.")
    private boolean recordedRules;

    @Mixin
    private CommonOptions common;

    @Override
    public Integer call() {
        Terminal terminal = common.terminal();
        int threads = common.threads();
        try (WorkProgress progress = new WorkProgress(terminal)) {
            return verify(terminal, threads, progress);
        } catch (BadInput bad) {
            terminal.error(bad.say(terminal.catalogue()));
            // A file that is there but cannot be read as it was has been altered; one that is not there is bad input.
            return bad.line() > 0 ? failed(terminal, 1) : ExitCode.BAD_INPUT;
        } catch (RunRecord.NotARecord noRecord) {
            terminal.sayError("NOT_A_RECORD", "file", RunRecord.FILE_NAME, "reason", noRecord.getMessage());
            return failed(terminal, 1);
        } catch (RuleFailure refused) {
            terminal.sayError("RULE_FAILED", "reason", refused.getMessage());
            return failed(terminal, 1);
        } catch (NoSuchFileException missing) {
            terminal.sayError("RESULT_UNREADABLE", "out", out, "reason", missing.getMessage());
        } catch (IOException unreadable) {
            terminal.sayError("RESULT_UNREADABLE", "out", out, "reason", unreadable.toString());
        }
        return ExitCode.BAD_INPUT;
    }

    private int verify(Terminal terminal, int threads, WorkProgress progress)
            throws BadInput, IOException, RunRecord.NotARecord {
        RunRecord record = readRecord();
        RuleBook rules = rules(terminal, record);
        if (rules == null) {
            return ExitCode.CRITICAL;
        }
        CycleInput input = CycleFolder.read(folder, progress);
        CycleResult result = new CycleRun(rules, threads).allocate(input.cycle(), progress);
        progress.beginsComparing();
        Verification verification = Verification.of(out, record, input, result, rules.texts());
        progress.close();
        verification.differences().forEach(terminal::say);
        if (!record.engine().equals(Engine.version())) {
            terminal.say("OTHER_ENGINE", "recorded", record.engine(), "ours", Engine.version());
        }
        if (verification.differences().isEmpty()) {
            terminal.say("VERIFIED", "out", out, "lines", input.cycle().orders().lines());
            return ExitCode.DONE;
        }
        return failed(terminal, verification.differences().size());
    }

    private RunRecord readRecord() throws IOException, RunRecord.NotARecord {
        Path file = out.resolve(RunRecord.FILE_NAME);
        if (Files.size(file) > LARGEST_RECORD_BYTES) {
            throw new IOException(RunRecord.FILE_NAME + " is larger than " + LARGEST_RECORD_BYTES + " bytes");
        }
        return RunRecord.read(Files.readAllBytes(file));
    }

    /** The rules to recompute with, or null where it has been said that this build has others. */
    private RuleBook rules(Terminal terminal, RunRecord record) throws RunRecord.NotARecord {
        if (recordedRules) {
            return CompiledRules.of(record.rules());
        }
        RuleBook ours = BuiltInRules.load();
        List<Message> differences = Verification.compareRules(record.rules(), ours.texts());
        if (differences.isEmpty()) {
            return ours;
        }
        differences.forEach(terminal::say);
        if (!record.isWhole()) {
            terminal.say("RECORD_NOT_WHOLE", "file", RunRecord.FILE_NAME);
        }
        terminal.say("OTHER_RULES", "out", out);
        return null;
    }

    private int failed(Terminal terminal, int differences) {
        terminal.say("NOT_VERIFIED", "out", out, "count", differences);
        return ExitCode.CRITICAL;
    }
}
