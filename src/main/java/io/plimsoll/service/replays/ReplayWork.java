package io.plimsoll.service.replays;

import io.plimsoll.drools.CompiledRules;
import io.plimsoll.files.BadInput;
import io.plimsoll.files.CycleFolder;
import io.plimsoll.files.CycleInput;
import io.plimsoll.files.PolicyVersion;
import io.plimsoll.message.Message;
import io.plimsoll.results.NotComparable;
import io.plimsoll.results.ResultComparison;
import io.plimsoll.results.ResultWriter;
import io.plimsoll.results.RunRecord;
import io.plimsoll.results.Verification;
import io.plimsoll.rule.RuleBook;
import io.plimsoll.rule.RuleFailure;
import io.plimsoll.run.CycleResult;
import io.plimsoll.run.CycleRun;
import io.plimsoll.service.background.Job;
import io.plimsoll.service.background.WaitingWork;
import io.plimsoll.service.database.Snapshot;
import io.plimsoll.service.database.Sql;
import io.plimsoll.service.frozen.FrozenFolders;
import io.plimsoll.service.journal.Act;
import io.plimsoll.service.journal.Journal;
import io.plimsoll.service.journal.Subject;
import io.plimsoll.service.law.Law;
import io.plimsoll.service.policies.Policies;
import io.plimsoll.service.runs.Run;
import io.plimsoll.service.runs.Runs;
import io.plimsoll.service.runs.StoredResults;
import io.plimsoll.service.uploads.UploadFolder;
import io.plimsoll.text.Sha256;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/**
 * The work of one replay: writes the cycle as the run read it and the result as it is stored, in one consistent snapshot,
 * and does with them what {@code plimsoll verify} and {@code plimsoll compare} do, by the same code.
 */
@ApplicationScoped
class ReplayWork implements Job {

    /** A city is read and written within minutes; what takes longer than this hangs. */
    private static final int LONGEST_SECONDS = 3_600;

    /** One thread: whoever orders, and the runs, come first. */
    private static final int THREADS = 1;

    private static final int MOST_CHARACTERS_OF_LINE = 1_000;

    private final Replays replays;
    private final ReplayTables tables;
    private final Runs runs;
    private final StoredResults results;
    private final FrozenFolders folders;
    private final Policies policies;
    private final Law law;
    private final WaitingWork waiting;
    private final UploadFolder disk;
    private final Journal journal;
    private final Snapshot snapshot;
    private final Sql sql;
    private final Clock clock;

    ReplayWork(
            Replays replays,
            ReplayTables tables,
            Runs runs,
            StoredResults results,
            FrozenFolders folders,
            Policies policies,
            Law law,
            WaitingWork waiting,
            UploadFolder disk,
            Journal journal,
            Snapshot snapshot,
            Sql sql,
            Clock clock) {
        this.replays = replays;
        this.tables = tables;
        this.runs = runs;
        this.results = results;
        this.folders = folders;
        this.policies = policies;
        this.law = law;
        this.waiting = waiting;
        this.disk = disk;
        this.journal = journal;
        this.snapshot = snapshot;
        this.sql = sql;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return Replays.KIND;
    }

    /** What a replay came to, before it is stored. */
    private static final class Findings {
        private ReplayOutcome outcome = ReplayOutcome.DIFFERS;
        private Message why;
        private String record;
        private String engine;
        private int lines;
        private List<Message> rules = List.of();
        private final List<Replays.Difference> differences = new ArrayList<>();
        private ResultComparison comparison;
        private List<FindingChange> changes = List.of();

        private Findings impossible(Message reason) {
            outcome = ReplayOutcome.IMPOSSIBLE;
            why = reason;
            return this;
        }
    }

