package io.plimsoll.service.background;

import io.plimsoll.service.background.WaitingWork.Piece;
import io.plimsoll.service.database.Locks;
import io.plimsoll.service.database.Trouble;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Does the work that waits, one piece at a time on a thread that gives way to others: as soon as it is put down, and by the
 * schedule of runs, so that what a process left undone when it stopped is done by the next.
 */
@ApplicationScoped
class BackgroundWorker {

    private static final Logger LOG = Logger.getLogger(BackgroundWorker.class);
    private static final String OFF = "off";
    private static final int LONGEST_FAILURE = 1_000;

    private final WaitingWork waiting;
    private final Instance<Job> jobs;
    private final Locks locks;
    private final String every;
    private final AtomicBoolean isBusy = new AtomicBoolean();
    private final ExecutorService thread = Executors.newSingleThreadExecutor(work -> {
        Thread made = new Thread(work, "background");
        made.setDaemon(true);
        made.setPriority(Thread.MIN_PRIORITY);
        return made;
    });
    private volatile boolean isStopping;

    BackgroundWorker(
            WaitingWork waiting,
            @Any Instance<Job> jobs,
            Locks locks,
            @ConfigProperty(name = "plimsoll.runs.every", defaultValue = "2s") String every) {
        this.waiting = waiting;
        this.jobs = jobs;
        this.locks = locks;
        this.every = every;
    }

    @Scheduled(
            every = "${plimsoll.runs.every:2s}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP,
            skipExecutionIf = Scheduled.ApplicationNotRunning.class)
    void beat() {
        wake();
    }

    void put(@Observes(during = TransactionPhase.AFTER_SUCCESS) WaitingWork.Put put) {
        if (!every.equals(OFF)) {
            wake();
        }
    }

    void stop(@Observes ShutdownEvent stopping) {
        isStopping = true;
        thread.shutdown();
    }

    private void wake() {
        if (!isStopping && isBusy.compareAndSet(false, true)) {
            thread.execute(() -> {
                try {
                    goOn();
                } catch (RuntimeException unreachable) {
                    LOG.errorf(unreachable, "Work cannot be looked for; that will be tried again");
                } finally {
                    isBusy.set(false);
                }
            });
        }
    }

    /** Does every piece that waits and that nobody else is at. */
    void goOn() {
        for (Piece piece : waiting.all()) {
            if (isStopping) {
                return;
            }
            jobs.stream()
                    .filter(job -> job.kind().equals(piece.kind()))
                    .findFirst()
                    .ifPresent(job -> attempt(piece, job));
        }
    }

    private void attempt(Piece piece, Job job) {
        Optional<Locks.Held> lock = locks.take(piece.lock());
        if (lock.isEmpty()) {
            return;
        }
        try {
            if (waiting.isWaiting(piece)) {
                job.work(piece.id(), waiting.begin(piece));
            }
        } catch (RuntimeException | Error failed) {
            giveUp(piece, job, failed);
        } finally {
            waiting.end(piece);
            lock.get().close();
        }
    }

    /** What is the database's trouble, or our own end, passes: the piece still waits, and is tried again. */
    private void giveUp(Piece piece, Job job, Throwable failed) {
        if (isStopping || Trouble.isPassing(failed)) {
            LOG.errorf(failed, "%s cannot go on; it will be tried again", piece.lock());
            return;
        }
        LOG.errorf(failed, "%s has failed; nothing of it is stored", piece.lock());
        String words = failed.getMessage() == null ? failed.getClass().getSimpleName() : failed.getMessage();
        String failure = words.substring(0, Math.min(LONGEST_FAILURE, words.length()));
        QuarkusTransaction.requiringNew().run(() -> {
            if (waiting.isTaken(piece.kind(), piece.id())) {
                job.fail(piece.id(), failure);
            }
        });
    }
}
