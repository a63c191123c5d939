package io.plimsoll.service.runs;

import io.plimsoll.service.database.Locks;
import io.plimsoll.service.database.Sql;
import io.plimsoll.service.database.Trouble;
import io.plimsoll.service.journal.Act;
import io.plimsoll.service.journal.Journal;
import io.plimsoll.service.journal.Subject;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;

/**
 * Does the runs that wait, one at a time, beside everything else: as soon as one is asked for, and by a short schedule, so
 * that what a process left undone when it stopped is done by the next.
 */
@ApplicationScoped
class RunWorker {

    private static final Logger LOG = Logger.getLogger(RunWorker.class);
    private static final String OFF = "off";
    private static final int LONGEST_FAILURE = 1_000;

    private final Runs runs;
    private final RunWork work;
    private final RunLock locks;
    private final RunProgress progress;
    private final RunSettings settings;
    private final Journal journal;
    private final Sql sql;
    private final Clock clock;
    private final AtomicBoolean isBusy = new AtomicBoolean();
    private final ExecutorService thread = Executors.newSingleThreadExecutor(work -> {
        Thread made = new Thread(work, "runs");
        made.setDaemon(true);
        return made;
    });
    private volatile boolean isStopping;

    RunWorker(
            Runs runs,
            RunWork work,
            RunLock locks,
            RunProgress progress,
            RunSettings settings,
            Journal journal,
            Sql sql,
            Clock clock) {
        this.runs = runs;
        this.work = work;
        this.locks = locks;
        this.progress = progress;
        this.settings = settings;
        this.journal = journal;
        this.sql = sql;
        this.clock = clock;
    }

    @Scheduled(
            every = "${plimsoll.runs.every:2s}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP,
            skipExecutionIf = Scheduled.ApplicationNotRunning.class)
    void beat() {
        wake();
    }

    void asked(@Observes(during = TransactionPhase.AFTER_SUCCESS) RunStart.Asked asked) {
        if (!settings.every().equals(OFF)) {
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
                    LOG.errorf(unreachable, "Runs cannot be looked for; that will be tried again");
                } finally {
                    isBusy.set(false);
                }
            });
        }
    }

    /** Does every run that waits and that nobody else is at. */
    void goOn() {
        for (RunRequest request : runs.waiting()) {
            attempt(request, progress.begin(request.id()));
        }
    }

    /**
     * Does one run.
     *
     * @param listener is told how far it is
     */
    void attempt(RunRequest request, RunProgress.Listener listener) {
        Optional<Locks.Held> lock = locks.take(request.cycle());
        if (lock.isEmpty()) {
            return;
        }
        try {
            work.work(request, listener);
            LOG.infof("Cycle %s is allocated", request.cycle());
        } catch (RuntimeException | Error failed) {
            giveUp(request, failed);
        } finally {
            progress.end(request.id());
            lock.get().close();
        }
    }

    /** What is the database's trouble, or our own end, passes: the run still waits, and is tried again. */
    private void giveUp(RunRequest request, Throwable failed) {
        if (isStopping || Trouble.isPassing(failed)) {
            LOG.errorf(failed, "The run of cycle %s cannot go on; it will be tried again", request.cycle());
            return;
        }
        LOG.errorf(failed, "The run of cycle %s has failed; nothing of it is stored", request.cycle());
        String words = failed.getMessage() == null ? failed.getClass().getSimpleName() : failed.getMessage();
        String failure = words.substring(0, Math.min(LONGEST_FAILURE, words.length()));
        QuarkusTransaction.requiringNew().run(() -> {
            int given = sql.update(
                    "UPDATE run_request SET state = 'FAILED', failure = ?, finished_at = ? WHERE id = ? AND state = 'WAITING'",
                    failure,
                    clock.instant(),
                    request.id());
            if (given > 0) {
                journal.appendBySystem(
                        Act.RUN_FAILED,
                        Subject.cycle(request.cycle()),
                        Map.of("request", request.id(), "failure", failure));
            }
        });
    }
}