    @Override
    public void work(long id, Progress progress) {
        Replay asked = replays.find(id).orElseThrow();
        Instant begun = clock.instant();
        progress.begins(ReplayPart.READING);
        Path place = null;
        try {
            place = disk.workplace();
            Findings found = replay(asked, place, progress);
            QuarkusTransaction.requiringNew().timeout(LONGEST_SECONDS).run(() -> {
                if (waiting.isTaken(Replays.KIND, id)) {
                    store(asked, begun, found);
                }
            });
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
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

    /** What was written to the disk, and what is stored beside it. */
    private record Stored(boolean policyUnaltered, Beside beside, List<FindingChange.Raised> findings) {}

    private Findings replay(Replay asked, Path place, Progress progress) throws IOException {
        Path cycle = Files.createDirectory(place.resolve("cycle"));
        Path result = Files.createDirectory(place.resolve("result"));
        Path other = Files.createDirectory(place.resolve("other"));
        Run run = runs.find(asked.cycle(), asked.run()).orElseThrow();
        Stored stored = snapshot.read(LONGEST_SECONDS, () -> {
            boolean unaltered = policies.isUnaltered(run.policyDigest())
                    && (!asked.isUnderAnother() || policies.isUnaltered(asked.policy()));
            results.write(asked.cycle(), asked.run(), result);
            if (unaltered && asked.isUnderAnother()) {
                PolicyVersion under = policies.find(asked.policy()).orElseThrow();
                folders.write(asked.cycle(), asked.run(), under, other);
            } else if (unaltered) {
                folders.write(asked.cycle(), OptionalLong.of(asked.run()), cycle);
            }
            return new Stored(unaltered, Beside.read(sql, asked.run()), tables.raised(asked.run()));
        });
        Findings found = new Findings();
        found.record = Sha256.of(Files.readAllBytes(result.resolve(RunRecord.FILE_NAME)));
        if (!stored.policyUnaltered()) {
            found.differences.add(new Replays.Difference(Message.of("REPLAY_POLICY_ALTERED"), null));
            return found;
        }
        try {
            RunRecord record = RunRecord.readFrom(result);
            found.engine = record.engine();
            found.rules = Verification.compareRules(record.rules(), law.rules().texts());
            RuleBook book = found.rules.isEmpty() ? law.rules() : CompiledRules.of(record.rules());
            return asked.isUnderAnother()
                    ? compare(found, stored, book, place, progress)
                    : verify(found, stored, record, book, place, progress);
        } catch (RunRecord.NotARecord altered) {
            found.differences.add(new Replays.Difference(altered.reason(), null));
            return found;
        } catch (RuleFailure refused) {
            return found.impossible(Message.of("RULE_FAILED", "reason", String.valueOf(refused.getMessage())));
        }
    }

    private Findings verify(
            Findings found, Stored stored, RunRecord record, RuleBook book, Path place, Progress progress)
            throws IOException, RunRecord.NotARecord {
        Path result = place.resolve("result");
        List<Message> differences;
        try {
            CycleInput input = CycleFolder.read(place.resolve("cycle"));
            CycleResult recomputed = allocate(input, book, progress);
            progress.begins(ReplayPart.COMPARING);
            Verification verification = Verification.compare(result, record, input, recomputed, book.texts());
            found.lines = verification.lines();
            differences = new ArrayList<>(verification.differences());
            differences.addAll(stored.beside().differences(recomputed));
        } catch (BadInput bad) {
            differences = spoiled(bad, record);
        }
        found.differences.addAll(withLines(differences, result));
        found.outcome = differences.isEmpty() ? ReplayOutcome.SAME : ReplayOutcome.DIFFERS;
        return found;
    }

    /** What is frozen of the cycle cannot be read as it was any more. */
    private static List<Message> spoiled(BadInput bad, RunRecord record) {
        try {
            return Verification.spoiled(bad, record).differences();
        } catch (BadInput missing) {
            return List.of(missing.message());
        }
    }

    private Findings compare(Findings found, Stored stored, RuleBook book, Path place, Progress progress)
            throws IOException {
        try {
            CycleInput input = CycleFolder.read(place.resolve("other"));
            CycleResult recomputed = allocate(input, book, progress);
            progress.begins(ReplayPart.COMPARING);
            Path tried = Files.createDirectory(place.resolve("tried"));
            ResultWriter.writeRun(tried, input, recomputed, book.texts());
            found.comparison = ResultComparison.of(place.resolve("result"), tried, (file, lines) -> {});
            found.lines = input.cycle().orders().lines();
            found.changes = FindingChange.between(
                    stored.findings(),
                    recomputed.findings().stream().map(ReplayTables::raised).toList());
            found.outcome = ReplayOutcome.COMPARED;
            return found;
        } catch (BadInput notUnderThis) {
            return found.impossible(notUnderThis.message());
        } catch (NotComparable notAsItWas) {
            // It names a folder of ours, which says nothing to anybody.
            Object reason = notAsItWas.reason().arguments().get("reason");
            return found.impossible(reason instanceof Message said ? said : notAsItWas.reason());
        }
    }

    private static CycleResult allocate(CycleInput input, RuleBook book, Progress progress) {
        return new CycleRun(book, THREADS)
                .allocate(input.cycle(), part -> progress.begins(ReplayPart.valueOf(part.name())));
    }

    /** Puts the stored line beside each difference that is in one: it says whose it is. */
    private static List<Replays.Difference> withLines(List<Message> differences, Path result) throws IOException {
        List<Replays.Difference> all = new ArrayList<>();
        for (Message each : differences) {
            Path file = result.resolve(String.valueOf(each.arguments().get("file")));
            boolean isTable = file.getFileName().toString().endsWith(".csv") && Files.isRegularFile(file);
            String line = isTable && each.arguments().get("line") instanceof Number number
                    ? line(file, number.longValue())
                    : null;
            all.add(new Replays.Difference(each, line));
        }
        return all;
    }

    private static String line(Path file, long number) throws IOException {
        try (var lines = Files.lines(file)) {
            return lines.skip(number - 1)
                    .findFirst()
                    .map(text -> text.substring(0, Math.min(MOST_CHARACTERS_OF_LINE, text.length())))
                    .orElse(null);
        }
    }

    private void store(Replay asked, Instant begun, Findings found) {
        int position = 0;
        for (Message rule : found.rules) {
            difference(asked.id(), ++position, "RULE", new Replays.Difference(rule, null));
        }
        for (Replays.Difference each : found.differences) {
            difference(asked.id(), ++position, "RESULT", each);
        }
        if (found.comparison != null) {
            tables.store(asked, found.comparison, found.changes);
        }
        result(asked, begun, found.outcome, found.why == null ? null : replays.text(found.why), found);
        Map<String, Object> content = new LinkedHashMap<>();
        content.put("replay", asked.id());
        content.put("run", asked.run());
        content.put("policy", asked.policy());
        content.put("outcome", found.outcome.name());
        content.put("record", found.record);
        content.put("differences", found.differences.size());
        content.put("rules", found.rules.size());
        journal.appendBySystem(Act.REPLAY_FINISHED, Subject.cycle(asked.cycle()), content);
    }

    private void difference(long replay, int position, String kind, Replays.Difference difference) {
        sql.update(
                "INSERT INTO replay_difference (replay, position, kind, message, stored_line) VALUES (?, ?, ?, ?, ?)",
                replay,
                position,
                kind,
                replays.text(difference.message()),
                difference.line());
    }

    private void result(Replay asked, Instant begun, ReplayOutcome outcome, String reason, Findings found) {
        sql.update(
                "INSERT INTO replay_result (replay, outcome, reason, record, engine, order_lines, begun_at, finished_at)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                asked.id(),
                outcome,
                reason,
                found.record,
                found.engine == null ? null : found.engine.substring(0, Math.min(40, found.engine.length())),
                found.lines,
                begun,
                clock.instant());
    }

    @Override
    public void fail(long id, String failure) {
        Replay asked = replays.find(id).orElseThrow();
        result(asked, clock.instant(), ReplayOutcome.FAILED, failure, new Findings());
        journal.appendBySystem(
                Act.REPLAY_FAILED, Subject.cycle(asked.cycle()), Map.of("replay", id, "failure", failure));
    }
}
