package io.plimsoll.mysql;

import io.plimsoll.message.Message;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
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
    private static final Duration GRACE = Duration.ofSeconds(20);

    /** Starts a server on a free port. Should another program take that port meanwhile, on another one. */
    static Server start(DataFolder folder, ServerFiles files, Database database, Tuning tuning)
            throws CannotStart, IOException, InterruptedException {
        for (int attempt = 1; ; attempt++) {
            int port = freePort();
            ErrorLog log = ErrorLog.fromNowOn(folder.file(ServerOptions.LOG));
            GuardedProcess process = GuardedProcess.start(
                    ServerOptions.serving(files, database.path(), port, tuning), log.file(), GRACE);
            boolean ready = false;
            try {
                ready = becomesReady(process, log);
            } finally {
                if (!ready) {
                    process.close();
                }
            }
            if (ready) {
                return new Server(process, port);
            }
            if (!log.saysPortIsTaken() || attempt == ATTEMPTS) {
                throw new CannotStart(Message.of("MYSQL_NOT_STARTED", "log", log.file(), "lines", log.lastLines()));
            }
        }
    }

    private static boolean becomesReady(GuardedProcess process, ErrorLog log) throws IOException, InterruptedException {
        long deadline = System.nanoTime() + LONGEST_START.toNanos();
        while (!log.saysReady()) {
            if (process.endsWithin(BETWEEN_LOOKS) || System.nanoTime() > deadline) {
                return false;
            }
        }
        return true;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    long pid() {
        return process.pid().orElseThrow();
    }

    @Override
    public void close() {
        process.close();
    }
}
