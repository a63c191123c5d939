package io.plimsoll.service.figures;

import io.plimsoll.service.background.WaitingWork;
import io.plimsoll.service.database.Sql;
import io.plimsoll.service.deliveries.CameBackRecorded;
import io.plimsoll.service.master.EarlierMonthsStored;
import io.plimsoll.service.runs.RunWritten;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;

/**
 * Which figures are to be derived again. Whoever changes what they rest on says so in his own transaction, and counts up what
 * was asked: work that began before he was done finds the count changed at its end, and is done once more.
 */
@ApplicationScoped
public class FiguresDue {

    /** What the background knows the figures of a cycle by. */
    static final String OF_CYCLE = "FIGURES";

    /** The same of the indicators of all shops, which rest on those. */
    static final String OF_SHOPS = "SHOPS";

    private static final String ALL_SHOPS = "";

    private static final String NOT_YET_DERIVED = """
            SELECT a.cycle FROM allocation_run a LEFT JOIN figures_due d ON d.cycle = a.cycle
            WHERE a.in_force AND (d.cycle IS NULL OR d.derived_at IS NULL)
            """;

    private final WaitingWork waiting;
    private final Sql sql;
    private final Clock clock;

    FiguresDue(WaitingWork waiting, Sql sql, Clock clock) {
        this.waiting = waiting;
        this.sql = sql;
        this.clock = clock;
    }

    /** What is due: of which cycle, and how often it was asked for until now. */
    record Due(long id, String cycle, long asked) {}

    void runWritten(@Observes RunWritten written) {
        ofCycle(written.cycle());
    }

    void cameBack(@Observes CameBackRecorded recorded) {
        ofCycle(recorded.cycle());
    }

    void earlierMonths(@Observes EarlierMonthsStored stored) {
        ofShops();
    }

    /** Cycles that were allocated before there were figures have theirs derived now; after a demo has been seeded. */
    void start(@Observes @Priority(Interceptor.Priority.LIBRARY_AFTER) StartupEvent started) {
        QuarkusTransaction.requiringNew()
                .run(() -> sql.list(NOT_YET_DERIVED, row -> row.getString(1)).forEach(this::ofCycle));
    }

    /** What changes without an act, such as the month or a telephone number, shows within a day. */
    @Scheduled(every = "24h", delayed = "10m", skipExecutionIf = Scheduled.ApplicationNotRunning.class)
    void daily() {
        QuarkusTransaction.requiringNew().run(this::ofShops);
    }

    /** The figures of a cycle are to be derived again. */
    @Transactional(TxType.MANDATORY)
    public void ofCycle(String cycle) {
        put(OF_CYCLE, cycle);
    }

    /** The indicators of all shops are to be derived again: something changed that they rest on, such as a total. */
    @Transactional(TxType.MANDATORY)
    public void ofShops() {
        put(OF_SHOPS, ALL_SHOPS);
    }

    private void put(String kind, String cycle) {
        sql.update(
                "INSERT INTO figures_due (cycle, asked) VALUES (?, 1) ON DUPLICATE KEY UPDATE asked = asked + 1",
                cycle);
        waiting.put(kind, cycle, () -> sql.count("SELECT id FROM figures_due WHERE cycle = ?", cycle));
    }

    /** What a piece of work is to derive. */
    Due due(long id) {
        return sql.first(
                        "SELECT id, cycle, asked FROM figures_due WHERE id = ?",
                        row -> new Due(row.getLong("id"), row.getString("cycle"), row.getLong("asked")),
                        id)
                .orElseThrow();
    }

    /** Notes that it is derived. Where somebody asked meanwhile the piece goes on waiting, and is done once more. */
    @Transactional(TxType.MANDATORY)
    void derived(String kind, Due due) {
        long asked = sql.count("SELECT asked FROM figures_due WHERE id = ? FOR UPDATE", due.id());
        sql.update("UPDATE figures_due SET derived_at = ?, failure = NULL WHERE id = ?", clock.instant(), due.id());
        if (asked == due.asked()) {
            waiting.isTaken(kind, due.id());
        }
    }

    /** Notes why it could not be derived; it is tried again with the next change, or start. */
    @Transactional(TxType.MANDATORY)
    void failed(long id, String failure) {
        sql.update("UPDATE figures_due SET failure = ? WHERE id = ?", failure, id);
    }
}
