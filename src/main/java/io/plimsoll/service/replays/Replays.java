package io.plimsoll.service.replays;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.plimsoll.message.Message;
import io.plimsoll.service.background.WaitingWork;
import io.plimsoll.service.database.Sql;
import io.plimsoll.service.frozen.FrozenFolders;
import io.plimsoll.service.journal.Act;
import io.plimsoll.service.journal.Journal;
import io.plimsoll.service.journal.Subject;
import io.plimsoll.service.policies.Policies;
import io.plimsoll.service.right.Viewer;
import io.plimsoll.service.runs.Run;
import io.plimsoll.service.runs.Runs;
import io.plimsoll.service.runs.StoredResults;
import io.plimsoll.service.web.PageOf;
import io.plimsoll.service.web.Paging;
import io.plimsoll.service.web.Refused;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Asks for replays and reads what came of them. */
@ApplicationScoped
public class Replays {

    static final String KIND = "REPLAY";

    private static final String SELECT = """
            SELECT r.id, a.cycle, r.run, r.policy, v.name AS policy_name, p.display_name, r.asked_at,
                (SELECT COUNT(*) FROM allocation_run b WHERE b.cycle = a.cycle AND b.id <= a.id) AS number,
                f.outcome, f.reason, f.record, f.engine, f.order_lines, f.begun_at, f.finished_at
            FROM replay r JOIN allocation_run a ON a.id = r.run JOIN person p ON p.id = r.asked_by
            LEFT JOIN policy_version v ON v.digest = r.policy LEFT JOIN replay_result f ON f.replay = r.id
            """;

    private final Runs runs;
    private final StoredResults results;
    private final FrozenFolders folders;
    private final Policies policies;
    private final WaitingWork waiting;
    private final Journal journal;
    private final Sql sql;
    private final ObjectMapper json;
    private final Clock clock;

    Replays(
            Runs runs,
            StoredResults results,
            FrozenFolders folders,
            Policies policies,
            WaitingWork waiting,
            Journal journal,
            Sql sql,
            ObjectMapper json,
            Clock clock) {
        this.runs = runs;
        this.results = results;
        this.folders = folders;
        this.policies = policies;
        this.waiting = waiting;
        this.journal = journal;
        this.sql = sql;
        this.json = json;
        this.clock = clock;
    }

    /** Finds a run that can be replayed. */
    Run replayable(String cycle, long run) {
        Run found = runs.find(cycle, run).orElseThrow(Refused::notFound);
        results.require(cycle, run);
        folders.require(cycle);
        return found;
    }

    /**
     * Asks for a replay; the same that waits already is the answer.
     *
     * @param policy digest of another policy; null or blank, or the run's own: as it was
     */
    @Transactional(TxType.MANDATORY)
    Replay ask(Viewer asker, String cycle, long run, String policy) {
        Run found = replayable(cycle, run);
        String other = policy == null || policy.isBlank() || policy.equals(found.policyDigest()) ? null : policy;
        if (other != null && !policies.exists(other)) {
            throw Refused.field("policy", Message.of("REPLAY_POLICY_UNKNOWN"));
        }
        long id = waiting.put(KIND, run + " " + (other == null ? "" : other), () -> {
            long added = sql.insert(
                    "INSERT INTO replay (run, policy, asked_by, asked_at) VALUES (?, ?, ?, ?)",
                    run,
                    other,
                    asker.personId(),
                    clock.instant());
            Map<String, Object> content = new LinkedHashMap<>();
            content.put("replay", added);
            content.put("run", run);
            content.put("policy", other);
            journal.append(asker, Act.REPLAY_ASKED, Subject.cycle(cycle), content);
            return added;
        });
        return find(id).orElseThrow();
    }

    @Transactional
    public Optional<Replay> find(long id) {
        return sql.first(SELECT + " WHERE r.id = ?", this::replay, id);
    }

    /** The replays of a run, the latest first. */
    @Transactional
    PageOf<Replay> of(long run, Paging paging) {
        return PageOf.of(
                sql.list(
                        SELECT + " WHERE r.run = ? ORDER BY r.id DESC LIMIT ? OFFSET ?",
                        this::replay,
                        run,
                        paging.size,
                        paging.offset()),
                paging,
                sql.count("SELECT COUNT(*) FROM replay WHERE run = ?", run));
    }

    /** The latest replays of a run, a few of them. */
    @Transactional
    List<Replay> latest(long run, int most) {
        return sql.list(SELECT + " WHERE r.run = ? ORDER BY r.id DESC LIMIT ?", this::replay, run, most);
    }

    /** What a replay is at. */
    ReplayPart part(long id) {
        return waiting.partOf(KIND, id).map(ReplayPart::valueOf).orElse(ReplayPart.WAITING);
    }

    /**
     * What differs.
     *
     * @param message as something to be said
     * @param line as it is stored, where one is meant; else null
     */
    public record Difference(Message message, String line) {}

    /** What differs: rules from this build's, or what is stored from what was recomputed. */
    @Transactional
    List<Difference> differences(long id, String kind) {
        return sql.list(
                "SELECT message, stored_line FROM replay_difference WHERE replay = ? AND kind = ? ORDER BY position",
                row -> new Difference(message(row.getString(1)), row.getString(2)),
                id,
                kind);
    }

    Message message(String text) {
        try {
            return json.readValue(text, Message.class);
        } catch (JsonProcessingException ownWords) {
            throw new IllegalStateException(ownWords);
        }
    }

    String text(Message message) {
        try {
            return json.writeValueAsString(message);
        } catch (JsonProcessingException cannotBe) {
            throw new IllegalStateException(cannotBe);
        }
    }

    private Replay replay(ResultSet row) throws SQLException {
        String outcome = row.getString("outcome");
        ReplayOutcome become = outcome == null ? ReplayOutcome.WAITING : ReplayOutcome.valueOf(outcome);
        String reason = row.getString("reason");
        String policy = row.getString("policy");
        return new Replay(
                row.getLong("id"),
                row.getString("cycle"),
                row.getLong("run"),
                row.getInt("number"),
                policy,
                policy == null ? null : new Policies.Named(policy, row.getString("policy_name")).version(),
                row.getString("display_name"),
                Sql.moment(row, "asked_at"),
                become,
                become == ReplayOutcome.IMPOSSIBLE ? message(reason) : null,
                become == ReplayOutcome.FAILED ? reason : null,
                row.getString("record"),
                row.getString("engine"),
                row.getLong("order_lines"),
                Sql.moment(row, "begun_at"),
                Sql.moment(row, "finished_at"));
    }
}
