package io.plimsoll.mysql;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * A process that does not outlive this one, however this one ends: a small shell script stands between the two and stops
 * it when the system closes the script's input.
 *
 * @see "guard.sh beside this class"
 */
final class GuardedProcess implements AutoCloseable {

    /** Starts the script in a session of its own where it can, so that signals to all processes of a terminal miss it. */
    private static final String IN_OWN_SESSION = "exec $(command -v setsid) /bin/sh -c \"$@\"";

    /** How much longer than the script we wait for it. */
    private static final Duration BEYOND_GRACE = Duration.ofSeconds(5);

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(20);

    private final Process script;
    private final Duration grace;
    private final Optional<ProcessHandle> server;

    private GuardedProcess(Process script, Duration grace, Optional<ProcessHandle> server) {
        this.script = script;
        this.grace = grace;
        this.server = server;
    }

    /**
     * Starts a process.
     *
     * @param command the program, by its absolute path, and its arguments
     * @param says file that everything it says is appended to
     * @param grace whole seconds that it has for stopping by itself
     */
    static GuardedProcess start(List<String> command, Path says, Duration grace) throws IOException {
        List<String> all = new ArrayList<>(List.of("/bin/sh", "-c", IN_OWN_SESSION, "sh", guard(), "plimsoll-guard"));
        all.add(Long.toString(grace.toSeconds()));
        all.addAll(command);
        Process script = new ProcessBuilder(all)
                .redirectError(ProcessBuilder.Redirect.appendTo(says.toFile()))
                .start();
        String pid = new BufferedReader(new InputStreamReader(script.getInputStream(), StandardCharsets.US_ASCII))
                .readLine();
        Optional<ProcessHandle> server = pid == null ? Optional.empty() : ProcessHandle.of(Long.parseLong(pid));
        return new GuardedProcess(script, grace, server);
    }

    private static String guard() {
        try (InputStream in = GuardedProcess.class.getResourceAsStream("guard.sh")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Waits until the process has ended, but not for ever. Returns whether it has. */
    boolean endsWithin(Duration patience) throws InterruptedException {
        return script.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS);
    }

    boolean hasEnded() {
        return !script.isAlive();
    }

    /** What the ended process told the shell. */
    int exitCode() {
        return script.exitValue();
    }

    /** Id of the process itself, if it ever started. */
    Optional<Long> pid() {
        return server.map(ProcessHandle::pid);
    }

    /** Stops the process, by force if its grace is over or this thread is interrupted. */
    @Override
    public void close() {
        long deadline = System.nanoTime() + grace.plus(BEYOND_GRACE).toNanos();
        try {
            script.getOutputStream().close();
            script.waitFor(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
            // Unless somebody has killed the script alone, the process has ended before it.
            while (isRunning() && System.nanoTime() < deadline) {
                Thread.sleep(BETWEEN_LOOKS.toMillis());
            }
        } catch (IOException closedAnyway) {
            // The script has ended.
        } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
        } finally {
            server.ifPresent(ProcessHandle::destroyForcibly);
            script.destroyForcibly();
        }
    }

    private boolean isRunning() {
        return server.isPresent() && server.get().isAlive();
    }
}
