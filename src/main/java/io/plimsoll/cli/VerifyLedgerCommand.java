package io.plimsoll.cli;

import io.plimsoll.ledger.Head;
import io.plimsoll.message.Message;
import io.plimsoll.proof.Anchors;
import io.plimsoll.proof.LedgerVerification;
import io.plimsoll.proof.ProofRefused;
import io.plimsoll.results.Reasons;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code plimsoll verify-ledger}: was anything in the journal changed since? */
@Command(
        name = "verify-ledger",
        description =
                "Checks an export of the ledger, offline, and names the first entry that was altered, left out, put"
                        + " in or moved.")
final class VerifyLedgerCommand extends SpeakingCommand {

    @Parameters(index = "0", paramLabel = "EXPORT", description = "The export: a folder, or a zip of it.")
    private Path export;

    @Option(
            names = "--anchor",
            paramLabel = "HEAD",
            description =
                    "A head that was kept elsewhere: its text, or a file that holds it. May be given several times.")
    private List<String> anchors = List.of();

    @Override
    int answer(Terminal terminal) throws ProofRefused {
        List<Head> heads = heads(anchors);
        LedgerVerification verification;
        try (WorkProgress progress = new WorkProgress(terminal, 1)) {
            progress.begin(Message.of("PROGRESS_READING_LEDGER"));
            verification = LedgerVerification.of(export, heads, progress);
        } catch (IOException unreadable) {
            terminal.sayError("EXPORT_UNREADABLE", "export", export, "reason", Reasons.of(unreadable));
            return ExitCode.BAD_INPUT;
        }
        verification.findings().forEach(terminal::say);
        verification.confirmations().forEach(terminal::say);
        if (!verification.holds()) {
            terminal.say("LEDGER_NOT_VERIFIED", "export", export);
            return ExitCode.CRITICAL;
        }
        terminal.say(
                "LEDGER_VERIFIED",
                "export",
                export,
                "entries",
                verification.entries(),
                "days",
                verification.days(),
                "runs",
                verification.runs());
        return ExitCode.DONE;
    }

    /** All heads that were given. */
    static List<Head> heads(List<String> anchors) throws ProofRefused {
        List<Head> heads = new ArrayList<>();
        for (String anchor : anchors) {
            heads.addAll(Anchors.read(anchor));
        }
        return heads;
    }
}
