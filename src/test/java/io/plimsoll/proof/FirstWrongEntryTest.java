package io.plimsoll.proof;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plimsoll.ledger.Chain;
import io.plimsoll.ledger.Entry;
import io.plimsoll.ledger.Head;
import io.plimsoll.ledger.LedgerLine;
import io.plimsoll.ledger.Malformed;
import io.plimsoll.message.Message;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Whatever is done to the ledger, the first entry that doesn't fit is named, and what was done to it. */
class FirstWrongEntryTest {

    private static final int ENTRIES = 40;

    private final SampleLedger ledger = SampleLedger.of(ENTRIES, 1);

    /** What is said first once the lines of the ledger, of which the first is number 0, have been treated. */
    private Message firstAfter(Consumer<List<String>> treatment) {
        SortedMap<String, byte[]> files = ledger.files();
        List<String> lines =
                new ArrayList<>(text(files.get("ledger.tsv")).lines().toList());
        treatment.accept(lines);
        files.put("ledger.tsv", (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8));
        return first(SampleLedger.verify(files, ledger.head()));
    }

    private static Message first(LedgerVerification verification) {
        assertTrue(!verification.holds(), "nothing was found");
        return verification.findings().get(0);
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static void assertSays(String code, long position, Message said) {
        assertEquals(code, said.code(), said.toString());
        Object named = said.arguments().get(code.equals("LEDGER_MISSING") ? "from" : "position");
        assertEquals(position, named, said.toString());
    }

    @Test
    void nothingIsFoundWhereNothingWasDone() {
        LedgerVerification verification = SampleLedger.verify(ledger.files(), ledger.head());
        assertEquals(List.of(), verification.findings());
        assertEquals(ENTRIES, verification.entries());
        assertEquals(ledger.days.size(), verification.days());
        assertEquals(ledger.runs.size(), verification.runs());
        assertTrue(ledger.days.size() >= 3 && ledger.runs.size() >= 3, "too small a sample");
        assertEquals("ANCHOR_AGREES", verification.confirmations().get(0).code());
    }

    @Test
    void anAlteredEntryIsNamed() {
        for (int position = 1; position <= ENTRIES; position++) {
            int at = position;
            assertSays(
                    "LEDGER_ALTERED",
                    at,
                    firstAfter(lines -> lines.set(at, lines.get(at).replace("{\"", "{ \""))));
            assertSays("LEDGER_ALTERED", at, firstAfter(lines -> lines.set(at, lines.get(at) + " ")));
            assertSays(
                    "LEDGER_ALTERED",
                    at,
                    firstAfter(lines -> lines.set(
                            at,
                            at + "0"
                                    + lines.get(at)
                                            .substring(Integer.toString(at).length()))));
            assertSays("LEDGER_ALTERED", at, firstAfter(lines -> lines.set(at, "")));
            assertSays("LEDGER_ALTERED", at, firstAfter(lines -> lines.set(at, withOtherHash(lines.get(at)))));
        }
    }

    private static String withOtherHash(String line) {
        char last = line.charAt(line.length() - 1);
        return line.substring(0, line.length() - 1) + (last == '0' ? '1' : '0');
    }

    @Test
    void missingEntriesAreNamedFromTheFirstToTheLast() {
        for (int position = 1; position < ENTRIES; position++) {
            for (int count = 1; position + count <= ENTRIES; count += 7) {
                int from = position;
                int to = position + count;
                Message said = firstAfter(lines -> lines.subList(from, to).clear());
                assertSays("LEDGER_MISSING", from, said);
                assertEquals(to - 1L, said.arguments().get("to"));
                assertEquals(from + 1L, said.arguments().get("line"));
            }
        }
    }

    @Test
    void whereTheLastEntriesAreMissingTheLedgerIsCutOff() {
        for (int last = 0; last < ENTRIES; last++) {
            int left = last;
            Message said =
                    firstAfter(lines -> lines.subList(left + 1, lines.size()).clear());
            assertEquals("LEDGER_CUT_OFF", said.code());
            assertEquals((long) last, said.arguments().get("last"));
        }
    }

    @Test
    void anInsertedLineIsNamed() throws Malformed {
        for (int position = 1; position <= ENTRIES; position++) {
            int at = position;
            assertSays("LEDGER_INSERTED", at, firstAfter(lines -> lines.add(at, "")));
            assertSays("LEDGER_INSERTED", at, firstAfter(lines -> lines.add(at, "no entry at all")));
            assertSays("LEDGER_INSERTED", at, firstAfter(lines -> lines.add(at, withOtherHash(lines.get(at)))));
            String foreign = new Chain(ledger.headAt(at - 1))
                    .seal(new Entry(77, "2026-11-29T00:00:00.000000Z", "system", "K", "s", "{}"))
                    .line();
            // It fits behind the one before; then the right one is the second with its position.
            Message said = firstAfter(lines -> lines.add(at, foreign));
            assertSays("LEDGER_INSERTED", at, said);
            assertEquals(at + 2L, said.arguments().get("line"));
            assertEquals(at + 1L, said.arguments().get("elsewhere"));
        }
    }

    @Test
    void aRepeatedEntryIsNamedWithItsPosition() {
        for (int position = 1; position <= ENTRIES; position++) {
            for (int later = position; later <= ENTRIES; later += 5) {
                int from = position;
                int to = later + 1;
                Message said = firstAfter(lines -> lines.add(to, lines.get(from)));
                assertSays("LEDGER_REPEATED", from, said);
                assertEquals(to + 1L, said.arguments().get("line"));
                assertEquals(from + 1L, said.arguments().get("elsewhere"));
            }
        }
    }

    @Test
    void swappedAndMovedEntriesAreReordered() {
        for (int position = 1; position < ENTRIES; position++) {
            for (int other = position + 1; other <= ENTRIES; other += 6) {
                int first = position;
                int second = other;
                Message swapped = firstAfter(lines -> Collections.swap(lines, first, second));
                assertSays("LEDGER_REORDERED", first, swapped);
                assertEquals((long) second, swapped.arguments().get("found"));
                assertEquals(second + 1L, swapped.arguments().get("elsewhere"));
                assertSays("LEDGER_REORDERED", first, firstAfter(lines -> lines.add(first, lines.remove(second))));
                assertSays("LEDGER_REORDERED", first, firstAfter(lines -> lines.add(second, lines.remove(first))));
            }
        }
    }

    @Test
    void aPositionThatWasRewrittenIsAnAlteredEntryAndNoMissingOne() {
        for (int position = 1; position <= ENTRIES; position++) {
            int at = position;
            for (int other : List.of(1, 7, at - 1, at + 1, at + 30)) {
                if (other > 0 && other != at) {
                    Message said = firstAfter(lines -> lines.set(
                            at,
                            other + lines.get(at).substring(Integer.toString(at).length())));
                    assertSays("LEDGER_ALTERED", at, said);
                }
            }
        }
    }

    @Test
    void anEntryInPlaceOfAnotherIsAltered() {
        for (int position = 2; position < ENTRIES; position++) {
            int at = position;
            assertSays("LEDGER_ALTERED", at, firstAfter(lines -> lines.set(at, lines.get(at - 1))));
        }
    }

    @Test
    void aFileThatIsCutOffAnywhereIsFound() {
        SampleLedger ledger = SampleLedger.of(22, 1);
        for (String name : ledger.files().keySet()) {
            byte[] whole = ledger.files().get(name);
            for (int length = 0; length < whole.length; length++) {
                byte[] rest = Arrays.copyOf(whole, length);
                SortedMap<String, byte[]> files = ledger.files();
                files.put(name, rest);
                LedgerVerification verification = SampleLedger.verify(files);
                assertTrue(!verification.holds(), name + " cut off after " + length);
                long lines = text(rest).lines().count();
                boolean isInEntry = length > 0 && whole[length - 1] != '\n' && name.equals("ledger.tsv") && lines > 1;
                if (isInEntry) {
                    assertSays("LEDGER_CUT_OFF_INSIDE", lines - 1, first(verification));
                    assertEquals(lines - 2, verification.entries());
                }
            }
        }
    }

    @Test
    void otherFormsOfTheSameTextAreNotTheLedger() {
        for (String name : ledger.files().keySet()) {
            String text = text(ledger.files().get(name));
            for (String other : List.of(
                    text.replace("\n", "\r\n"),
                    "\uFEFF" + text,
                    text + "\n",
                    "\n" + text,
                    text.stripTrailing(),
                    text.stripTrailing() + " \n",
                    text.replaceFirst("\n", " \n"),
                    text.replaceFirst("([0-9a-f]{8})\n", "00000000\n"),
                    text.toUpperCase(),
                    text.replace(" 1 ", " 01 "),
                    text.replace(" 1 ", " 2 "),
                    text.replace("plimsoll", "Plimsoll"))) {
                SortedMap<String, byte[]> files = ledger.files();
                files.put(name, other.getBytes(StandardCharsets.UTF_8));
                assertTrue(!SampleLedger.verify(files, ledger.head()).holds(), name + ": " + other);
            }
        }
    }

    @Test
    void anEntryThatWasRenumberedWithAllThatFollowButNotHashedAnewIsAltered() throws Malformed {
        int gone = 9;
        Message said = firstAfter(lines -> {
            lines.remove(gone);
            for (int at = gone; at < lines.size(); at++) {
                lines.set(at, renumbered(lines.get(at), at));
            }
        });
        assertSays("LEDGER_ALTERED", gone, said);
    }

    private static String renumbered(String line, long position) {
        try {
            LedgerLine read = LedgerLine.parse(line.getBytes(StandardCharsets.UTF_8));
            return new LedgerLine(position, read.entry(), read.hash()).text();
        } catch (Malformed cannotBe) {
            throw new IllegalStateException(cannotBe);
        }
    }

    @Test
    void whatStandsBeforeTheFirstWrongEntryIsStillConfirmed() {
        SortedMap<String, byte[]> files = ledger.files();
        List<String> lines =
                new ArrayList<>(text(files.get("ledger.tsv")).lines().toList());
        lines.set(30, lines.get(30) + "0");
        files.put("ledger.tsv", (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8));
        LedgerVerification verification = SampleLedger.verify(files, ledger.headAt(20), ledger.head());
        assertEquals(29, verification.entries());
        assertEquals(
                List.of("LEDGER_ALTERED", "LEDGER_STOPPED"),
                verification.findings().stream().map(Message::code).toList());
        assertEquals(List.of(Message.of("ANCHOR_AGREES", "position", 20L)), verification.confirmations());
    }

    @Test
    void anEmptyLedgerIsALedger() {
        SampleLedger empty = SampleLedger.of(0, 1);
        assertEquals(
                List.of(),
                SampleLedger.verify(empty.files(), Head.of(SampleLedger.GENESIS))
                        .findings());
    }
}
