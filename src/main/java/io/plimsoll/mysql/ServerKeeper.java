package io.plimsoll.mysql;

import io.plimsoll.message.Message;
import java.time.Duration;
import java.util.function.Consumer;

/**
 * Starts a server again, on the port that it had, whenever it ends by itself: whoever uses it finds it where it was. One
 * that ends again and again, or does not start, is given longer and longer pauses.
 */
final class ServerKeeper implements AutoCloseable {

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

    /** A server that has lived for so long ends for a new reason. */
    private static final Duration LIVED_WELL = Duration.ofMinutes(1);

    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);

    /** Starts the server that is to take the place of one that has ended. */
    @FunctionalInterface
    interface Starting {

        Server start(int port) throws CannotStart, InterruptedException;
    }

    private final Starting starting;
    private final Consumer<Message> tell;
    private final Thread thread;
    private volatile Server server;

    private ServerKeeper(Server server, Starting starting, Consumer<Message> tell) {
        this.server = server;
        this.starting = starting;
        this.tell = tell;
        thread = new Thread(this::keep, "mysql-keeper");
        thread.setDaemon(true);
    }

    /**
     * Begins.
     *
     * @param tell is told each time that the server was started again, or why it cannot be
     */
    static ServerKeeper keep(Server server, Starting starting, Consumer<Message> tell) {
        ServerKeeper keeper = new ServerKeeper(server, starting, tell);
        keeper.thread.start();
        return keeper;
    }

    /** The one that runs, or ran last. */
    Server server() {
        return server;
    }

    private void keep() {
        Duration pause = Duration.ZERO;
        try {
            while (true) {
                long begun = System.nanoTime();
                while (!server.endsWithin(BETWEEN_LOOKS)) {
                    // It does what it is there for.
                }
                boolean livedWell = System.nanoTime() - begun > LIVED_WELL.toNanos();
                pause = startAgain(livedWell ? Duration.ZERO : pause);
            }
        } catch (InterruptedException closed) {
            // Nobody needs a server any more.
        }
    }

    /** Returns how long to wait should it end again soon. */
    private Duration startAgain(Duration before) throws InterruptedException {
        int port = server.port();
        // Should it be its script alone that has ended, two servers would be at the same data.
        server.close();
        Duration pause = before;
        while (true) {
            Thread.sleep(pause.toMillis());
            pause = longer(pause);
            try {
                server = starting.start(port);
                tell.accept(Message.of("MYSQL_STARTED_AGAIN", "port", port));
                return pause;
            } catch (CannotStart cannot) {
                tell.accept(cannot.reason());
            }
        }
    }

    private static Duration longer(Duration pause) {
        Duration twice = pause.isZero() ? FIRST_PAUSE : pause.multipliedBy(2);
        return twice.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : twice;
    }

    /** Lets the server end for good, in order where it can. */
    @Override
    public void close() {
        boolean isInHurry = false;
        thread.interrupt();
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException hurry) {
                isInHurry = true;
            }
        }
        if (isInHurry) {
            Thread.currentThread().interrupt();
        }
        server.close();
    }
}
