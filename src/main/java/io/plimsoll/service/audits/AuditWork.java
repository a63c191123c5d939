package io.plimsoll.service.audits;

import io.plimsoll.files.BadInput;
import io.plimsoll.files.CycleInput;
import io.plimsoll.files.GrantsFile;
import io.plimsoll.finding.Finding;
import io.plimsoll.results.ResultWriter;
import io.plimsoll.results.RunRecord;
import io.plimsoll.rule.RuleBook;
import io.plimsoll.run.CycleRun;
import io.plimsoll.service.background.Job;
import io.plimsoll.service.background.WaitingWork;
import io.plimsoll.service.database.Batch;
import io.plimsoll.service.database.Snapshot;
import io.plimsoll.service.database.Sql;
import io.plimsoll.service.frozen.FrozenFolders;
import io.plimsoll.service.journal.Act;
import io.plimsoll.service.journal.Journal;
import io.plimsoll.service.journal.Subject;
import io.plimsoll.service.law.Law;
import io.plimsoll.service.uploads.UploadFolder;
import io.plimsoll.text.Sha256;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import javax.sql.DataSource;

/** Judges grants that others made: what {@code plimsoll audit} does with the exported cycle, by the same code. */
@ApplicationScoped
class AuditWork implements Job {

    private static final int LONGEST_SECONDS = 3_600;

    /** One thread: whoever orders, and the runs, come first. */
    private static final int THREADS = 1;

    private final Audits audits;
    private final FrozenFolders folders;
    private final Law law;
    private final WaitingWork waiting;
    private final UploadFolder disk;
    private final Journal journal;
    private final Snapshot snapshot;
    private final DataSource database;
    private final Sql sql;
    private final Clock clock;

    AuditWork(
            Audits audits,
            FrozenFolders folders,
            Law law,
            WaitingWork waiting,
            UploadFolder disk,
            Journal journal,
            Snapshot snapshot,
            DataSource database,
            Sql sql,
            Clock clock) {
        this.audits = audits;
        this.folders = folders;
        this.law = law;
        this.waiting = waiting;
        this.disk = disk;
        this.journal = journal;
        this.snapshot = snapshot;
        this.database = database;
        this.sql = sql;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return Audits.KIND;
    }

    @Override
    public void work(long id, Progress progress) {
        Audit asked = audits.find(id).orElseThrow();
        progress.begins(AuditPart.READING);
        Path place = null;
        try {
            place = disk.workplace();
            judge(asked, place, progress);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (BadInput changedSince) {
            throw new IllegalStateException(changedSince);
        } finally {
            delete(place);
        }
    }

    private static void delete(Path place) {
        try {
            if (place != null) {
                UploadFolder.delete(place);
            }
        } catch (IOException later) {
            // The next start clears what was being worked on.
        }
    }

    private void judge(Audit asked, Path place, Progress progress) throws IOException, BadInput {
        OptionalLong run = asked.run() == null ? OptionalLong.empty() : OptionalLong.of(asked.run());
        CycleInput input = snapshot.read(LONGEST_SECONDS, () -> folders.input(asked.cycle(), run));
        Path file = place.resolve(GrantsFile.FILE_NAME);
        try (OutputStream out = Files.newOutputStream(file)) {
            GrantsFile.write(audits.grants(asked.id()), out);
        }
        GrantsFile grants = GrantsFile.read(file, input.cycle());
        RuleBook rules = law.rules();
        List<Finding> findings = new CycleRun(rules, THREADS)
                .audit(input.cycle(), grants.grants(), part -> progress.begins(AuditPart.valueOf(part.name())));
        Path written = Files.createDirectory(place.resolve("audit"));
        ResultWriter.writeAudit(written, input, grants.digest(), findings, rules.texts());
        byte[] record = Files.readAllBytes(written.resolve(RunRecord.AUDIT_FILE_NAME));
        String policy = input.cycle().policy().version();
        QuarkusTransaction.requiringNew().timeout(LONGEST_SECONDS).run(() -> {
            if (waiting.isTaken(Audits.KIND, asked.id())) {
                store(asked, policy, record, findings);
            }
        });
    }

    private void store(Audit asked, String policy, byte[] record, List<Finding> findings) {
        result(asked.id(), policy, record, null);
        try (Connection connection = database.getConnection();
                Batch rows = new Batch(
                        connection,
                        "INSERT INTO audit_finding (audit, position, rule, severity, subject, code, evidence)"
                                + " VALUES (?, ?, ?, ?, ?, ?, ?)")) {
            int position = 0;
            for (Finding finding : findings) {
                rows.add(
                        asked.id(),
                        ++position,
                        finding.rule(),
                        finding.severity().name(),
                        finding.subject(),
                        finding.code(),
                        finding.evidenceText());
            }
            rows.done();
        } catch (SQLException failed) {
            throw new IllegalStateException("the database cannot be written", failed);
        }
        Map<String, Object> content = new LinkedHashMap<>();
        content.put("audit", asked.id());
        content.put("findings", findings.size());
        content.put("record", Sha256.of(record));
        journal.appendBySystem(Act.AUDIT_JUDGED, Subject.cycle(asked.cycle()), content);
    }

    private void result(long id, String policy, byte[] record, String failure) {
        sql.update(
                "INSERT INTO audit_result (audit, policy, record, failure, finished_at) VALUES (?, ?, ?, ?, ?)",
                id,
                policy,
                record,
                failure,
                clock.instant());
    }

    @Override
    public void fail(long id, String failure) {
        result(id, null, null, failure);
        Audit asked = audits.find(id).orElseThrow();
        journal.appendBySystem(Act.AUDIT_FAILED, Subject.cycle(asked.cycle()), Map.of("audit", id, "failure", failure));
    }
}
