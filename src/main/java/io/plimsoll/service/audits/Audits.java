package io.plimsoll.service.audits;

import io.plimsoll.files.BadInput;
import io.plimsoll.files.GrantsFile;
import io.plimsoll.files.GrantsFile.GrantRow;
import io.plimsoll.message.Message;
import io.plimsoll.service.background.WaitingWork;
import io.plimsoll.service.cycles.CycleView;
import io.plimsoll.service.cycles.Cycles;
import io.plimsoll.service.database.Batch;
import io.plimsoll.service.database.Sql;
import io.plimsoll.service.frozen.FrozenFolders;
import io.plimsoll.service.journal.Act;
import io.plimsoll.service.journal.Journal;
import io.plimsoll.service.journal.Subject;
import io.plimsoll.service.right.Viewer;
import io.plimsoll.service.web.PageOf;
import io.plimsoll.service.web.Paging;
import io.plimsoll.service.web.Problem;
import io.plimsoll.service.web.Refused;
import io.plimsoll.text.Sha256;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;

/** Keeps the grants that others made, apart from those of the cycle, and reads what came of judging them. */
@ApplicationScoped
class Audits {

    static final String KIND = "AUDIT";

    private static final String SELECT = """
            SELECT a.*, p.display_name, r.policy, r.failure, r.finished_at, r.audit IS NOT NULL AS is_over,
                (SELECT COUNT(*) FROM allocation_run b WHERE b.cycle = a.cycle AND b.id <= a.run) AS run_number,
                (SELECT COUNT(*) FROM audit_finding f WHERE f.audit = a.id AND f.severity = 'CRITICAL') AS critical,
                (SELECT COUNT(*) FROM audit_finding f WHERE f.audit = a.id AND f.severity = 'WARNING') AS warnings,
                (SELECT COUNT(*) FROM audit_finding f WHERE f.audit = a.id AND f.severity = 'INFO') AS infos
            FROM audit a JOIN person p ON p.id = a.brought_by LEFT JOIN audit_result r ON r.audit = a.id
            """;

    private final Cycles cycles;
    private final FrozenFolders folders;
    private final WaitingWork waiting;
    private final Journal journal;
    private final DataSource database;
    private final Sql sql;
    private final Clock clock;

    Audits(
            Cycles cycles,
            FrozenFolders folders,
            WaitingWork waiting,
            Journal journal,
            DataSource database,
            Sql sql,
            Clock clock) {
        this.cycles = cycles;
        this.folders = folders;
        this.waiting = waiting;
        this.journal = journal;
        this.database = database;
        this.sql = sql;
        this.clock = clock;
    }

    /** Finds a cycle that grants can be brought for: one that is past, or came in as it was. */
    @Transactional
    CycleView past(Viewer viewer, String cycle) {
        CycleView found = cycles.find(viewer, cycle);
        objection(found).ifPresent(objection -> {
            throw new Refused(Problem.CONFLICT, objection);
        });
        folders.require(cycle);
        return found;
    }

    /** Why no grants can be brought for a cycle; nothing where they can. */
    @Transactional
    Optional<Message> objection(CycleView cycle) {
        boolean isPast = switch (cycle.state()) {
            case ALLOCATED, DELIVERED -> true;
            case CLOSED -> sql.count("SELECT COUNT(*) FROM cycle WHERE cycle = ? AND came_in", cycle.cycle()) > 0;
            default -> false;
        };
        return isPast
                ? Optional.empty()
                : Optional.of(Message.of("AUDIT_NOT_PAST", "state", Message.of("cycleState." + cycle.state())));
    }

    /**
     * A file of grants that has been looked through and is good.
     *
     * @param name as it was called
     * @param digest SHA-256 of it as it was sent
     * @param table in UTF-8
     */
    record Brought(String name, String digest, Path table) {}

    /** Stores grants whole, to be judged in the background; the same that wait already are the answer. */
    @Transactional(TxType.MANDATORY)
    Audit bring(Viewer by, String cycle, String source, Brought brought) {
        past(by, cycle);
        requireNew(cycle, brought.digest());
        String same = Sha256.of(cycle + "\n" + brought.digest() + "\n" + source);
        return find(waiting.put(KIND, same, () -> store(by, cycle, source, brought)))
                .orElseThrow();
    }

    /** The same list counts once, whoever brings it again. */
    private void requireNew(String cycle, String digest) {
        sql.first(
                        "SELECT a.id, a.source, a.brought_at FROM audit a JOIN audit_result r ON r.audit = a.id"
                                + " WHERE a.cycle = ? AND a.content_hash = ? AND r.failure IS NULL ORDER BY a.id LIMIT 1",
                        row -> Message.of(
                                "AUDIT_KNOWN",
                                "audit",
                                row.getLong("id"),
                                "source",
                                row.getString("source"),
                                "at",
                                Sql.moment(row, "brought_at")),
                        cycle,
                        digest)
                .ifPresent(known -> {
                    throw new Refused(Problem.CONFLICT, known);
                });
    }

