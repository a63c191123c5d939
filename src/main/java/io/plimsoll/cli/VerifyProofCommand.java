package io.plimsoll.cli;

import io.plimsoll.ledger.GrantsLeaf;
import io.plimsoll.ledger.Proof;
import io.plimsoll.message.Catalogue;
import io.plimsoll.proof.ProofRefused;
import io.plimsoll.proof.ProofVerification;
import io.plimsoll.results.Reasons;
import io.plimsoll.results.Shown;
import io.plimsoll.run.Binding;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code plimsoll verify-proof}: does the ledger hold what a retailer was told? */
@Command(
        name = "verify-proof",
        description = "Checks a proof that a retailer has kept, offline, and says which grants it proves.")
final class VerifyProofCommand extends SpeakingCommand {

    @Parameters(index = "0", paramLabel = "PROOF", description = "The file with the proof.")
    private Path proof;

    @Option(
            names = "--anchor",
            paramLabel = "HEAD",
            description =
                    "A head that was kept elsewhere: its text, or a file that holds it. May be given several times.")
    private List<String> anchors = List.of();

    @Override
    int answer(Terminal terminal) throws ProofRefused {
        ProofVerification verification;
        try {
            verification = ProofVerification.of(proof, VerifyLedgerCommand.heads(anchors));
        } catch (IOException unreadable) {
            terminal.sayError("EXPORT_UNREADABLE", "export", proof, "reason", Reasons.of(unreadable));
            return ExitCode.BAD_INPUT;
        }
        verification.findings().forEach(terminal::say);
        if (!verification.holds() || verification.proof().isEmpty()) {
            terminal.say("PROOF_NOT_VERIFIED", "proof", proof);
            return ExitCode.CRITICAL;
        }
        say(verification.proof().get(), terminal);
        verification.confirmations().forEach(terminal::say);
        terminal.say("PROOF_VERIFIED", "proof", proof);
        return ExitCode.DONE;
    }

    private static void say(Proof held, Terminal terminal) {
        GrantsLeaf leaf = held.leaf();
        terminal.say(
                "PROOF_GRANTS",
                "run",
                leaf.run(),
                "cycle",
                Shown.of(leaf.cycle()),
                "retailer",
                leaf.retailer(),
                "position",
                held.entry().position(),
                "at",
                held.entry().entry().at());
        Catalogue words = terminal.catalogue();
        TextTable lines = new TextTable(
                        words.say("EXPLAIN_RANK"),
                        words.say("EXPLAIN_SKU"),
                        words.say("SUMMARY_DEMAND"),
                        words.say("SUMMARY_GRANTED"),
                        words.say("EXPLAIN_WHY"))
                .left(1, 4);
        for (GrantsLeaf.Line line : leaf.lines()) {
            boolean isCut = !line.binding().equals(Binding.NONE.name());
            lines.row(
                    Long.toString(line.rank()),
                    Shown.of(line.sku()),
                    Long.toString(line.demand()),
                    Long.toString(line.granted()),
                    isCut ? words.say("BINDING_" + line.binding()) : "");
        }
        lines.lines().forEach(terminal::print);
    }
}
