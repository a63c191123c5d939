package io.plimsoll.work;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/**
 * One piece of work that goes on in a thread of its own, beside whatever the caller does meanwhile.
 *
 * @param <T> what comes of it
 * @param <E> what it may fail with
 */
public final class Beside<T, E extends Exception> {

    /** The work. */
    @FunctionalInterface
    public interface Work<T, E extends Exception> {
        T run() throws E;
    }

    private final FutureTask<T> task;

    private Beside(FutureTask<T> task) {
        this.task = task;
    }

    /** Begins a work; a program that ends does not wait for it. */
    public static <T, E extends Exception> Beside<T, E> begin(Work<T, E> work) {
        FutureTask<T> task = new FutureTask<>(work::run);
        Thread thread = new Thread(task, "beside");
        thread.setDaemon(true);
        thread.start();
        return new Beside<>(task);
    }

    /**
     * What came of the work; waits for it.
     *
     * @throws E what the work threw
     * @throws IllegalStateException when the caller was interrupted
     */
    @SuppressWarnings("unchecked") // the work throws nothing else that is checked
    public T get() throws E {
        try {
            return task.get();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped while waiting", stopped);
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof Error error) {
                throw error;
            }
            if (failed.getCause() instanceof RuntimeException unchecked) {
                throw unchecked;
            }
            throw (E) failed.getCause();
        }
    }
}
