package io.plimsoll.work;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/** Some threads that do independent parts of a work together; the caller's own is one of them. */
public final class Workers implements AutoCloseable {

    /** So that no thread waits long for the last stretch of another. */
    private static final int STRETCHES_A_THREAD = 8;

    private static final int SHORTEST_STRETCH = 256;

    private final int threads;
    private final ExecutorService others;

    /**
     * Gets threads ready.
     *
     * @param threads how many work, the caller's own among them; at least 1
     */
    public Workers(int threads) {
        if (threads < 1) {
            throw new IllegalArgumentException("threads: " + threads);
        }
        this.threads = threads;
        others = threads > 1 ? Executors.newFixedThreadPool(threads - 1, Workers::daemon) : null;
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "worker");
        thread.setDaemon(true);
        return thread;
    }

    /** How many threads there are, the caller's own among them. */
    public int threads() {
        return threads;
    }

    /** One part of a work; {@code thread} counts from 0 and serves to find scratch space of its own. */
    @FunctionalInterface
    public interface Part {
        void work(int part, int thread);
    }

    /**
     * Works through the parts 0 to {@code parts} - 1; done when all of them are.
     *
     * @throws RuntimeException what a part threw; by then no part is being worked on any more
     * @throws IllegalStateException when the caller was interrupted
     */
    public void split(int parts, Part part) {
        AtomicInteger next = new AtomicInteger();
        List<Future<?>> started = new ArrayList<>();
        for (int i = 1; i < Math.min(threads, parts); i++) {
            int thread = i;
            started.add(others.submit(() -> workThrough(next, parts, part, thread)));
        }
        try {
            workThrough(next, parts, part, 0);
        } finally {
            await(started);
        }
    }

    /** A stretch of a row of things, from {@code from} to {@code to}, exclusive. */
    @FunctionalInterface
    public interface Stretch {
        void work(int from, int to);
    }

    /** Cuts a row of {@code length} things into stretches and works through them; done when all are. */
    public void stretches(int length, Stretch stretch) {
        int size = Math.max(SHORTEST_STRETCH, length / (threads * STRETCHES_A_THREAD) + 1);
        split(
                (length + size - 1) / size,
                (part, thread) -> stretch.work(part * size, Math.min(length, (part + 1) * size)));
    }

    private static void workThrough(AtomicInteger next, int parts, Part part, int thread) {
        for (int p = next.getAndIncrement(); p < parts; p = next.getAndIncrement()) {
            part.work(p, thread);
        }
    }

    /** Waits for all, also where one has failed: whoever cleans up after a failure wants nobody at work any more. */
    private static void await(List<Future<?>> started) {
        Throwable failure = null;
        for (Future<?> other : started) {
            try {
                other.get();
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("stopped at work", stopped);
            } catch (ExecutionException inWorker) {
                failure = inWorker.getCause();
            }
        }
        if (failure instanceof Error error) {
            throw error;
        }
        if (failure != null) {
            throw (RuntimeException) failure;
        }
    }

    @Override
    public void close() {
        if (others != null) {
            others.shutdownNow();
        }
    }
}
