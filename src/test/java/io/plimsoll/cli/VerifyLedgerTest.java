package io.plimsoll.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plimsoll.proof.LedgersForCommands;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code plimsoll verify-ledger} and {@code plimsoll verify-proof}, as somebody uses them who has files only. */
class VerifyLedgerTest {

    @TempDir
    private Path place;

    private String out;
    private String err;

    @BeforeEach
    void write() throws Exception {
        LedgersForCommands.write(place);
    }

    private int run(Object... arguments) {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        ByteArrayOutputStream complained = new ByteArrayOutputStream();
        String[] words = Arrays.stream(arguments).map(Object::toString).toArray(String[]::new);
        int exit = PlimsollCommand.run(
                words,
                new PrintStream(said, true, StandardCharsets.UTF_8),
                new PrintStream(complained, true, StandardCharsets.UTF_8));
        out = said.toString(StandardCharsets.UTF_8);
        err = complained.toString(StandardCharsets.UTF_8);
        assertFalse(out.contains("{"), "an argument without its value: " + out);
        return exit;
    }

    private Path file(String name) {
        return place.resolve(name);
    }

    private void alter(String name, String from, String to) throws Exception {
        String text = Files.readString(file(name));
        assertTrue(text.contains(from), name + " holds " + from);
        Files.writeString(file(name), text.replaceFirst(java.util.regex.Pattern.quote(from), to));
    }

    @Test
    void aLedgerThatNobodyChangedIsVerifiedInBothLanguagesAsFolderAndAsZip() {
        assertEquals(
                ExitCode.DONE, run("verify-ledger", file("export"), "--anchor", file("anchor.txt"), "--lang", "en"));
        assertTrue(out.startsWith("The anchor at position 40 agrees"), out);
        assertTrue(out.contains("fits together: 40 entries, "), out);
        assertTrue(err.contains("reading the ledger"), err);
        assertEquals(
                ExitCode.DONE,
                run("verify-ledger", file("export.zip"), "--anchor", file("anchor.txt"), "--lang", "zh"));
        assertTrue(out.startsWith("序号 40 处的锚点相符"), out);
    }

    @Test
    void anAnchorMayBeItsTextAndThereMayBeSeveral() throws Exception {
        String text = Files.readString(file("anchor.txt")).strip();
        assertEquals(
                ExitCode.DONE,
                run("verify-ledger", file("export"), "--anchor", text, "--anchor", file("early.txt"), "--lang", "en"));
        assertTrue(out.contains("position 20") && out.contains("position 40"), out);
    }

    @Test
    void withoutAnAnchorItIsSaidWhatIsNotProved() {
        assertEquals(ExitCode.DONE, run("verify-ledger", file("export"), "--lang", "en"));
        assertTrue(out.contains("a whole ledger made anew from the start would pass as well"), out);
        assertEquals(ExitCode.DONE, run("verify-ledger", file("export"), "--lang", "zh"));
        assertTrue(out.contains("从头另造的整本账本同样能通过"), out);
        assertEquals(
                ExitCode.DONE, run("verify-ledger", file("export"), "--anchor", file("early.txt"), "--lang", "en"));
        assertTrue(out.contains("No anchor reaches the entries from position 21 to 40"), out);
    }

    @Test
    void anAlteredEntryIsNamedAndTheCommandFails() throws Exception {
        alter("export/ledger.tsv", "\n7\t", "\n7\t1");
        assertEquals(ExitCode.CRITICAL, run("verify-ledger", file("export"), "--lang", "en"));
        assertTrue(out.startsWith("ledger.tsv, line 8: the entry at position 7 was ALTERED."), out);
        assertTrue(out.contains("All entries up to position 6 fit together"), out);
        assertTrue(out.strip().endsWith("export is NOT what was sealed."), out);
        assertEquals(ExitCode.CRITICAL, run("verify-ledger", file("export"), "--lang", "zh"));
        assertTrue(out.startsWith("ledger.tsv 第 8 行：序号 7 的条目被改动。"), out);
    }

    @Test
    void whatIsNoExportOrNoAnchorIsBadInput() throws Exception {
        assertEquals(ExitCode.BAD_INPUT, run("verify-ledger", file("nowhere"), "--lang", "en"));
        assertEquals("", out);
        assertTrue(err.contains("nowhere is no export."), err);
        assertEquals(
                ExitCode.BAD_INPUT, run("verify-ledger", file("export"), "--anchor", file("nowhere"), "--lang", "en"));
        assertTrue(err.contains("is neither a head nor a file that holds one."), err);
        alter("anchor.txt", "plimsoll-head 1", "plimsoll-head 2");
        assertEquals(
                ExitCode.BAD_INPUT,
                run("verify-ledger", file("export"), "--anchor", file("anchor.txt"), "--lang", "en"));
        assertTrue(err.contains("is no head that can be used."), err);
        assertEquals(ExitCode.BAD_INPUT, run("verify-ledger"));
    }

    @Test
    void aProofSaysWhichGrantsItProves() {
        assertEquals(
                ExitCode.DONE, run("verify-proof", file("proof.txt"), "--anchor", file("anchor.txt"), "--lang", "en"));
        assertTrue(out.startsWith("Grants of retailer:"), out);
        assertTrue(out.contains("The anchor at position 40 agrees: this entry was in the ledger"), out);
        assertEquals(ExitCode.DONE, run("verify-proof", file("proof.txt"), "--lang", "zh"));
        assertTrue(out.contains("有可能专为您另造一份"), out);
    }

    @Test
    void anAlteredProofProvesNothingAndShowsNoGrants() throws Exception {
        alter("proof.txt", "\tretailer:", "\tretailer:0");
        assertEquals(ExitCode.CRITICAL, run("verify-proof", file("proof.txt"), "--lang", "en"));
        assertTrue(out.startsWith("Line 2 was altered or is missing."), out);
        assertFalse(out.contains("Grants of"), out);
        assertTrue(out.strip().endsWith("proof.txt is NOT confirmed."), out);
        assertEquals(ExitCode.BAD_INPUT, run("verify-proof", file("nowhere"), "--lang", "en"));
        assertTrue(err.contains("nowhere is no file with a proof."), err);
    }
}
