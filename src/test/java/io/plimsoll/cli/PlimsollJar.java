package io.plimsoll.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The packaged program, run as its user would: a process of its own, with its streams and its exit code. */
final class PlimsollJar {

    private static final long PATIENCE_SECONDS = 120;

    /** Half the time for a run that is over before a better compiler would be worth its while. */
    private static final String QUICKLY = "-XX:TieredStopAtLevel=1";

    /** What is said while the work goes on, in either language. */
    private static final String PROGRESS = "(reading|asking|sharing|writing|comparing|读取|按规则|分配|写出|比对).*";

    private PlimsollJar() {}

    /** What a run left on its streams. */
    record Run(int exit, String out, String err) {

        Run exits(int expected) {
            assertEquals(expected, exit, () -> "out: " + out + "\nerr: " + err);
            assertFalse((out + err).contains("\tat "), () -> "a stack trace: " + out + err);
            assertFalse((out + err).contains("Exception"), () -> "words of the machine: " + out + err);
            return this;
        }

        /** Ends as bad input or bad usage does: nothing on standard output, and one sentence after the progress. */
        Run refusesWith(String sentence) {
            exits(ExitCode.BAD_INPUT);
            assertEquals("", out);
            List<String> said =
                    err.lines().filter(line -> !line.matches(PROGRESS)).toList();
            assertEquals(List.of(sentence), said);
            return this;
        }
    }

    /** Runs to the end. */
    static Run run(Object... arguments) throws IOException, InterruptedException {
        return run(command(arguments));
    }

    /** The same, of a command that a test has prepared. */
    static Run run(ProcessBuilder command) throws IOException, InterruptedException {
        Path out = Files.createTempFile("plimsoll", ".out");
        Path err = Files.createTempFile("plimsoll", ".err");
        try {
            Process process = command.redirectOutput(out.toFile())
                    .redirectError(err.toFile())
                    .start();
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new AssertionError("still running: " + command.command());
            }
            return new Run(process.exitValue(), text(out), text(err));
        } finally {
            Files.delete(out);
            Files.delete(err);
        }
    }

    private static String text(Path file) throws IOException {
        return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    }

    /** Not yet started, where a test wants to interfere. */
    static ProcessBuilder command(Object... arguments) {
        return command(List.of(), arguments);
    }

    /** The same with options of the JVM. */
    static ProcessBuilder command(List<String> options, Object... arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add(QUICKLY);
        command.addAll(options);
        command.add("-jar");
        command.add(System.getProperty("plimsoll.jar"));
        for (Object argument : arguments) {
            command.add(argument.toString());
        }
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().put("LC_ALL", "C");
        return builder;
    }
}
