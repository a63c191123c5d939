package io.plimsoll.files;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** A pipe in the place of a file: it gives a beginning and then the same bytes for ever, and counts what is taken of it. */
final class EndlessFile {

    private static final int BYTES_AT_A_TIME = 1 << 16;

    private final Thread writer;
    private volatile long bytesTaken;

    private EndlessFile(Path file, byte[] beginning, byte repeated) {
        writer = new Thread(() -> write(file, beginning, repeated), "endless " + file.getFileName());
        writer.setDaemon(true);
        writer.start();
    }

    /** Puts a pipe in the place of a file. */
    static EndlessFile at(Path file, byte[] beginning, char repeated) throws IOException, InterruptedException {
        Files.deleteIfExists(file);
        assertEquals(
                0,
                new ProcessBuilder("mkfifo", file.toString())
                        .inheritIO()
                        .start()
                        .waitFor());
        return new EndlessFile(file, beginning, (byte) repeated);
    }

    private void write(Path file, byte[] beginning, byte repeated) {
        byte[] more = new byte[BYTES_AT_A_TIME];
        Arrays.fill(more, repeated);
        long taken = 0;
        try (OutputStream out = Files.newOutputStream(file)) {
            out.write(beginning);
            while (true) {
                out.write(more);
                taken += more.length;
            }
        } catch (IOException readNoFurther) {
            bytesTaken = taken;
        }
    }

    /** How much was read, and what the pipe holds, once the reader has gone. */
    long bytesTaken() throws InterruptedException {
        writer.join();
        return bytesTaken;
    }
}
