package io.plimsoll.proof;

import io.plimsoll.ledger.AuditPath;
import io.plimsoll.ledger.Hash;
import io.plimsoll.ledger.Hashing;
import io.plimsoll.ledger.Head;
import io.plimsoll.ledger.Malformed;
import io.plimsoll.ledger.Proof;
import io.plimsoll.message.Message;
import io.plimsoll.results.Shown;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Whether a proof proves what it says.
 *
 * @param findings what is wrong, to be put into words
 * @param confirmations what anchors confirm, and what nothing does
 * @param proof as it was read; none where it can't be
 */
public record ProofVerification(List<Message> findings, List<Message> confirmations, Optional<Proof> proof) {

    /** As much as the way through a million entries takes. */
    private static final int LARGEST_BYTES = 80 << 20;

    public ProofVerification {
        findings = List.copyOf(findings);
        confirmations = List.copyOf(confirmations);
    }

    /** Whether nothing is wrong. */
    public boolean holds() {
        return findings.isEmpty();
    }

    /**
     * Checks a proof.
     *
     * @param anchors heads that were kept elsewhere; maybe none. One of them must stand where the proof reaches.
     * @throws ProofRefused when there is no such file
     */
    public static ProofVerification of(Path file, List<Head> anchors) throws ProofRefused, IOException {
        if (!Files.isRegularFile(file) || Files.size(file) > LARGEST_BYTES) {
            throw new ProofRefused(Message.of("PROOF_NONE", "proof", file));
        }
        byte[] bytes;
        try (InputStream in = Files.newInputStream(file)) {
            bytes = in.readNBytes(LARGEST_BYTES);
        }
        return of(bytes, anchors);
    }

    /** Checks the proof in some bytes. */
    public static ProofVerification of(byte[] bytes, List<Head> anchors) {
        try {
            Proof proof = Proof.parse(bytes);
            Check check = new Check(proof);
            check.grants();
            check.entry();
            check.day();
            check.anchors(anchors);
            return new ProofVerification(check.findings, check.confirmations, Optional.of(proof));
        } catch (Malformed flawed) {
            return new ProofVerification(List.of(flawed.reason()), List.of(), Optional.empty());
        }
    }

    private static final class Check {

        private final Proof proof;
        private final Hashing hashing = new Hashing();
        private final List<Message> findings = new ArrayList<>();
        private final List<Message> confirmations = new ArrayList<>();

        private Check(Proof proof) {
            this.proof = proof;
        }

        private void grants() {
            Optional<RunEntry> entry = runEntry();
            long run = proof.leaf().run();
            boolean isOfRun = entry.isPresent()
                    && entry.get().run() == run
                    && entry.get().cycle().equals(proof.leaf().cycle());
            if (!isOfRun) {
                findings.add(Message.of(
                        "PROOF_OTHER_ENTRY",
                        "run",
                        run,
                        "cycle",
                        Shown.of(proof.leaf().cycle())));
                return;
            }
            Optional<Hash> root = proof.path().root(proof.leaf().hash(hashing), hashing);
            if (!root.equals(entry.map(RunEntry::root))) {
                findings.add(Message.of("PROOF_NOT_IN_RUN", "run", run));
            }
        }

        private Optional<RunEntry> runEntry() {
            try {
                return RunEntry.of(proof.entry().entry());
            } catch (RunEntry.Unreadable none) {
                return Optional.empty();
            }
        }

        private void entry() {
            long position = proof.entry().position();
            boolean beginsWell = position > 1 || proof.before().equals(proof.genesis());
            Hash hash = hashing.link(proof.before(), proof.entry().leaf(hashing));
            if (!beginsWell || !hash.equals(proof.entry().hash())) {
                findings.add(Message.of("PROOF_ENTRY_ALTERED", "position", position));
            }
        }

        private void day() {
            proof.day().ifPresent(day -> {
                Hash leaf = proof.entry().leaf(hashing);
                Optional<Hash> root = proof.dayPath().flatMap((AuditPath path) -> path.root(leaf, hashing));
                if (!root.equals(Optional.of(day.root()))) {
                    findings.add(Message.of("PROOF_NOT_IN_DAY", "day", day.date()));
                } else {
                    confirmations.add(Message.of(
                            "PROOF_DAY",
                            "day",
                            day.date(),
                            "first",
                            day.first(),
                            "last",
                            day.last(),
                            "root",
                            day.root()));
                }
            });
        }

        private void anchors(List<Head> anchors) {
            if (anchors.isEmpty()) {
                confirmations.add(Message.of("PROOF_NO_ANCHOR"));
                return;
            }
            List<Message> beyond = new ArrayList<>();
            boolean agrees = false;
            for (Head anchor : anchors) {
                long position = anchor.position();
                if (!anchor.genesis().equals(proof.genesis())) {
                    findings.add(
                            Message.of("ANCHOR_OTHER_LEDGER", "genesis", anchor.genesis(), "found", proof.genesis()));
                } else if (position < proof.entry().position() || position > proof.reaches()) {
                    beyond.add(Message.of(
                            "PROOF_ANCHOR_BEYOND",
                            "position",
                            position,
                            "from",
                            proof.entry().position(),
                            "to",
                            proof.reaches()));
                } else if (hashAt(position).equals(anchor.hash())) {
                    agrees = true;
                    confirmations.add(Message.of("PROOF_ANCHOR_AGREES", "position", position));
                } else {
                    findings.add(Message.of("PROOF_ANCHOR_DIFFERS", "position", position));
                }
            }
            (agrees ? confirmations : findings).addAll(beyond);
        }

        /** What the chain comes to at a position that the proof reaches. */
        private Hash hashAt(long position) {
            Hash hash = hashing.link(proof.before(), proof.entry().leaf(hashing));
            for (Hash leaf :
                    proof.after().subList(0, (int) (position - proof.entry().position()))) {
                hash = hashing.link(hash, leaf);
            }
            return hash;
        }
    }
}
