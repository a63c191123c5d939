package io.plimsoll.mysql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How a process is stopped, and how it isn't. */
class GuardedProcessTest {

    private static final Duration GRACE = Duration.ofSeconds(2);

    @TempDir
    private Path temporary;

    @Test
    void itEndsWithItsOwnExitCode() throws Exception {
        try (GuardedProcess process = run("echo said; exit 7")) {
            assertTrue(process.endsWithin(GRACE));
            assertEquals(7, process.exitCode());
        }
        assertEquals("said\n", Files.readString(says()));
    }

    @Test
    void closedItIsAskedToStopAndTakesTheTimeItNeeds() throws Exception {
        GuardedProcess process =
                run("trap 'sleep 0.3; echo in order; exit' TERM; echo ready; while :; do sleep 0.1; done");
        awaitReady();
        process.close();
        assertTrue(process.hasEnded());
        assertEquals("ready\nin order\n", Files.readString(says()));
    }

    @Test
    void closedItIsMadeToStopWhenItsGraceIsOver() throws Exception {
        GuardedProcess process = run("trap '' TERM; echo ready; while :; do sleep 0.1; done");
        awaitReady();
        long begun = System.nanoTime();
        process.close();
        Duration taken = Duration.ofNanos(System.nanoTime() - begun);
        assertTrue(taken.compareTo(GRACE.minusSeconds(1)) > 0 && taken.compareTo(GRACE.plusSeconds(2)) < 0, "" + taken);
        assertFalse(isAlive(process));
    }

    /** As a terminal sends them to all processes at once. */
    @Test
    void signalsToItsScriptDoNotStopIt() throws Exception {
        try (GuardedProcess process = run("echo ready; while :; do sleep 0.1; done")) {
            awaitReady();
            ProcessHandle script = script(process);
            for (String signal : List.of("HUP", "INT", "QUIT", "TERM")) {
                new ProcessBuilder("/bin/sh", "-c", "kill -" + signal + " " + script.pid())
                        .inheritIO()
                        .start()
                        .waitFor();
            }
            assertFalse(process.endsWithin(Duration.ofMillis(300)));
            assertTrue(isAlive(process));
        }
    }

    @Test
    void itStopsAlsoWhenItsScriptHasBeenKilled() throws Exception {
        GuardedProcess process = run("echo ready; while :; do sleep 0.1; done");
        awaitReady();
        script(process).destroyForcibly();
        assertTrue(process.endsWithin(GRACE));
        assertTrue(isAlive(process));
        process.close();
        assertFalse(isAlive(process));
    }

    private GuardedProcess run(String script) throws IOException {
        // The guard may add an argument, which is no matter to a script.
        return GuardedProcess.start(List.of("/bin/sh", "-c", script, "test"), says(), GRACE);
    }

    private Path says() {
        return temporary.resolve("said");
    }

    private void awaitReady() throws Exception {
        while (!Files.readString(says()).contains("ready")) {
            Thread.sleep(10);
        }
    }

    private static ProcessHandle script(GuardedProcess process) {
        return ProcessHandle.of(process.pid().orElseThrow())
                .flatMap(ProcessHandle::parent)
                .orElseThrow();
    }

    private static boolean isAlive(GuardedProcess process) {
        return process.pid().flatMap(ProcessHandle::of).isPresent();
    }
}
