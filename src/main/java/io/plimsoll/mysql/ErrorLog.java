package io.plimsoll.mysql;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What the server says from some moment on. Its lines bear codes such as {@code [MY-010931]}. */
final class ErrorLog {

    private static final String READY = "[MY-010931]";
    private static final List<String> PORT_IS_TAKEN = List.of("[MY-010257]", "[MY-010262]");
    private static final int LAST_LINES = 8;

    private final Path file;
    private final long from;

    private ErrorLog(Path file, long from) {
        this.file = file;
        this.from = from;
    }

    /** Of what will be said from now on; earlier words are kept. */
    static ErrorLog fromNowOn(Path file) throws IOException {
        if (!Files.exists(file)) {
            Private.makeFile(file);
        }
        return new ErrorLog(file, Files.size(file));
    }

    Path file() {
        return file;
    }

    /** Whether the server that has this port is ready; one that a killed process has left may still be talking too. */
    boolean saysReady(int port) throws IOException {
        String ofPort = " port: " + port + " ";
        return words().lines().anyMatch(line -> line.contains(READY) && line.contains(ofPort));
    }

    boolean saysPortIsTaken() throws IOException {
        String words = words();
        return PORT_IS_TAKEN.stream().anyMatch(words::contains);
    }

    /** The last that was said. */
    String lastLines() throws IOException {
        List<String> lines = words().lines().toList();
        return String.join("\n", lines.subList(Math.max(0, lines.size() - LAST_LINES), lines.size()));
    }

    private String words() throws IOException {
        try (SeekableByteChannel channel = Files.newByteChannel(file)) {
            ByteBuffer bytes = ByteBuffer.allocate((int) Math.max(0, channel.size() - from));
            channel.position(from);
            while (bytes.hasRemaining() && channel.read(bytes) >= 0) {
                // Until all is read.
            }
            return new String(bytes.array(), 0, bytes.position(), StandardCharsets.UTF_8);
        }
    }
}
