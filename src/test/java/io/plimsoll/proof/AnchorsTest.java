package io.plimsoll.proof;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plimsoll.ledger.Entry;
import io.plimsoll.ledger.Hash;
import io.plimsoll.ledger.Head;
import io.plimsoll.message.Message;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.BiFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who makes a ledger anew can make it fit together; only what was kept elsewhere tells. */
class AnchorsTest {

    private static final int ENTRIES = 40;
    private static final int CHANGED = 23;

    private final SampleLedger ledger = SampleLedger.of(ENTRIES, 1);

    @TempDir
    private Path place;

    private static BiFunction<Integer, Entry, Entry> changed(int changed) {
        return (position, entry) -> position != changed
                ? entry
                : new Entry(
                        entry.number(), entry.at(), entry.actor(), entry.kind(), entry.subject(), "{\"other\":true}");
    }

    private static List<String> codes(List<Message> messages) {
        return messages.stream().map(Message::code).toList();
    }

    @Test
    void aTailThatWasReplacedAndHashedAnewIsFoundByAnchorsAfterItOnly() {
        SampleLedger other = ledger.rewritten(SampleLedger.GENESIS, ENTRIES, changed(CHANGED));
        LedgerVerification alone = SampleLedger.verify(other.files());
        assertEquals(List.of(), alone.findings());
        assertEquals(List.of("LEDGER_NO_ANCHOR"), codes(alone.confirmations()), "and it is said that it may be so");

        LedgerVerification early = SampleLedger.verify(other.files(), ledger.headAt(CHANGED - 1));
        assertEquals(List.of(), early.findings());
        assertEquals(
                List.of(
                        Message.of("ANCHOR_AGREES", "position", CHANGED - 1L),
                        Message.of("LEDGER_AFTER_ANCHOR", "from", (long) CHANGED, "to", (long) ENTRIES)),
                early.confirmations());

        for (int anchored = CHANGED; anchored <= ENTRIES; anchored++) {
            LedgerVerification late = SampleLedger.verify(
                    other.files(), ledger.headAt(anchored), ledger.headAt(9), ledger.headAt(CHANGED - 3));
            assertEquals(List.of("ANCHOR_DIFFERS"), codes(late.findings()));
            Message said = late.findings().get(0);
            assertEquals((long) anchored, said.arguments().get("position"));
            assertEquals(CHANGED - 2L, said.arguments().get("from"), "behind the last anchor that agrees");
        }
    }

    @Test
    void aTailThatWasReplacedWhileTheDaysWereLeftShowsInTheFirstDayThatIsOther() {
        SampleLedger other = ledger.rewritten(SampleLedger.GENESIS, ENTRIES, changed(12));
        var files = other.files();
        files.put("days.tsv", ledger.files().get("days.tsv"));
        Message said = SampleLedger.verify(files).findings().get(0);
        assertEquals("LEDGER_DAY_ROOT", said.code());
        assertTrue(
                (long) said.arguments().get("first") <= 12
                        && 12 <= (long) said.arguments().get("last"),
                said.toString());
    }

    @Test
    void aLedgerThatWasCutOffWithEverythingThatKnewMoreIsFoundByAnAnchor() {
        for (int last = 0; last < ENTRIES; last++) {
            SampleLedger shorter = ledger.cutOffAfter(last);
            assertEquals(List.of(), SampleLedger.verify(shorter.files()).findings());
            LedgerVerification anchored = SampleLedger.verify(shorter.files(), ledger.head());
            assertEquals(
                    List.of(Message.of("ANCHOR_NOT_REACHED", "position", (long) ENTRIES, "last", (long) last)),
                    anchored.findings());
        }
    }

    @Test
    void aLedgerMadeAnewFromTheStartIsNotTheLedgerOfTheAnchor() {
        Hash genesis = Hash.parse("0dd5".repeat(16)).orElseThrow();
        SampleLedger other = ledger.rewritten(genesis, ENTRIES, (position, entry) -> entry);
        assertEquals(List.of(), SampleLedger.verify(other.files()).findings());
        assertEquals(
                List.of("ANCHOR_OTHER_LEDGER"),
                codes(SampleLedger.verify(other.files(), ledger.head()).findings()));
        SampleLedger sameGenesis = ledger.rewritten(SampleLedger.GENESIS, ENTRIES, changed(1));
        assertEquals(
                List.of("ANCHOR_DIFFERS"),
                codes(SampleLedger.verify(sameGenesis.files(), ledger.headAt(1)).findings()));
    }

    @Test
    void aLedgerThatWentOnAgreesWithEveryAnchorOfIt() {
        Head[] all = new Head[ENTRIES + 1];
        for (int position = 0; position <= ENTRIES; position++) {
            all[position] = ledger.headAt(position);
        }
        LedgerVerification verification = SampleLedger.verify(ledger.files(), all);
        assertEquals(List.of(), verification.findings());
        assertEquals(ENTRIES + 1, verification.confirmations().size());
    }

    @Test
    void anAnchorIsATextOrAFileThatHoldsSome() throws Exception {
        Head head = ledger.head();
        assertEquals(List.of(head), Anchors.read(head.text()));
        assertEquals(List.of(head), Anchors.read("  " + head.text() + "\n"));
        Path file = Files.writeString(
                place.resolve("kept.txt"),
                "\n" + head.text() + " \r\n\n" + ledger.headAt(7).text());
        assertEquals(List.of(head, ledger.headAt(7)), Anchors.read(file.toString()));
    }

    @Test
    void whatIsNoAnchorIsRefused() throws Exception {
        Path empty = Files.writeString(place.resolve("empty"), "\n");
        Path other = Files.writeString(place.resolve("other"), ledger.head().text() + "\nmore\n");
        for (String none : List.of(place.resolve("nowhere").toString(), place.toString(), empty.toString(), "", "\0")) {
            ProofRefused refused = assertThrows(ProofRefused.class, () -> Anchors.read(none));
            assertEquals("ANCHOR_NONE", refused.reason().code());
        }
        for (String wrong : List.of(other.toString(), ledger.head().text() + "0", "plimsoll-head 1", "plimsoll-head")) {
            ProofRefused refused = assertThrows(ProofRefused.class, () -> Anchors.read(wrong));
            assertEquals("ANCHOR_UNREADABLE", refused.reason().code());
        }
    }
}
