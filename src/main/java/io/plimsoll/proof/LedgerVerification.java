package io.plimsoll.proof;

import io.plimsoll.files.ReadProgress;
import io.plimsoll.ledger.Head;
import io.plimsoll.message.Message;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * Whether an export is the ledger that it says it is.
 *
 * @param findings what is wrong, to be put into words; in the ledger only the first entry that doesn't fit
 * @param confirmations what anchors confirm, and what nothing does
 * @param entries that fit, from position 1 on
 * @param days that are closed among them
 * @param runs among them with grants that were checked
 */
public record LedgerVerification(
        List<Message> findings, List<Message> confirmations, long entries, long days, long runs) {

    /** How often it is said how far the reading has come. */
    static final int LINES_A_STEP = 10_000;

    public LedgerVerification {
        findings = List.copyOf(findings);
        confirmations = List.copyOf(confirmations);
    }

    /** Whether nothing is wrong. */
    public boolean holds() {
        return findings.isEmpty();
    }

    /**
     * Checks an export, reading each file once from end to end; holds nothing of it but one hash for each doubling, the
     * names of its files and eight bytes for each retailer of a run.
     *
     * @param export a folder, or a zip of it
     * @param anchors heads that were kept elsewhere; maybe none
     * @throws ProofRefused when there is no export
     * @throws IOException when a file of a folder can't be read
     */
    public static LedgerVerification of(Path export, List<Head> anchors, ReadProgress progress)
            throws ProofRefused, IOException {
        try (ExportSource source = ExportSource.of(export)) {
            return of(source, anchors, progress);
        } catch (ExportSource.Damaged zip) {
            return new LedgerVerification(List.of(Message.of("ZIP_BROKEN")), List.of(), 0, 0, 0);
        }
    }

    /** Checks an export wherever its files stand. */
    static LedgerVerification of(ExportSource source, List<Head> anchors, ReadProgress progress) throws IOException {
        return new LedgerCheck(source, progress).check(anchors);
    }
}
