package io.plimsoll.proof;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plimsoll.ledger.AuditPath;
import io.plimsoll.ledger.Entry;
import io.plimsoll.ledger.GrantsLeaf;
import io.plimsoll.ledger.Hash;
import io.plimsoll.ledger.Hashing;
import io.plimsoll.ledger.Head;
import io.plimsoll.ledger.LedgerLine;
import io.plimsoll.ledger.Proof;
import io.plimsoll.message.Message;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A proof proves one retailer's grants by itself, given a head that was kept elsewhere; and nothing else. */
class ProofVerificationTest {

    private static final int ENTRIES = 60;
    private static final Hashing HASHING = new Hashing();

    private final SampleLedger ledger = SampleLedger.of(ENTRIES, 5);

    @TempDir
    private Path place;

    private static ProofVerification verify(Proof proof, Head... anchors) {
        return ProofVerification.of(proof.text().getBytes(StandardCharsets.UTF_8), List.of(anchors));
    }

    private static List<String> codes(List<Message> messages) {
        return messages.stream().map(Message::code).toList();
    }

    @Test
    void everyLeafOfEveryRunIsProvedUpToEveryLaterHead() throws Exception {
        for (long run : ledger.runs.keySet()) {
            int position = ledger.positionOfRun.get(run);
            for (int leaf = 0; leaf < ledger.runs.get(run).size(); leaf++) {
                for (int reaches = position; reaches <= ENTRIES; reaches += 9) {
                    ProofVerification verification = verify(ledger.proof(run, leaf, reaches), ledger.headAt(reaches));
                    assertEquals(List.of(), verification.findings());
                    assertEquals(
                            ledger.runs.get(run).get(leaf),
                            verification.proof().orElseThrow().leaf());
                    assertTrue(codes(verification.confirmations()).contains("PROOF_ANCHOR_AGREES"));
                }
            }
        }
    }

    @Test
    void aClosedDayIsNamedWithTheRootThatItMustHave() throws Exception {
        Message day = verify(ledger.proof(1, 0, 20)).confirmations().get(0);
        assertEquals("PROOF_DAY", day.code());
        int position = ledger.positionOfRun.get(1L);
        assertTrue(ledger.days.stream()
                .anyMatch(closed -> closed.first() <= position
                        && position <= closed.last()
                        && closed.root().equals(day.arguments().get("root"))));
        long last = ledger.runs.keySet().stream().reduce((a, b) -> b).orElseThrow();
        Proof open = ledger.proof(last, 0, ENTRIES);
        assertEquals(Optional.empty(), open.day());
        assertEquals(List.of("PROOF_NO_ANCHOR"), codes(verify(open).confirmations()));
    }

    @Test
    void otherGrantsAreNotProved() throws Exception {
        Proof proof = ledger.proof(2, 0, ENTRIES);
        GrantsLeaf leaf = proof.leaf();
        GrantsLeaf more = new GrantsLeaf(
                leaf.run(),
                leaf.cycle(),
                leaf.retailer(),
                leaf.salt(),
                List.of(new GrantsLeaf.Line(1, "FE-01", 500, 500, "NONE")));
        Proof forged = new Proof(
                proof.genesis(), more, proof.path(), proof.entry(), proof.before(), proof.after(), proof.day());
        assertEquals(
                List.of("PROOF_NOT_IN_RUN"), codes(verify(forged, ledger.head()).findings()));
    }

    @Test
    void aProofMadeForOneAloneFitsTogetherAndIsNotTheLedgerOfTheAnchor() throws Exception {
        SampleLedger other = ledger.rewritten(SampleLedger.GENESIS, ENTRIES, (position, entry) -> entry);
        GrantsLeaf pleasing = new GrantsLeaf(
                2,
                ledger.runs.get(2L).get(0).cycle(),
                ledger.runs.get(2L).get(0).retailer(),
                "00".repeat(16),
                List.of(new GrantsLeaf.Line(1, "FE-01", 500, 500, "NONE")));
        Hash root = pleasing.hash(HASHING);
        SampleLedger forged = ledger.rewritten(SampleLedger.GENESIS, ENTRIES, (position, entry) -> {
            boolean isRun = position.equals(ledger.positionOfRun.get(2L));
            String content = "{\"grants_root\":\"" + root + "\",\"run\":2}";
            return isRun
                    ? new Entry(entry.number(), entry.at(), entry.actor(), entry.kind(), entry.subject(), content)
                    : entry;
        });
        forged.runs.put(2L, List.of(pleasing));
        Proof proof = forged.proof(2, 0, ENTRIES);
        ProofVerification alone = verify(proof);
        assertTrue(alone.holds());
        assertTrue(codes(alone.confirmations()).contains("PROOF_NO_ANCHOR"));
        assertEquals(
                List.of("PROOF_ANCHOR_DIFFERS"),
                codes(verify(proof, ledger.head()).findings()));
        assertEquals(other.head(), ledger.head());
    }

