package io.plimsoll.service.cycles;

import io.plimsoll.service.database.Sql;
import io.plimsoll.service.right.Viewer;
import io.plimsoll.service.web.Refused;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.Map;
import java.util.Optional;

/** What runs do to cycles: the steps from closed to allocated, which no hand makes, and what follows them. */
@ApplicationScoped
public class Running {

    /** Whether supply stands otherwise than the run in force has read it. */
    private static final String IS_CORRECTED = """
            SELECT EXISTS (SELECT 1 FROM allocation_run a JOIN run_sku s ON s.run = a.id
            JOIN supply p ON p.cycle = a.cycle AND p.sku = s.sku
            WHERE a.cycle = ? AND a.in_force AND NOT (p.supply <=> s.supply AND p.forecast <=> s.forecast))
            """;

    private final CycleTable table;
    private final Cycles cycles;
    private final Freezing freezing;
    private final Notices notices;
    private final Sql sql;

    Running(CycleTable table, Cycles cycles, Freezing freezing, Notices notices, Sql sql) {
        this.table = table;
        this.cycles = cycles;
        this.freezing = freezing;
        this.notices = notices;
        this.sql = sql;
    }

    /** Keeps everybody else from changing a cycle until this transaction ends. */
    @Transactional(TxType.MANDATORY)
    public CycleView hold(String cycle) {
        return CycleView.of(table.locked(cycle).orElseThrow(Refused::notFound));
    }

    /**
     * An earlier cycle of the month that is not allocated yet, although it is to be: what it grants decides what this one
     * may. Orders that came in were taken elsewhere, and know what was granted.
     */
    @Transactional(TxType.MANDATORY)
    public Optional<String> notAllocatedBefore(CycleView cycle) {
        return sql.first(
                "SELECT e.cycle FROM cycle c JOIN cycle e ON e.period = c.period"
                        + " AND e.number_in_period < c.number_in_period AND e.state NOT IN ('ALLOCATED', 'DELIVERED', 'CANCELLED')"
                        + " WHERE c.cycle = ? AND NOT c.came_in ORDER BY e.number_in_period LIMIT 1",
                row -> row.getString(1),
                cycle.cycle());
    }

    /** A later cycle of the month that was shared by what this one has granted; nothing where it can still change. */
    @Transactional(TxType.MANDATORY)
    public Optional<String> builtUponBy(CycleView cycle) {
        return sql.first(
                "SELECT l.cycle FROM cycle c JOIN cycle l ON l.period = c.period"
                        + " AND l.number_in_period > c.number_in_period AND l.state IN ('ALLOCATING', 'ALLOCATED', 'DELIVERED')"
                        + " WHERE c.cycle = ? AND NOT l.came_in ORDER BY l.number_in_period LIMIT 1",
                row -> row.getString(1),
                cycle.cycle());
    }

    /** A run is to share the supply of a cycle that is closed, or that a run before has failed to share. */
    @Transactional(TxType.MANDATORY)
    public void begin(String name, Viewer planner) {
        CycleEntity cycle = table.locked(name).orElseThrow(Refused::notFound);
        if (sql.count("SELECT came_in FROM cycle WHERE cycle = ?", name) == 0) {
            freezing.deriveGranted(cycle);
        }
        if (cycle.state != CycleState.ALLOCATING) {
            enter(cycle, CycleState.ALLOCATING, planner.personId());
        }
    }

    /**
     * A run has shared the supply; it may have been shared before. Whoever could order here is told.
     *
     * @param askedBy key of the person who asked for it
     * @param reason why it takes the place of another; null of the first
     */
    @Transactional(TxType.MANDATORY)
    public void end(String name, long askedBy, String reason) {
        CycleEntity cycle = table.locked(name).orElseThrow(Refused::notFound);
        boolean isAnew = cycle.state == CycleState.ALLOCATED;
        if (cycle.publishedAt != null) {
            notices.write(name, isAnew ? Notice.Kind.CYCLE_ALLOCATED_ANEW : Notice.Kind.CYCLE_ALLOCATED, reason, null);
        }
        if (isAnew) {
            return;
        }
        enter(cycle, CycleState.ALLOCATED, askedBy);
        sql.update(
                "UPDATE demand_order SET state = 'ALLOCATED', version = version + 1"
                        + " WHERE cycle = ? AND state IN ('CLOSED', 'ENTERED')",
                name);
    }

    private void enter(CycleEntity cycle, CycleState next, Long byPerson) {
        cycle.state = cycle.life().enter(next).state();
        table.flush();
        cycles.record(cycle, byPerson, null);
    }

    /** Whether supply was corrected since the run in force, so that what is published and what was granted differ. */
    @Transactional
    public boolean isCorrectedSinceItsRun(String cycle) {
        return sql.count(IS_CORRECTED, cycle) > 0;
    }

    /** Whether a run of the cycle has been asked for and is not over. */
    @Transactional
    public boolean isWaiting(String cycle) {
        return sql.count("SELECT COUNT(*) FROM run_request WHERE cycle = ? AND state = 'WAITING'", cycle) > 0;
    }

    /** The goods have gone out, to everybody who was granted any. */
    Map<String, Object> deliver(CycleEntity cycle) {
        int orders = sql.update(
                "UPDATE demand_order SET state = 'DELIVERED', version = version + 1 WHERE cycle = ? AND state = 'ALLOCATED'",
                cycle.cycle);
        return Map.of("orders", orders);
    }
}
