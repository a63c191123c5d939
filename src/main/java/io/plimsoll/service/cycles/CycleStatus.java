package io.plimsoll.service.cycles;

import io.plimsoll.service.database.Sql;
import io.plimsoll.service.right.Role;
import io.plimsoll.service.right.Viewer;
import io.plimsoll.service.web.PresentCycle;
import io.quarkus.runtime.BlockingOperationControl;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.jboss.logging.Logger;

/** Which cycle is the present one, and what is to be said of it. */
@ApplicationScoped
public class CycleStatus implements PresentCycle {

    private static final Logger LOG = Logger.getLogger(CycleStatus.class);

    /** One in which somebody can order comes first; then what became of the last one; then what is to come. */
    private static final String PRESENT = """
            SELECT cycle, state, opens_at, closes_at, second_closes_at FROM cycle
            WHERE state NOT IN ('PLANNED', 'CANCELLED') AND opens_at IS NOT NULL
            ORDER BY CASE state WHEN 'OPEN' THEN 1 WHEN 'SECOND_WINDOW' THEN 2 WHEN 'PUBLISHED' THEN 4 ELSE 3 END,
                CASE WHEN state IN ('OPEN', 'SECOND_WINDOW', 'PUBLISHED') THEN opens_at END,
                opens_at DESC, cycle
            LIMIT 1
            """;

    private static final String NEXT = "SELECT cycle, state, opens_at, closes_at, second_closes_at FROM cycle"
            + " WHERE state = 'PUBLISHED' AND opens_at IS NOT NULL ORDER BY opens_at, cycle LIMIT 1";

    private final Sql sql;
    private final Clock clock;

    CycleStatus(Sql sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /**
     * The present cycle.
     *
     * @param state that holds now, even if the schedule has not got to it yet
     * @param until when it ends by schedule; null where nothing is planned
     */
    public record Present(String cycle, CycleState state, Instant until) {}

    /** The present cycle, if any was ever published. */
    public Optional<Present> present() {
        Instant now = clock.instant();
        return sql.first(PRESENT, row -> present(row, now));
    }

    /** The cycle that opens next, if one is published. */
    public Optional<Present> next() {
        Instant now = clock.instant();
        return sql.first(NEXT, row -> present(row, now));
    }

    /** The present cycle, if anything can be ordered in it now. */
    Optional<Present> ordering() {
        return present().filter(present -> present.state().takesOrders());
    }

    private static Present present(ResultSet row, Instant now) throws SQLException {
        CycleLife life = new CycleLife(
                CycleState.valueOf(row.getString("state")),
                Sql.moment(row, "opens_at"),
                Sql.moment(row, "closes_at"),
                Sql.moment(row, "second_closes_at"));
        return new Present(row.getString("cycle"), life.stateAt(now), life.until(now));
    }

    /** A page without this line is better than none: so where the database is away, nothing is said. */
    @Override
    public Optional<Line> of(Viewer viewer) {
        if (viewer.role() == Role.ADMIN || !BlockingOperationControl.isBlockingAllowed()) {
            return Optional.empty();
        }
        try {
            return present().map(CycleStatus::line);
        } catch (IllegalStateException unreadable) {
            LOG.warnf("The present cycle is not known: %s", unreadable.getMessage());
            return Optional.empty();
        }
    }

    private static Line line(Present present) {
        String sentence = switch (present.state()) {
            case OPEN -> "BAR_OPEN";
            case SECOND_WINDOW -> "BAR_SECOND_WINDOW";
            case CLOSED -> "BAR_CLOSED";
            case ALLOCATING -> "BAR_ALLOCATING";
            case ALLOCATED -> "BAR_ALLOCATED";
            case DELIVERED -> "BAR_DELIVERED";
            default -> "BAR_PUBLISHED";
        };
        return new Line(sentence, present.cycle(), present.until(), CycleView.address(present.cycle()));
    }
}
