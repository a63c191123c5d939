package io.plimsoll.service.uploads;

import io.plimsoll.exchange.Upload;
import io.plimsoll.files.CycleFolder;
import io.plimsoll.message.Message;
import io.plimsoll.service.database.Sql;
import io.plimsoll.service.journal.Act;
import io.plimsoll.service.journal.Journal;
import io.plimsoll.service.journal.Subject;
import io.plimsoll.service.right.Viewer;
import io.plimsoll.service.web.Checks;
import io.plimsoll.service.web.Once;
import io.plimsoll.service.web.Problem;
import io.plimsoll.service.web.Refused;
import io.plimsoll.service.web.Versions;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLIntegrityConstraintViolationException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.LongFunction;

/** Takes uploads in, stores or discards them. */
@ApplicationScoped
class Uploading {

    private static final int LONGEST_FILE = 200;
    private static final int LONGEST_CYCLE = 64;

    private final UploadFolder folder;
    private final UploadRows rows;
    private final UploadSettings settings;
    private final Turns turns;
    private final Judging judging;
    private final Storing storing;
    private final CyclesHere cycles;
    private final CameInPolicies policies;
    private final Journal journal;
    private final Once once;
    private final Sql sql;
    private final Clock clock;

    Uploading(
            UploadFolder folder,
            UploadRows rows,
            UploadSettings settings,
            Turns turns,
            Judging judging,
            Storing storing,
            CyclesHere cycles,
            CameInPolicies policies,
            Journal journal,
            Once once,
            Sql sql,
            Clock clock) {
        this.folder = folder;
        this.rows = rows;
        this.settings = settings;
        this.turns = turns;
        this.judging = judging;
        this.storing = storing;
        this.cycles = cycles;
        this.policies = policies;
        this.journal = journal;
        this.once = once;
        this.sql = sql;
        this.clock = clock;
    }

