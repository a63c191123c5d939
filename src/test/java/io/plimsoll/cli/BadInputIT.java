package io.plimsoll.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Bad input and bad usage, from the shell: one message, exit code 2, and nothing written. */
class BadInputIT {

    @TempDir
    private Path place;

    @Test
    void badInputIsNamedByFileLineColumnAndValueAndNothingIsWritten() throws Exception {
        Path cycle = CycleCopy.county(place.resolve("cycle"));
        CycleCopy.altered(cycle, "orders.csv", "L620000,1,HB-01,1", "L620000,1,HB-01,-5");
        PlimsollJar.Run english = PlimsollJar.run("allocate", cycle, "--out", place.resolve("a/out"), "--lang", "en")
                .exits(ExitCode.BAD_INPUT);
        assertEquals(
                List.of(
                        "reading the cycle",
                        "orders.csv, line 2, column demand: \"-5\" can't be used."
                                + " Expected: a whole number from 0 to 1000000."),
                english.err().lines().toList());
        assertEquals("", english.out());
        PlimsollJar.Run chinese = PlimsollJar.run("allocate", cycle, "--out", place.resolve("a/out"), "--lang", "zh")
                .exits(ExitCode.BAD_INPUT);
        assertTrue(chinese.err().contains("orders.csv 第 2 行，demand 列：“-5”不能采用。"), chinese.err());
        assertFalse(Files.exists(place.resolve("a")));
        assertTrue(CycleCopy.content(place).keySet().stream().allMatch(file -> file.startsWith("cycle/")));
    }

    @Test
    void aPlaceThatCannotBeWrittenIsFoundBeforeAnyWork() throws Exception {
        Path file = Files.writeString(place.resolve("file"), "mine");
        PlimsollJar.Run run = PlimsollJar.run("allocate", Path.of("docs/county"), "--out", file.resolve("deep/out"))
                .exits(ExitCode.BAD_INPUT);
        assertEquals(
                List.of(file.resolve("deep/out") + " was not written, and nothing is left of it: " + file
                        + " is no folder."),
                run.err().lines().toList());
    }

    @Test
    void aFolderThatIsNotThereIsNamed() throws Exception {
        Path nowhere = place.resolve("nowhere");
        PlimsollJar.Run run = PlimsollJar.run("verify", nowhere, nowhere).exits(ExitCode.BAD_INPUT);
        assertTrue(run.err().startsWith(nowhere + " is no folder."), run.err());
    }

    @ParameterizedTest
    @CsvSource({
        "'', Missing command",
        "alocate, Did you mean",
        "allocate, Missing required parameter: 'FOLDER'",
        "allocate x, Missing required option: '--out=OUT'",
        "allocate x --out y --bogus, Unknown option: '--bogus'",
        "allocate x --out y --threads 0, 0 is not from 1 to 256",
        "allocate x --out y --threads many, '--threads'",
        "allocate x --out y --lang fr, zh or en",
        "verify x, Missing required parameter: 'OUT'",
        "verify x y z, Unmatched argument",
        "audit x, Missing required parameter: 'GRANTS.csv'"
    })
    void badUsageSaysWhatIsWrongAndHowItGoes(String arguments, String said) throws Exception {
        Object[] words = arguments.isEmpty() ? new Object[0] : arguments.split(" ");
        PlimsollJar.Run run = PlimsollJar.run(words).exits(ExitCode.BAD_INPUT);
        assertTrue(run.err().contains(said), run.err());
        assertTrue(run.err().contains("plimsoll"), run.err());
        assertEquals("", run.out());
    }

    @ParameterizedTest
    @CsvSource({
        "--help, Reads one cycle",
        "allocate --help, Usage: plimsoll allocate",
        "verify --help, --recorded-rules",
        "audit --help, GRANTS.csv",
        "compare --help, OUT_A OUT_B",
        "compare-policies --help, FOLDER_A FOLDER_B",
        "--version, plimsoll 0.",
        "verify --version, plimsoll 0."
    })
    void helpAndVersionAreNoErrors(String arguments, String said) throws Exception {
        PlimsollJar.Run run = PlimsollJar.run((Object[]) arguments.split(" ")).exits(ExitCode.DONE);
        assertTrue(run.out().contains(said), run.out());
        assertEquals("", run.err());
    }
}
