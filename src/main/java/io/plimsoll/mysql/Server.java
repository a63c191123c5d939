package io.plimsoll.mysql;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;

/**
 * A server that is ready for connections.
 *
 * @param process runs it
 * @param port of 127.0.0.1 that it listens to
 */
record Server(GuardedProcess process, int port) implements AutoCloseable {

    private static final int ATTEMPTS = 5;
    private static final Duration LONGEST_START = Duration.ofMinutes(5);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(20);

    /** In which a server that is told to stop does so, or is made to. */
    private static final Duration GRACE = Duration.ofSeconds(20);

    private static final Duration BEYOND_GRACE = Duration.ofSeconds(5);

    /** What a server takes for its temporary tables as soon as it starts. */
    private static final long MEGABYTES = 20;

    /** Finds ports that nobody has, for the moment. */
    @FunctionalInterface
    interface Ports {

        int next() throws IOException;
    }

    /** Any that the system has to give. */
    static int anyFree() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            return socket.getLocalPort();
        }
    }

    /** Starts a server on a free port; should another program take that port meanwhile, on another one. */
    static Server start(ServerFiles files, Database database, Tuning tuning, Ports ports)
            throws CannotStart, IOException, InterruptedException {
        database.folder().requireFree(MEGABYTES);
        database.awaitUnused(GRACE.plus(BEYOND_GRACE));
        Path says = database.folder().file(ServerOptions.LOG);
        for (int attempt = 1; ; attempt++) {
            int port = ports.next();
            ErrorLog log = ErrorLog.fromNowOn(says);
            GuardedProcess process =
                    GuardedProcess.start(ServerOptions.serving(files, database.path(), port, tuning), says, GRACE);
            boolean ready = false;
            try {
                ready = becomesReady(process, port, log);
                if (ready) {
                    return new Server(process, port);
                }
                if (!log.saysPortIsTaken() || attempt == ATTEMPTS) {
                    throw CannotStart.because(process, log);
                }
            } finally {
                if (!ready) {
                    process.close();
                }
            }
        }
    }

    private static boolean becomesReady(GuardedProcess process, int port, ErrorLog log)
            throws IOException, InterruptedException {
        long deadline = System.nanoTime() + LONGEST_START.toNanos();
        while (!log.saysReady(port)) {
            if (process.endsWithin(BETWEEN_LOOKS) || System.nanoTime() > deadline) {
                return false;
            }
        }
        return true;
    }

    /** Waits until the server has ended, but not for ever. Returns whether it has. */
    boolean endsWithin(Duration patience) throws InterruptedException {
        return process.endsWithin(patience);
    }

    long pid() {
        return process.pid().orElseThrow();
    }

    @Override
    public void close() {
        process.close();
    }
}
