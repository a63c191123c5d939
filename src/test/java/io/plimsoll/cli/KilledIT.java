package io.plimsoll.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Whenever a run is killed, what stands in the place of its result is a whole one, the new or the earlier, or nothing
 * where nothing was; and the next run simply works.
 */
class KilledIT {

    private static final long SEED = 20261127;

    /** Codes of the shell for a process that a signal ended. */
    private static final Set<Integer> KILLED = Set.of(128 + 9, 128 + 15);

    @TempDir
    private static Path shelf;

    private static Cycles counties;

    @TempDir
    private Path place;

    private final Random random = new Random(SEED);

    private Path out;

    /**
     * Two cycles that are run by turns, so that the new result is another than the earlier one.
     *
     * @param folders of the two
     * @param results whole ones
     * @param wholes what these hold
     * @param milliseconds that a run takes
     */
    private record Cycles(List<Path> folders, List<Path> results, List<Map<String, String>> wholes, long milliseconds) {

        static Cycles of(Path one, Path other) throws Exception {
            Cycles cycles = new Cycles(List.of(one, other), new ArrayList<>(), new ArrayList<>(), 0);
            long start = System.nanoTime();
            for (Path folder : cycles.folders) {
                Path result = Files.createTempDirectory(shelf, "result").resolve("whole");
                PlimsollJar.run("allocate", folder, "--out", result).exits(ExitCode.DONE);
                cycles.results.add(result);
                cycles.wholes.add(CycleCopy.content(result));
            }
            long each = (System.nanoTime() - start) / 2_000_000;
            return new Cycles(cycles.folders, cycles.results, cycles.wholes, each);
        }
    }

    @BeforeAll
    static void allocateCounties() throws Exception {
        Path county = CycleCopy.county(shelf.resolve("county"));
        Path other = CycleCopy.county(shelf.resolve("other"));
        CycleCopy.altered(other, "cycle.csv", "drawn in public", "drawn anew");
        counties = Cycles.of(county, other);
    }

    @BeforeEach
    void name() {
        out = place.resolve("out");
    }

    @Test
    void aRunOfTheCountyThatIsKilledLeavesAWholeResultOrNone() throws Exception {
        killAtManyMoments(10, counties);
    }

    @Test
    void soDoesARunOfAWeekOfRealOrders() throws Exception {
        Path week = CycleCopy.shared("data/iowa/2022-03-w1");
        killAtManyMoments(4, Cycles.of(week, CycleCopy.shared("data/iowa/2022-03-w2")));
    }

    private void killAtManyMoments(int moments, Cycles cycles) throws Exception {
        int killed = 0;
        for (int moment = 0; moment < moments; moment++) {
            boolean forcibly = moment / 2 % 2 == 0;
            boolean atWriting = moment % 2 == 0;
            List<String> before = CycleCopy.everything(place);
            Process process = start(cycles.folders().get(moment % 2), atWriting);
            pause(atWriting ? cycles.milliseconds() / 20 : cycles.milliseconds());
            boolean signalled = process.isAlive();
            if (forcibly) {
                process.destroyForcibly();
            } else {
                process.destroy();
            }
            assertEnds(process);
            killed += KILLED.contains(process.exitValue()) ? 1 : 0;
            assertWhole(cycles, before, "moment " + moment + ", signalled " + signalled + ", forcibly " + forcibly);
            if (!forcibly) {
                assertNothingCame(before);
            }
        }
        assertTrue(killed >= moments / 4, killed + " of " + moments + " runs were killed at work");
        theNextRunSimplyWorks(cycles);
    }

    private Process start(Path cycle, boolean untilWriting) throws Exception {
        Process process = PlimsollJar.command("allocate", cycle, "--out", out, "--force")
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        if (untilWriting) {
            BufferedReader progress = process.errorReader();
            String line = progress.readLine();
            while (line != null && !line.equals("writing the result")) {
                line = progress.readLine();
            }
        }
        return process;
    }