    /**
     * Takes an upload and looks it through.
     *
     * @param key under which the same request is done once
     * @param answer to the upload's number
     */
    Response receive(
            Viewer planner, InputStream content, UploadRows.Sent sent, String key, LongFunction<Response> answer) {
        requireSound(sent);
        try {
            UploadFolder.Received received = folder.receive(content);
            try {
                return turns.take(() -> preview(planner, received, sent, key, answer));
            } finally {
                Files.deleteIfExists(received.file());
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static void requireSound(UploadRows.Sent sent) {
        Checks checks = new Checks();
        checks.line("file", sent.file(), LONGEST_FILE);
        checks.lineIfAny("cycle", sent.cycle().orElse(null), LONGEST_CYCLE);
        checks.refuseErrors();
        if (sent.table().isPresent()
                && !CycleFolder.TABLES.contains(sent.table().get())) {
            throw Refused.field(
                    "table", Message.of("UPLOAD_TABLE_EXPECTED", "tables", String.join(", ", CycleFolder.TABLES)));
        }
    }

    private Response preview(
            Viewer planner,
            UploadFolder.Received received,
            UploadRows.Sent sent,
            String key,
            LongFunction<Response> answer)
            throws IOException {
        Preview preview;
        try (Upload upload = folder.open(received.file(), sent.file(), sent.table())) {
            preview = judging.judge(upload, sent.cycle(), received.digest());
        }
        List<String> asked =
                List.of(sent.file(), sent.table().orElse(""), sent.cycle().orElse(""), received.digest());
        return QuarkusTransaction.requiringNew()
                .call(() -> once.create(key, asked, () -> {
                    long id = rows.add(planner, sent, received, preview);
                    keep(received, id);
                    journal.append(
                            planner,
                            Act.UPLOAD_PREVIEWED,
                            Subject.upload(id),
                            content(rows.find(id).orElseThrow()));
                    return answer.apply(id);
                }));
    }

    private void keep(UploadFolder.Received received, long id) {
        try {
            folder.keep(received, id);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /**
     * Stores an upload.
     *
     * @param version that its preview was seen in
     * @throws Refused STALE where the preview is another by now; INVALID where it has errors, perhaps only since then
     */
    void store(Viewer planner, long id, long version) {
        UploadView seen = waiting(rows.find(id).orElseThrow(Refused::notFound), version);
        Path file = folder.kept(id).orElseThrow(() -> new Refused(Problem.CONFLICT, Message.of("UPLOAD_IS_GONE")));
        UploadRows.Sent sent = rows.sent(seen);
        try {
            turns.take(() -> {
                try (Upload upload = folder.open(file, sent.file(), sent.table())) {
                    store(planner, seen, upload, judging.judge(upload, sent.cycle(), seen.digest()));
                }
                return id;
            });
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        folder.forget(id);
    }

    private void store(Viewer planner, UploadView seen, Upload upload, Preview preview) {
        if (!preview.isGood()) {
            rows.judgedAgain(seen.id(), preview);
            throw new Refused(Problem.INVALID, Message.of("UPLOAD_HAS_ERRORS"));
        }
        try {
            storeGood(planner, seen, upload, preview);
        } catch (RuntimeException failed) {
            throw isOvertaken(failed) ? new Refused(Problem.CONFLICT, Message.of("UPLOAD_OVERTAKEN")) : failed;
        }
    }

    /** Whether somebody else stored something of the same name in this moment. */
    private static boolean isOvertaken(Throwable failed) {
        for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLIntegrityConstraintViolationException) {
                return true;
            }
        }
        return false;
    }

    private void storeGood(Viewer planner, UploadView seen, Upload upload, Preview preview) {
        QuarkusTransaction.requiringNew().run(() -> {
            if (preview.kind() == Kind.CAME_BACK) {
                // Before anything is read, so that the same file stored twice at once is seen by the one who comes
                // second.
                cycles.lock(preview.cycle());
                rows.objectionToCameBackAgain(preview.cycle(), seen.digest()).ifPresent(objection -> {
                    throw new Refused(Problem.CONFLICT, objection);
                });
            }
            waiting(rows.lock(seen.id()).orElseThrow(Refused::notFound), seen.version());
            try {
                storing.store(planner, seen.id(), upload, preview);
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
            rows.stored(seen.id(), preview);
            Map<String, Object> content = content(seen);
            Map<String, Long> counts = new TreeMap<>();
            preview.tables().forEach(table -> counts.put(table.file(), table.rows()));
            content.put("rows", counts);
            journal.append(planner, Act.UPLOAD_STORED, Subject.upload(seen.id()), content);
        });
    }

    private static UploadView waiting(UploadView upload, long version) {
        if (upload.state() != State.PREVIEWED) {
            throw new Refused(Problem.CONFLICT, Message.of("UPLOAD_IS_DONE"));
        }
        Versions.requireSame(version, upload.version());
        return upload;
    }

    /** Discards an upload that was not stored; one that is discarded already stays so. */
    void discard(Viewer planner, long id) {
        QuarkusTransaction.requiringNew().run(() -> {
            UploadView upload = rows.lock(id).orElseThrow(Refused::notFound);
            if (upload.state() == State.STORED) {
                throw new Refused(Problem.CONFLICT, Message.of("UPLOAD_IS_DONE"));
            }
            if (upload.state() == State.PREVIEWED) {
                rows.discarded(id, rows.preview(id));
                journal.append(planner, Act.UPLOAD_DISCARDED, Subject.upload(id), content(upload));
            }
        });
        folder.forget(id);
    }

    private static Map<String, Object> content(UploadView upload) {
        Map<String, Object> content = new TreeMap<>();
        content.put("file", upload.file());
        content.put("digest", upload.digest());
        content.put("bytes", upload.bytes());
        content.put("kind", upload.kind());
        content.put("errors", upload.errors());
        return content;
    }

    /** Discards what nobody stored in time. */
    @Scheduled(every = "1h", delayed = "1m", skipExecutionIf = Scheduled.ApplicationNotRunning.class)
    void discardOld() {
        Timestamp oldest = Timestamp.from(clock.instant().minus(settings.keep()));
        QuarkusTransaction.requiringNew()
                .run(() -> sql.list(
                                "SELECT id FROM upload WHERE state = 'PREVIEWED' AND uploaded_at < ?",
                                row -> row.getLong(1),
                                oldest)
                        .forEach(id -> {
                            UploadView upload = rows.lock(id).orElseThrow();
                            rows.discarded(id, rows.preview(id));
                            journal.appendBySystem(Act.UPLOAD_DISCARDED, Subject.upload(id), content(upload));
                        }));
        folder.forgetOld();
    }

    /** Lets policies bind their cycles that have been approved since they came in. */
    @Scheduled(every = "30s", delayed = "10s", skipExecutionIf = Scheduled.ApplicationNotRunning.class)
    void bindApproved() {
        policies.bindApproved();
    }
}
