package io.plimsoll.service.cycles;

import io.plimsoll.message.Message;
import io.plimsoll.service.database.Sql;
import io.plimsoll.service.web.Problem;
import io.plimsoll.service.web.Refused;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/**
 * The time in which a cycle takes orders. Whoever stores an order holds it open until the end of his transaction: closing
 * waits for him, and whoever comes while it is being closed finds it closed.
 */
@ApplicationScoped
public class OrderingWindow {

    private static final String HELD =
            "SELECT state, opens_at, closes_at, second_closes_at FROM cycle WHERE cycle = ? FOR SHARE";

    private final Sql sql;
    private final Clock clock;

    OrderingWindow(Sql sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /**
     * A window that is held open.
     *
     * @param at the moment that counts as the one at which the order came in
     * @param isSecond whether it is the second one (R17)
     */
    public record Held(Instant at, boolean isSecond) {}

    /**
     * Holds the window of a cycle open.
     *
     * @throws Refused where the cycle takes no order now; in the words of a missing right where no such cycle was published
     */
    @Transactional(TxType.MANDATORY)
    public Held hold(String cycle) {
        return holdWhile(cycle, false);
    }

    /**
     * The same, while only the second window is open: the one for assisted orders (R16, R17).
     *
     * @return the moment that counts
     * @throws Refused as {@link #hold}, and while the retailers' own window is still open
     */
    @Transactional(TxType.MANDATORY)
    public Instant holdSecond(String cycle) {
        return holdWhile(cycle, true).at();
    }

    /** When the retailers' own window ended: at its time, or earlier by a planner's hand. Nothing while nobody knows. */
    public Optional<Instant> secondBegan(String cycle) {
        return sql.first(
                        "SELECT LEAST(c.closes_at, COALESCE(MIN(s.at), c.closes_at)) AS began FROM cycle c"
                                + " LEFT JOIN cycle_step s ON s.cycle = c.cycle AND s.state = 'SECOND_WINDOW'"
                                + " WHERE c.cycle = ? GROUP BY c.cycle, c.closes_at",
                        row -> Optional.ofNullable(Sql.moment(row, "began")),
                        cycle)
                .flatMap(each -> each);
    }

    private Held holdWhile(String cycle, boolean isSecond) {
        Optional<CycleLife> life = sql.first(
                HELD,
                row -> new CycleLife(
                        CycleState.valueOf(row.getString("state")),
                        Sql.moment(row, "opens_at"),
                        Sql.moment(row, "closes_at"),
                        Sql.moment(row, "second_closes_at")),
                cycle);
        Instant now = clock.instant();
        CycleState state = life.map(each -> each.stateAt(now)).orElse(CycleState.PLANNED);
        if (state == CycleState.PLANNED) {
            throw Refused.forbidden();
        }
        if (!state.takesOrders()) {
            String reason = state == CycleState.PUBLISHED ? "ORDER_NOT_YET" : "ORDER_TOO_LATE";
            throw new Refused(Problem.CONFLICT, Message.of(reason, "cycle", cycle));
        }
        if (isSecond && state == CycleState.OPEN) {
            throw new Refused(Problem.CONFLICT, Message.of("ORDER_WINDOW_OF_RETAILERS", "cycle", cycle));
        }
        return new Held(now, state == CycleState.SECOND_WINDOW);
    }
}