    private long store(Viewer by, String cycle, String source, Brought brought) {
        Long run = sql.first(
                        "SELECT id FROM allocation_run WHERE cycle = ? AND in_force AND policy IS NOT NULL",
                        row -> row.getLong(1),
                        cycle)
                .orElse(null);
        long[] sums = sums(brought.table());
        if (sums[0] == 0) {
            throw Refused.field("file", Message.of("AUDIT_EMPTY"));
        }
        long id = sql.insert(
                "INSERT INTO audit (cycle, run, source, file, content_hash, order_lines, cartons, brought_by, brought_at)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                cycle,
                run,
                source,
                brought.name(),
                brought.digest(),
                sums[0],
                sums[1],
                by.personId(),
                clock.instant());
        storeRows(id, brought.table());
        Map<String, Object> content = new LinkedHashMap<>();
        content.put("audit", id);
        content.put("file", brought.name());
        content.put("digest", brought.digest());
        content.put("run", run);
        content.put("lines", sums[0]);
        content.put("granted", sums[1]);
        journal.append(by, Act.AUDIT_BROUGHT, Subject.cycle(cycle), content);
        return id;
    }

    private static long[] sums(Path table) {
        long[] sums = {0, 0};
        each(table, row -> {
            sums[0]++;
            sums[1] += row.granted();
        });
        return sums;
    }

    private static void each(Path table, GrantsFile.GrantRows rows) {
        try {
            GrantsFile.each(table, rows);
        } catch (BadInput changedOnDisk) {
            throw new IllegalStateException(changedOnDisk);
        }
    }

    private void storeRows(long audit, Path table) {
        try (Connection connection = database.getConnection();
                Batch rows = new Batch(
                        connection,
                        "INSERT INTO audit_grant (audit, position, licence, line_rank, sku, demand, granted, binding)"
                                + " VALUES (?, ?, ?, ?, ?, ?, ?, ?)")) {
            int[] position = {0};
            each(table, row -> {
                try {
                    rows.add(
                            audit,
                            ++position[0],
                            row.retailer(),
                            row.rank(),
                            row.sku(),
                            row.demand(),
                            row.granted(),
                            row.binding());
                } catch (SQLException failed) {
                    throw cannotBeWritten(failed);
                }
            });
            rows.done();
        } catch (SQLException failed) {
            throw cannotBeWritten(failed);
        }
    }

    private static IllegalStateException cannotBeWritten(SQLException failed) {
        return new IllegalStateException("the database cannot be written", failed);
    }

    /** The grants as they were brought. */
    @Transactional
    List<GrantRow> grants(long audit) {
        return sql.list(
                "SELECT licence, line_rank, sku, demand, granted, binding FROM audit_grant WHERE audit = ?"
                        + " ORDER BY position",
                row -> new GrantRow(
                        row.getString(1),
                        row.getObject(2, Integer.class),
                        row.getString(3),
                        row.getObject(4, Integer.class),
                        row.getInt(5),
                        row.getString(6)),
                audit);
    }

    @Transactional
    Optional<Audit> find(long id) {
        return sql.first(SELECT + " WHERE a.id = ?", Audits::audit, id);
    }

    /** The audits of a cycle, the latest first. */
    @Transactional
    PageOf<Audit> of(String cycle, Paging paging) {
        return PageOf.of(
                sql.list(
                        SELECT + " WHERE a.cycle = ? ORDER BY a.id DESC LIMIT ? OFFSET ?",
                        Audits::audit,
                        cycle,
                        paging.size,
                        paging.offset()),
                paging,
                sql.count("SELECT COUNT(*) FROM audit WHERE cycle = ?", cycle));
    }

    /** What an audit is at. */
    AuditPart part(long id) {
        return waiting.partOf(KIND, id).map(AuditPart::valueOf).orElse(AuditPart.WAITING);
    }

    private static Audit audit(ResultSet row) throws SQLException {
        String failure = row.getString("failure");
        AuditState over = failure == null ? AuditState.JUDGED : AuditState.FAILED;
        Long run = Sql.whole(row, "run");
        return new Audit(
                row.getLong("id"),
                row.getString("cycle"),
                run,
                run == null ? null : row.getInt("run_number"),
                row.getString("source"),
                row.getString("file"),
                row.getString("content_hash"),
                row.getLong("order_lines"),
                row.getLong("cartons"),
                row.getString("display_name"),
                Sql.moment(row, "brought_at"),
                row.getBoolean("is_over") ? over : AuditState.WAITING,
                row.getString("policy"),
                failure,
                Sql.moment(row, "finished_at"),
                row.getLong("critical"),
                row.getLong("warnings"),
                row.getLong("infos"));
    }
}
