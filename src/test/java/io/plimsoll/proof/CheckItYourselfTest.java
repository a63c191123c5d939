package io.plimsoll.proof;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What docs/ledger.md gives people to check an export with, without us, does so. */
class CheckItYourselfTest {

    private final SampleLedger ledger = SampleLedger.of(60, 5);

    @TempDir
    private Path place;

    private Path export;
    private Path anchor;

    private record Said(int exit, String text) {}

    @BeforeEach
    void write() throws IOException {
        export = ledger.toFolder(place.resolve("export"));
        anchor =
                Files.writeString(place.resolve("anchor.txt"), ledger.headAt(33).text() + "\n");
    }

    /** The block of code in this language. */
    private static String block(String language) throws IOException {
        Matcher block = Pattern.compile("```" + language + "\n(.*?)```", Pattern.DOTALL)
                .matcher(Files.readString(Path.of("docs/ledger.md")));
        assertTrue(block.find(), language);
        return block.group(1);
    }

    private Said run(String... command) throws Exception {
        Path said = place.resolve("said.txt");
        Process process = new ProcessBuilder(command)
                .directory(export.toFile())
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        assertTrue(process.waitFor(60, TimeUnit.SECONDS));
        return new Said(process.exitValue(), Files.readString(said));
    }

    private void assumeIsThere(String program) {
        try {
            run(program, "--version");
        } catch (Exception missing) {
            assumeTrue(false, program + " is missing here");
        }
    }

    @Test
    void thePythonFindsNothingWhereNothingWasDone() throws Exception {
        assumeIsThere("python3");
        assertEquals(new Said(0, "60 entries fit\n"), python());
    }

    private Said python() throws Exception {
        Path script = Files.writeString(place.resolve("check.py"), block("python"));
        return run("python3", script.toString(), export.toString(), anchor.toString());
    }

    @Test
    void thePythonFindsWhatWasAltered() throws Exception {
        assumeIsThere("python3");
        for (String file : List.of("ledger.tsv", "days.tsv", "runs/3.tsv", "head.txt", "../anchor.txt")) {
            Path altered = export.resolve(file);
            byte[] whole = Files.readAllBytes(altered);
            byte[] other = whole.clone();
            int at = whole.length - 2;
            other[at] = (byte) (whole[at] == 'a' ? 'b' : 'a');
            Files.write(altered, other);
            Said said = python();
            assertEquals(1, said.exit(), file);
            assertTrue(said.text().startsWith("does not fit: "), said.text());
            Files.write(altered, whole);
        }
        assertEquals(0, python().exit());
    }

    @Test
    void thePythonFindsAReplacedTailByTheAnchor() throws Exception {
        assumeIsThere("python3");
        SampleLedger other = ledger.rewritten(
                SampleLedger.GENESIS, 60, (position, entry) -> position == 30 ? ledger.entry(31) : entry);
        export = other.toFolder(place.resolve("other"));
        Said said = python();
        assertEquals(1, said.exit());
        assertEquals("does not fit: " + anchor + "\n", said.text());
    }

    @Test
    void theShellReckonsTheFirstHash() throws Exception {
        assumeIsThere("bash");
        assertEquals(new Said(0, "position 1 fits\n"), run("bash", "-c", block("bash")));
        Path file = export.resolve("ledger.tsv");
        String text = Files.readString(file);
        Files.write(file, text.replaceFirst("RETAILER", "RETAILED").getBytes(StandardCharsets.UTF_8));
        assertEquals(1, run("bash", "-c", block("bash")).exit());
    }
}
