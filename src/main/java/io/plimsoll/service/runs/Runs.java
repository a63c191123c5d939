package io.plimsoll.service.runs;

import io.plimsoll.service.database.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** Reads runs and what was asked for. */
@ApplicationScoped
public class Runs {

    private static final String RUN = """
            SELECT a.id, (SELECT COUNT(*) FROM allocation_run b WHERE b.cycle = a.cycle AND b.id <= a.id) AS number, a.cycle, a.in_force, a.made_at, p.display_name, a.supersedes, a.reason, a.policy_name, a.policy,
                SHA2(a.record, 256) AS record,
                a.orders, a.order_lines, a.demand, a.granted, a.findings
            FROM allocation_run a LEFT JOIN person p ON p.id = a.made_by
            """;

    private static final String REQUEST = """
            SELECT r.id, r.cycle, r.state, r.requested_at, p.display_name, r.reason, r.supersedes, r.run, r.failure,
                r.finished_at
            FROM run_request r JOIN person p ON p.id = r.requested_by
            """;

    private final Sql sql;

    Runs(Sql sql) {
        this.sql = sql;
    }

    /** The runs of a cycle, the latest first. */
    @Transactional
    public List<Run> of(String cycle) {
        return sql.list(RUN + " WHERE a.cycle = ? ORDER BY a.id DESC", Runs::run, cycle);
    }

    @Transactional
    public Optional<Run> find(String cycle, long run) {
        return sql.first(RUN + " WHERE a.cycle = ? AND a.id = ?", Runs::run, cycle, run);
    }

    /** What was asked for last. */
    @Transactional
    Optional<RunRequest> lastRequest(String cycle) {
        return sql.first(REQUEST + " WHERE r.cycle = ? ORDER BY r.id DESC LIMIT 1", Runs::request, cycle);
    }

    /** What is to be done or is being done. */
    @Transactional
    Optional<RunRequest> waiting(String cycle) {
        return sql.first(REQUEST + " WHERE r.cycle = ? AND r.state = 'WAITING'", Runs::request, cycle);
    }

    /** All requests that wait, those first that were made first. */
    @Transactional
    List<RunRequest> waiting() {
        return sql.list(REQUEST + " WHERE r.state = 'WAITING' ORDER BY r.id", Runs::request);
    }

    @Transactional
    RunRequest request(long id) {
        return sql.first(REQUEST + " WHERE r.id = ?", Runs::request, id).orElseThrow();
    }

    private static Run run(ResultSet row) throws SQLException {
        return new Run(
                row.getLong("id"),
                row.getInt("number"),
                row.getString("cycle"),
                row.getBoolean("in_force"),
                Sql.moment(row, "made_at"),
                row.getString("display_name"),
                Sql.whole(row, "supersedes"),
                row.getString("reason"),
                row.getString("policy_name"),
                row.getString("policy"),
                Sql.whole(row, "orders"),
                Sql.whole(row, "order_lines"),
                Sql.whole(row, "demand"),
                Sql.whole(row, "granted"),
                Sql.whole(row, "findings"),
                row.getString("record"));
    }

    private static RunRequest request(ResultSet row) throws SQLException {
        return new RunRequest(
                row.getLong("id"),
                row.getString("cycle"),
                RunRequest.State.valueOf(row.getString("state")),
                Sql.moment(row, "requested_at"),
                row.getString("display_name"),
                row.getString("reason"),
                Sql.whole(row, "supersedes"),
                Sql.whole(row, "run"),
                row.getString("failure"),
                Sql.moment(row, "finished_at"));
    }
}
