package io.plimsoll.service.runs;

import io.plimsoll.files.CycleInput;
import io.plimsoll.results.ResultWriter;
import io.plimsoll.rule.RuleBook;
import io.plimsoll.run.CycleResult;
import io.plimsoll.run.CycleRun;
import io.plimsoll.service.cycles.Running;
import io.plimsoll.service.database.Snapshot;
import io.plimsoll.service.database.Sql;
import io.plimsoll.service.frozen.FrozenFolders;
import io.plimsoll.service.intake.CycleIntake;
import io.plimsoll.service.law.Law;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;

/**
 * The work of one run: reads the cycle as it is at one moment, lets rules and allocator do what {@code plimsoll allocate}
 * does, and writes what came of it in one transaction. Until that commits nothing is there; so whoever is stopped at any
 * moment is followed by the same run, with the same bytes.
 */
@ApplicationScoped
class RunWork {

    /** A city is read and written within minutes; what takes longer than this hangs. */
    private static final int LONGEST_SECONDS = 3_600;

    private final Runs runs;
    private final FrozenFolders folders;
    private final Running running;
    private final Law law;
    private final RunWriting writing;
    private final Sql sql;
    private final Snapshot snapshot;
    private final Clock clock;

    RunWork(
            Runs runs,
            FrozenFolders folders,
            Running running,
            Law law,
            RunWriting writing,
            Sql sql,
            Snapshot snapshot,
            Clock clock) {
        this.runs = runs;
        this.folders = folders;
        this.running = running;
        this.law = law;
        this.writing = writing;
        this.sql = sql;
        this.snapshot = snapshot;
        this.clock = clock;
    }

    /** Does what was asked for, unless somebody else has done it first. To be called outside of transactions. */
    void work(RunRequest request, RunProgress.Listener progress) {
        progress.begins(RunPart.READING);
        CycleInput input = snapshot.read(LONGEST_SECONDS, () -> folders.input(request.cycle()));
        RuleBook book = law.rules();
        int threads = Runtime.getRuntime().availableProcessors();
        CycleResult result = new CycleRun(book, threads)
                .allocate(input.cycle(), part -> progress.begins(RunPart.valueOf(part.name())));
        progress.begins(RunPart.RECORDING);
        byte[] record = ResultWriter.recordOf(input, result, book.texts()).bytes();
        progress.begins(RunPart.WRITING);
        QuarkusTransaction.requiringNew()
                .timeout(LONGEST_SECONDS)
                .run(() -> write(request, input, result, record, progress));
    }

    private void write(
            RunRequest request, CycleInput input, CycleResult result, byte[] record, RunProgress.Listener progress) {
        String cycle = request.cycle();
        running.hold(cycle);
        RunRequest now = runs.request(request.id());
        if (!now.isWaiting()) {
            return;
        }
        int lines = input.cycle().orders().lines();
        sql.update("UPDATE allocation_run SET in_force = NULL WHERE cycle = ? AND in_force", cycle);
        long requestedBy = sql.count("SELECT requested_by FROM run_request WHERE id = ?", now.id());
        CycleIntake.RunHead head = new CycleIntake.RunHead(
                input.policy(), clock.instant(), requestedBy, now.supersedes(), now.reason(), record);
        long run = writing.write(head, result, now.id(), written -> progress.wrote(written, lines));
        sql.update(
                "UPDATE run_request SET state = 'DONE', run = ?, finished_at = ? WHERE id = ?",
                run,
                clock.instant(),
                now.id());
        running.end(cycle, requestedBy, now.supersedes() == null ? null : now.reason());
    }
}
