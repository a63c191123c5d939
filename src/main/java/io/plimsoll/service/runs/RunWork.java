package io.plimsoll.service.runs;

import io.plimsoll.files.CycleInput;
import io.plimsoll.ledger.Hash;
import io.plimsoll.results.ResultWriter;
import io.plimsoll.rule.RuleBook;
import io.plimsoll.rule.Severity;
import io.plimsoll.run.CycleResult;
import io.plimsoll.run.CycleRun;
import io.plimsoll.run.Summary;
import io.plimsoll.service.cycles.Running;
import io.plimsoll.service.database.Sql;
import io.plimsoll.service.frozen.FrozenFolders;
import io.plimsoll.service.intake.CycleIntake;
import io.plimsoll.service.journal.Act;
import io.plimsoll.service.journal.Journal;
import io.plimsoll.service.journal.Subject;
import io.plimsoll.service.law.Law;
import io.plimsoll.service.ledger.RunRoots;
import io.plimsoll.text.Sha256;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import javax.sql.DataSource;

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
    private final CycleIntake intake;
    private final Running running;
    private final Law law;
    private final RunRoots roots;
    private final Journal journal;
    private final Sql sql;
    private final DataSource database;
    private final Clock clock;

    RunWork(
            Runs runs,
            FrozenFolders folders,
            CycleIntake intake,
            Running running,
            Law law,
            RunRoots roots,
            Journal journal,
            Sql sql,
            DataSource database,
            Clock clock) {
        this.runs = runs;
        this.folders = folders;
        this.intake = intake;
        this.running = running;
        this.law = law;
        this.roots = roots;
        this.journal = journal;
        this.sql = sql;
        this.database = database;
        this.clock = clock;
    }

    /** Does what was asked for, unless somebody else has done it first. To be called outside of transactions. */
    void work(RunRequest request, RunProgress.Listener progress) {
        progress.begins(RunPart.READING);
        CycleInput input = read(request.cycle());
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

    /** Everything as it is at one moment, though others go on writing. */
    private CycleInput read(String cycle) {
        return QuarkusTransaction.requiringNew().timeout(LONGEST_SECONDS).call(() -> {
            try (Connection connection = database.getConnection()) {
                connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            } catch (SQLException failed) {
                throw new IllegalStateException("the database cannot be read", failed);
            }
            return folders.input(cycle);
        });
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
        long run = intake.storeResult(head, result, written -> progress.wrote(written, lines));
        sql.update(
                "UPDATE run_request SET state = 'DONE', run = ?, finished_at = ? WHERE id = ?",
                run,
                clock.instant(),
                now.id());
        running.end(cycle, requestedBy, now.supersedes() == null ? null : now.reason());
        journal.appendBySystem(
                Act.RUN_FINISHED,
                Subject.cycle(cycle),
                content(now, run, result.summary(), record, roots.store(run, result)));
    }

    private static Map<String, Object> content(
            RunRequest request, long run, Summary summary, byte[] record, Hash root) {
        Map<String, Object> content = new LinkedHashMap<>();
        content.put("request", request.id());
        content.put("run", run);
        content.put("supersedes", request.supersedes());
        content.put("reason", request.reason());
        content.put("record", Sha256.of(record));
        content.put("grants_root", root.hex());
        content.put("retailers", summary.retailers());
        content.put("ordering_retailers", summary.ordering());
        content.put("lines", summary.lines());
        content.put("demand", summary.total().demand());
        content.put("granted", summary.total().granted());
        for (Map.Entry<Severity, Integer> each : summary.findings().entrySet()) {
            content.put("findings_" + each.getKey().name().toLowerCase(Locale.ROOT), each.getValue());
        }
        return content;
    }
}