    private static void assertEnds(Process process) throws InterruptedException {
        boolean ended = process.waitFor(60, TimeUnit.SECONDS);
        process.destroyForcibly();
        assertTrue(ended, "it went on after it was told to end");
    }

    private void pause(long atMost) throws InterruptedException {
        Thread.sleep(random.nextLong(atMost + 1));
    }

    private void assertWhole(Cycles cycles, List<String> before, String moment) throws Exception {
        if (Files.exists(out)) {
            assertTrue(cycles.wholes().contains(CycleCopy.content(out)), moment + ": half a result, seed " + SEED);
        } else if (before.contains("out")) {
            // Killed in the instant between two renames: then the earlier result waits beside its place.
            List<String> beside = CycleCopy.everything(place);
            assertTrue(beside.stream().anyMatch(name -> name.endsWith(".earlier")), moment + ": " + beside);
        }
    }

    private void assertNothingCame(List<String> before) throws Exception {
        Set<String> came = new HashSet<>(CycleCopy.everything(place));
        came.removeAll(before);
        came.removeIf(name -> name.equals("out") || name.startsWith("out/"));
        assertEquals(Set.of(), came, "a run that is asked to end cleans up");
    }

    private void theNextRunSimplyWorks(Cycles cycles) throws Exception {
        Path cycle = cycles.folders().get(0);
        PlimsollJar.run("allocate", cycle, "--out", out, "--force").exits(ExitCode.DONE);
        assertEquals(cycles.wholes().get(0), CycleCopy.content(out));
        PlimsollJar.run("verify", cycle, out).exits(ExitCode.DONE);
        assertFalse(
                CycleCopy.everything(place).stream().anyMatch(name -> name.startsWith(".")),
                () -> "left beside the result, seed " + SEED);
    }

    /** Asked to end, by the terminal or by a service manager, in the midst of everything that is loaded and set up. */
    @ParameterizedTest
    @ValueSource(strings = {"audit", "verify"})
    void whateverIsAskedToEndDoesSoAndLeavesNothing(String command) throws Exception {
        Path county = counties.folders().get(0);
        Path result = counties.results().get(0);
        List<Object> arguments = new ArrayList<>(List.of(command, county));
        arguments.addAll(
                command.equals("audit") ? List.of(result.resolve("grants.csv"), "--out", out) : List.of(result));
        for (int moment = 0; moment < 5; moment++) {
            Process process = PlimsollJar.command(arguments.toArray())
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            assertEquals("reading the cycle", process.errorReader().readLine());
            pause(moment == 0 ? 0 : 100);
            process.destroy();
            assertEnds(process);
            assertEquals(128 + 15, process.exitValue());
            assertEquals(List.of(), CycleCopy.everything(place));
        }
    }

    @Test
    void twoRunsAtOnceLeaveOneWholeResultAndNothingElse() throws Exception {
        for (boolean replace : List.of(false, true)) {
            List<Process> runs = new ArrayList<>();
            for (Path cycle : counties.folders()) {
                List<Object> arguments = new ArrayList<>(List.of("allocate", cycle, "--out", out));
                arguments.addAll(replace ? List.of("--force") : List.of());
                runs.add(PlimsollJar.command(arguments.toArray())
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .start());
            }
            int done = 0;
            for (Process run : runs) {
                int exit = run.waitFor();
                assertTrue(exit == ExitCode.DONE || exit == ExitCode.BAD_INPUT, "exit code " + exit);
                done += exit == ExitCode.DONE ? 1 : 0;
            }
            assertTrue(replace ? done > 0 : done == 1, done + " of 2 runs wrote their result");
            assertTrue(counties.wholes().contains(CycleCopy.content(out)), "half a result");
            assertFalse(CycleCopy.everything(place).stream().anyMatch(name -> name.startsWith(".")));
        }
    }
}