    @Test
    void anAnchorThatTheProofDoesNotReachProvesNothing() throws Exception {
        int position = ledger.positionOfRun.get(2L);
        Proof proof = ledger.proof(2, 0, position + 3);
        for (int elsewhere : List.of(position - 1, position + 4, 0)) {
            assertEquals(
                    List.of("PROOF_ANCHOR_BEYOND"),
                    codes(verify(proof, ledger.headAt(elsewhere)).findings()));
        }
        ProofVerification one = verify(proof, ledger.headAt(position - 1), ledger.headAt(position + 1));
        assertTrue(one.holds(), "one of them does");
        assertTrue(codes(one.confirmations()).contains("PROOF_ANCHOR_BEYOND"));
        Head other = new Head(
                Hash.parse("ab".repeat(32)).orElseThrow(),
                position,
                ledger.head().hash());
        assertEquals(List.of("ANCHOR_OTHER_LEDGER"), codes(verify(proof, other).findings()));
    }

    @Test
    void partsThatDoNotBelongTogetherAreNamed() throws Exception {
        Proof proof = ledger.proof(1, 0, 20);
        Proof of2 = ledger.proof(2, 0, 20);
        assertEquals(
                List.of("PROOF_OTHER_ENTRY"),
                codes(verify(new Proof(
                                proof.genesis(),
                                of2.leaf(),
                                of2.path(),
                                proof.entry(),
                                proof.before(),
                                proof.after(),
                                proof.day()))
                        .findings()));
        assertEquals(
                List.of("PROOF_ENTRY_ALTERED"),
                codes(verify(new Proof(
                                proof.genesis(),
                                proof.leaf(),
                                proof.path(),
                                new LedgerLine(
                                        proof.entry().position(), proof.entry().entry(), proof.before()),
                                proof.before(),
                                proof.after(),
                                proof.day()))
                        .findings()));
        Proof.Day day = proof.day().orElseThrow();
        List<Hash> longer = new ArrayList<>(day.hashes());
        longer.add(proof.before());
        for (Proof.Day wrong : List.of(
                new Proof.Day(day.date(), day.first(), day.last(), proof.before(), day.hashes()),
                new Proof.Day(day.date(), day.first(), day.last(), day.root(), longer),
                new Proof.Day(day.date(), day.last() + 1, day.last() + 1, day.root(), day.hashes()))) {
            assertEquals(
                    List.of("PROOF_NOT_IN_DAY"),
                    codes(verify(new Proof(
                                    proof.genesis(),
                                    proof.leaf(),
                                    proof.path(),
                                    proof.entry(),
                                    proof.before(),
                                    proof.after(),
                                    Optional.of(wrong)))
                            .findings()));
        }
        AuditPath shorter = new AuditPath(0, 1, List.of());
        if (proof.path().size() > 1) {
            assertFalse(verify(new Proof(
                            proof.genesis(),
                            proof.leaf(),
                            shorter,
                            proof.entry(),
                            proof.before(),
                            proof.after(),
                            proof.day()))
                    .holds());
        }
    }

    @Test
    void aFileThatIsNoProofSaysInWhichLineItIsNone() throws Exception {
        String text = ledger.proof(1, 0, 20).text();
        ProofVerification none = ProofVerification.of(new byte[0], List.of());
        assertEquals(1, none.findings().get(0).arguments().get("line"));
        ProofVerification broken =
                ProofVerification.of(text.replace("\nentry\t", "\nentry").getBytes(StandardCharsets.UTF_8), List.of());
        assertEquals("PROOF_LINE", broken.findings().get(0).code());
        assertEquals(4, broken.findings().get(0).arguments().get("line"));
        assertThrows(ProofRefused.class, () -> ProofVerification.of(place.resolve("nowhere"), List.of()));
        assertThrows(ProofRefused.class, () -> ProofVerification.of(place, List.of()));
        Path file = Files.writeString(place.resolve("proof.txt"), text);
        assertTrue(ProofVerification.of(file, List.of(ledger.headAt(20))).holds());
    }

    @Test
    void aProofThatIsCutOffAnywhereProvesNothing() throws Exception {
        byte[] whole = ledger.proof(1, 0, 12).text().getBytes(StandardCharsets.UTF_8);
        for (int length = 0; length < whole.length; length++) {
            byte[] rest = java.util.Arrays.copyOf(whole, length);
            assertFalse(ProofVerification.of(rest, List.of()).holds(), "cut off after " + length);
        }
    }
}
