package io.plimsoll.files;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/** A table that is read in a thread of its own while another file is. */
final class TableBeside {

    private final FutureTask<Table> reading;

    private TableBeside(FutureTask<Table> reading) {
        this.reading = reading;
    }

    static TableBeside begin(Callable<Table> reading) {
        FutureTask<Table> task = new FutureTask<>(reading);
        Thread thread = new Thread(task, "reader");
        thread.setDaemon(true);
        thread.start();
        return new TableBeside(task);
    }

    /**
     * The table; waits for it.
     *
     * @throws BadInput what is wrong with it
     */
    Table get() throws BadInput {
        try {
            return reading.get();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped while reading", stopped);
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof BadInput bad) {
                throw bad;
            }
            if (failed.getCause() instanceof Error tooLarge) {
                throw tooLarge;
            }
            throw new IllegalStateException("a table could not be read", failed.getCause());
        }
    }
}
