package io.plimsoll.allocation;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/** Some threads that do independent parts of a work together; the caller's own is one of them. */
final class Workers implements AutoCloseable {

    private final int threads;
    private final ExecutorService others;

    Workers(int threads) {
        this.threads = threads;
        others = threads > 1 ? Executors.newFixedThreadPool(threads - 1, Workers::daemon) : null;
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "allocator");
        thread.setDaemon(true);
        return thread;
    }

    int threads() {
        return threads;
    }

    /** One part of a work; {@code thread} counts from 0 and serves to find scratch space of its own. */
    @FunctionalInterface
    interface Part {
        void work(int part, int thread);
    }

    /** Works through the parts 0 to {@code parts} - 1; done when all of them are. */
    void split(int parts, Part part) {
        AtomicInteger next = new AtomicInteger();
        List<Future<?>> started = new ArrayList<>();
        for (int i = 1; i < Math.min(threads, parts); i++) {
            int thread = i;
            started.add(others.submit(() -> workThrough(next, parts, part, thread)));
        }
        workThrough(next, parts, part, 0);
        await(started);
    }

    private static void workThrough(AtomicInteger next, int parts, Part part, int thread) {
        for (int p = next.getAndIncrement(); p < parts; p = next.getAndIncrement()) {
            part.work(p, thread);
        }
    }

    private static void await(List<Future<?>> started) {
        try {
            for (Future<?> other : started) {
                other.get();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped while sharing", stopped);
        } catch (ExecutionException inWorker) {
            throw new IllegalStateException("sharing failed", inWorker.getCause());
        }
    }

    @Override
    public void close() {
        if (others != null) {
            others.shutdownNow();
        }
    }
}
