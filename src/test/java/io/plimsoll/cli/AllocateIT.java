package io.plimsoll.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code plimsoll allocate}, from the shell. */
class AllocateIT {

    private static final Set<String> SEVEN_FILES =
            Set.of("grants.csv", "levels.csv", "ceilings.csv", "findings.csv", "peers.csv", "tiers.csv", "run.json");

    @TempDir
    private Path shelf;

    @TempDir
    private Path place;

    private Path cycle;

    @BeforeEach
    void copyTheCounty() throws Exception {
        cycle = CycleCopy.county(shelf.resolve("county"));
    }

    @Test
    void writesSevenFilesAndSaysWhatItIsDoingMeanwhile() throws Exception {
        Path out = place.resolve("deep/out");
        PlimsollJar.Run run = PlimsollJar.run("allocate", cycle, "--out", out).exits(ExitCode.DONE);
        assertEquals(SEVEN_FILES, CycleCopy.content(out).keySet());
        assertEquals(
                List.of(
                        "reading the cycle",
                        "asking the rules for ceilings",
                        "sharing supply",
                        "asking the rules for findings",
                        "writing the result"),
                run.err().lines().toList());
    }

    /** The only claim here that needs the shared vectors, for their expected files. */
    @ParameterizedTest
    @ValueSource(strings = {"vectors/000", "vectors/017-names-and-quotes", "vectors/016-chain-of-rejections"})
    void writesTheGrantsAndLevelsOfTheSharedCases(String name) throws Exception {
        Path vector = CycleCopy.shared(name);
        Path out = place.resolve("out");
        PlimsollJar.run("allocate", vector, "--out", out).exits(ExitCode.DONE);
        assertEquals(
                Files.readString(vector.resolve("expected-grants.csv")), Files.readString(out.resolve("grants.csv")));
        assertEquals(
                Files.readString(vector.resolve("expected-levels.csv")), Files.readString(out.resolve("levels.csv")));
    }

    @Test
    void anyNumberOfThreadsAndAnyOrderOfLinesGivesTheSameBytes() throws Exception {
        Path shuffled = CycleCopy.shuffled(cycle, place.resolve("shuffled"), 7);
        PlimsollJar.run("allocate", cycle, "--out", place.resolve("one"), "--threads", 1)
                .exits(ExitCode.DONE);
        Map<String, String> expected = CycleCopy.content(place.resolve("one"));
        for (int threads : List.of(2, 8)) {
            Path out = place.resolve("shuffled-" + threads);
            PlimsollJar.run("allocate", shuffled, "--out", out, "--threads", threads)
                    .exits(ExitCode.DONE);
            assertEquals(expected, CycleCopy.content(out), threads + " threads, shuffled, with CRLF and BOM");
        }
    }

    @Test
    void theSummarySaysInBothLanguagesWhatBecameOfTheCycle() throws Exception {
        Path out = place.resolve("out");
        String english = PlimsollJar.run("allocate", cycle, "--out", out, "--lang", "en")
                .exits(ExitCode.DONE)
                .out();
        for (String part : List.of(
                "150 retailers, 144 of them with an order; 20 Skus; 1,737 lines",
                "  small       1,313    1,086  82.7 %",
                "  Tier 5        790      740  93.6 %",
                "  all         5,582    4,663  83.5 %",
                "  the ceiling for the period                  13       43",
                "Findings: 0 CRITICAL, 1 WARNING, 0 INFO",
                "  WARNING R2: L620420 had been granted 40 cartons",
                "Written to " + out)) {
            assertTrue(english.contains(part), part + "\nin\n" + english);
        }
        String chinese = PlimsollJar.run("allocate", cycle, "--out", out, "--lang", "zh", "--force")
                .exits(ExitCode.DONE)
                .out();
        assertTrue(chinese.contains("零售户 150 户"), chinese);
        assertTrue(chinese.contains("达到月度上限"), chinese);
        assertFalse(chinese.contains("R2:"), "the rules' own sentences are in Chinese as well");
    }

    @Test
    void aFolderThatExistsIsRefusedAndOnlyAnEarlierResultIsReplaced() throws Exception {
        Path out = place.resolve("out");
        PlimsollJar.run("allocate", cycle, "--out", out).exits(ExitCode.DONE);
        Map<String, String> before = CycleCopy.content(place);
        PlimsollJar.Run again = PlimsollJar.run("allocate", cycle, "--out", out).exits(ExitCode.BAD_INPUT);
        assertTrue(again.err().contains("--force"), again.err());
        assertEquals("", again.out());
        PlimsollJar.run("allocate", cycle, "--out", out, "--force").exits(ExitCode.DONE);
        assertEquals(before, CycleCopy.content(place));
        Files.writeString(out.resolve("notes.txt"), "mine");
        PlimsollJar.Run foreign =
                PlimsollJar.run("allocate", cycle, "--out", out, "--force").exits(ExitCode.BAD_INPUT);
        assertTrue(foreign.err().contains("notes.txt"), foreign.err());
        assertEquals(8, CycleCopy.content(place).size());
    }

    @Test
    void aResultInsideTheCycleFolderDoesNotSpoilTheCycle() throws Exception {
        PlimsollJar.run("allocate", cycle, "--out", cycle, "--force").exits(ExitCode.BAD_INPUT);
        PlimsollJar.run("allocate", cycle, "--out", cycle.resolve("policy/new.csv"))
                .exits(ExitCode.BAD_INPUT);
        Path out = cycle.resolve("result");
        PlimsollJar.run("allocate", cycle, "--out", out).exits(ExitCode.DONE);
        PlimsollJar.run("verify", cycle, out).exits(ExitCode.DONE);
    }
}
