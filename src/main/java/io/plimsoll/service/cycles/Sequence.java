package io.plimsoll.service.cycles;

import io.plimsoll.message.Message;
import io.plimsoll.service.database.Sql;
import io.plimsoll.service.web.Refused.FieldError;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/**
 * Cycles follow one another: what was granted in the earlier ones decides what may be granted in the next (R2, R8), so no two
 * take orders at once, and none is published before an earlier one of its month. Cycles that are not there, such as
 * those of a month in which the service began, are not missed.
 */
@ApplicationScoped
class Sequence {

    private static final String EARLIER = "SELECT cycle FROM cycle WHERE cycle <> ? AND (period < ? OR period = ? AND"
            + " number_in_period < ?) AND %s ORDER BY period DESC, number_in_period DESC LIMIT 1 FOR SHARE";

    private static final String OVERLAPS =
            EARLIER.formatted("state IN ('PUBLISHED', 'OPEN', 'SECOND_WINDOW') AND second_closes_at > ?");
    private static final String NOT_CLOSED = EARLIER.formatted("state IN ('PUBLISHED', 'OPEN', 'SECOND_WINDOW')");

    private static final String PLANNED_BEFORE =
            "SELECT cycle FROM cycle WHERE period = ? AND number_in_period < ? AND state = 'PLANNED'"
                    + " ORDER BY number_in_period LIMIT 1 FOR SHARE";
    private static final String LATER = "SELECT cycle FROM cycle WHERE period = ? AND number_in_period > ?"
            + " AND state NOT IN ('PLANNED', 'CANCELLED') ORDER BY number_in_period LIMIT 1";

    private final Sql sql;

    Sequence(Sql sql) {
        this.sql = sql;
    }

    /** Why a cycle can't be published now that its times are known; nothing where its turn has come. */
    List<FieldError> againstPublishing(CycleEntity cycle) {
        Optional<FieldError> planned = cycle(PLANNED_BEFORE, cycle.period, cycle.number)
                .map(other -> new FieldError("number", Message.of("CYCLE_EARLIER_PLANNED", "cycle", other)));
        Optional<FieldError> later = cycle(LATER, cycle.period, cycle.number)
                .map(other -> new FieldError("number", Message.of("CYCLE_LATER_PUBLISHED", "cycle", other)));
        Optional<FieldError> overlaps = cycle(
                        OVERLAPS, cycle.cycle, cycle.period, cycle.period, cycle.number, cycle.opensAt)
                .map(other -> new FieldError("opensAt", Message.of("CYCLE_OVERLAPS", "cycle", other)));
        return planned.or(() -> later).or(() -> overlaps).stream().toList();
    }

    /** An earlier cycle that may still take orders, so that this one can't be opened before its time. */
    Optional<String> notClosedBefore(CycleEntity cycle) {
        return cycle(NOT_CLOSED, cycle.cycle, cycle.period, cycle.period, cycle.number);
    }

    private Optional<String> cycle(String query, Object... values) {
        return sql.first(query, row -> row.getString(1), values);
    }
}
