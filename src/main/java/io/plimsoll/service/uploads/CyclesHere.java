package io.plimsoll.service.uploads;

import io.plimsoll.cycle.CycleHead;
import io.plimsoll.message.Message;
import io.plimsoll.service.database.Sql;
import io.plimsoll.service.master.PresentPeriod;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/**
 * The cycles that are here, and what may come in beside them. Staff never order for a retailer: orders come in only with
 * a cycle whose windows were elsewhere, never into one whose windows are or were here.
 */
@ApplicationScoped
class CyclesHere {

    private static final String MAY_BE_REPLACED =
            "c.came_in AND c.state = 'CLOSED' AND NOT EXISTS (SELECT 1 FROM allocation_run a WHERE a.cycle = c.cycle)"
                    + " AND NOT EXISTS (SELECT 1 FROM notice n WHERE n.cycle = c.cycle)";

    private final Sql sql;
    private final PresentPeriod present;

    CyclesHere(Sql sql, PresentPeriod present) {
        this.sql = sql;
        this.present = present;
    }

    /** Why a cycle can't come in, if it can't. */
    Optional<Message> objectionToComing(CycleHead head) {
        // Nobody can have ordered in a month that has not begun.
        String month = present.latestBegun();
        if (head.period().compareTo(month) > 0) {
            return Optional.of(Message.of("UPLOAD_CYCLE_TO_COME", "period", head.period(), "month", month));
        }
        record Here(boolean cameIn, boolean mayBeReplaced) {}
        Optional<Here> here = sql.first(
                "SELECT c.came_in, " + MAY_BE_REPLACED + " FROM cycle c WHERE c.cycle = ?",
                row -> new Here(row.getBoolean(1), row.getBoolean(2)),
                head.cycle());
        if (here.isPresent() && !here.get().cameIn()) {
            return Optional.of(Message.of("UPLOAD_CYCLE_IS_HERE", "cycle", head.cycle()));
        }
        if (here.isPresent() && !here.get().mayBeReplaced()) {
            return Optional.of(Message.of("UPLOAD_CYCLE_IS_DONE", "cycle", head.cycle()));
        }
        return sql.first(
                "SELECT cycle FROM cycle WHERE period = ? AND number_in_period = ? AND cycle <> ?",
                row -> Message.of(
                        "UPLOAD_CYCLE_PLACE_TAKEN",
                        "number",
                        head.number(),
                        "period",
                        head.period(),
                        "cycle",
                        row.getString(1)),
                head.period(),
                head.number(),
                head.cycle());
    }

    /** Why supply for a cycle can't come in, if it can't. */
    Optional<Message> objectionToSupply(String cycle) {
        Optional<String> state = sql.first("SELECT state FROM cycle WHERE cycle = ?", row -> row.getString(1), cycle);
        if (state.isEmpty()) {
            return Optional.of(Message.of("UPLOAD_CYCLE_UNKNOWN", "cycle", cycle));
        }
        return state.get().equals("PLANNED")
                ? Optional.empty()
                : Optional.of(Message.of("UPLOAD_CYCLE_NOT_PLANNED", "cycle", cycle));
    }

    /** Keeps others from doing anything to a cycle until this transaction ends. */
    void lock(String cycle) {
        sql.list("SELECT cycle FROM cycle WHERE cycle = ? FOR UPDATE", row -> row.getString(1), cycle);
    }

    boolean exists(String cycle) {
        return sql.count("SELECT COUNT(*) FROM cycle WHERE cycle = ?", cycle) > 0;
    }

    /** The cycles that supply can be for, that one first which comes next. */
    List<String> forSupply() {
        return sql.list(
                "SELECT cycle FROM cycle WHERE state = 'PLANNED'"
                        + " ORDER BY opens_at IS NULL, opens_at, period, number_in_period LIMIT 100",
                row -> row.getString(1));
    }

    /** The cycles that something can have come back of, the latest first. */
    List<String> forCameBack() {
        return sql.list(
                "SELECT c.cycle FROM cycle c WHERE c.state IN ('ALLOCATED', 'DELIVERED') AND NOT EXISTS"
                        + " (SELECT 1 FROM run_request r WHERE r.cycle = c.cycle AND r.state = 'WAITING')"
                        + " ORDER BY period DESC, number_in_period DESC LIMIT 100",
                row -> row.getString(1));
    }
}
