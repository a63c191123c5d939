package io.plimsoll.proof;

import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Exports and proofs for the tests of the commands. */
public final class LedgersForCommands {

    private LedgersForCommands() {}

    /**
     * Writes {@code export}, {@code export.zip}, {@code anchor.txt} (the head), {@code early.txt} (that at position 20) and {@code proof.txt} (of the first
     * retailer of run 2, up to the head) into a folder.
     */
    public static void write(Path folder) throws Exception {
        SampleLedger ledger = SampleLedger.of(40, 1);
        ledger.toFolder(folder.resolve("export"));
        try (OutputStream out = Files.newOutputStream(folder.resolve("export.zip"))) {
            ledger.toZip(out);
        }
        Files.writeString(folder.resolve("anchor.txt"), ledger.head().text() + "\n");
        Files.writeString(folder.resolve("early.txt"), ledger.headAt(20).text() + "\n");
        Files.writeString(folder.resolve("proof.txt"), ledger.proof(2, 0, 40).text());
    }
}
