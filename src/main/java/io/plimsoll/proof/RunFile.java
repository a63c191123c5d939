package io.plimsoll.proof;

import io.plimsoll.files.ReadProgress;
import io.plimsoll.ledger.Hash;
import io.plimsoll.ledger.Hashing;
import io.plimsoll.ledger.Malformed;
import io.plimsoll.ledger.MerkleRoot;
import io.plimsoll.ledger.SealedLeaf;
import io.plimsoll.message.Message;
import java.io.IOException;
import java.util.HashSet;
import java.util.Set;

/** Checks the leaves of one run, and that they come to the root that its entry in the ledger holds. */
final class RunFile {

    private final ExportSource source;
    private final String file;
    private final RunEntry entry;
    private final Hashing hashing;
    private final Findings findings;

    /** The file must be there. */
    RunFile(ExportSource source, RunEntry entry, Hashing hashing, Findings findings) {
        this.source = source;
        this.entry = entry;
        this.hashing = hashing;
        this.findings = findings;
        file = ExportFiles.ofRun(entry.run());
    }

    /**
     * Reads the whole file.
     *
     * @param genesis of the ledger
     * @param position of the run's entry
     */
    void check(Hash genesis, long position, ReadProgress progress) throws IOException {
        long before = findings.count();
        MerkleRoot root = new MerkleRoot(hashing);
        Retailers retailers = new Retailers();
        try (Lines lines = new Lines(source.open(file))) {
            FirstLine.check(lines, file, ExportFiles.firstLineOfRun(genesis, entry.run()), findings);
            for (byte[] line = lines.next(); line != null; line = lines.next()) {
                leaf(line, lines, root, retailers);
                if (root.size() % LedgerVerification.LINES_A_STEP == 0) {
                    progress.lines(file, root.size());
                }
            }
        }
        if (findings.count() == before && !root.root().equals(entry.root())) {
            findings.add(Message.of("LEDGER_RUN_ROOT", "file", file, "run", entry.run(), "position", position));
        }
        nameTwice(retailers.suspects());
    }

    private void leaf(byte[] line, Lines lines, MerkleRoot root, Retailers retailers) {
        Message reason = Message.of("LINE_NO_END");
        try {
            if (lines.isEnded()) {
                leaf(SealedLeaf.parse(line), lines.number(), root, retailers);
                return;
            }
        } catch (Malformed flawed) {
            reason = flawed.reason();
        }
        findings.add(Message.of("LEDGER_LEAF_LINE", "file", file, "line", lines.number(), "reason", reason));
    }

    private void leaf(SealedLeaf read, long line, MerkleRoot root, Retailers retailers) {
        Hash hash = read.leaf().hash(hashing);
        String retailer = read.leaf().retailer();
        if (!hash.equals(read.hash())) {
            findings.add(Message.of("LEDGER_LEAF_ALTERED", "file", file, "line", line, "retailer", retailer));
        } else if (read.leaf().run() != entry.run() || !read.leaf().cycle().equals(entry.cycle())) {
            findings.add(Message.of("LEDGER_LEAF_OTHER", "file", file, "line", line, "retailer", retailer));
        }
        root.add(hash);
        retailers.add(retailer);
    }

    /** A retailer with two leaves could be shown one of them, and others the other. */
    private void nameTwice(Set<Long> suspects) throws IOException {
        if (suspects.isEmpty()) {
            return;
        }
        Set<String> seen = new HashSet<>();
        try (Lines lines = new Lines(source.open(file))) {
            lines.next();
            for (byte[] line = lines.next(); line != null; line = lines.next()) {
                try {
                    String retailer = SealedLeaf.parse(line).leaf().retailer();
                    if (suspects.contains(Retailers.beginning(retailer)) && !seen.add(retailer)) {
                        findings.add(Message.of(
                                "LEDGER_LEAF_TWICE", "file", file, "line", lines.number(), "retailer", retailer));
                    }
                } catch (Malformed named) {
                    // Named when the file was read first.
                }
            }
        }
    }
}
