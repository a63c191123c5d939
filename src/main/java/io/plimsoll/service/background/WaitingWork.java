package io.plimsoll.service.background;

import io.plimsoll.service.database.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

/** The work that waits or is being done. */
@ApplicationScoped
public class WaitingWork {

    private final Sql sql;
    private final Event<Put> put;
    private final Clock clock;

    /** What each piece is at in this process: in memory, for it ends with the process. */
    private final Map<Piece, String> parts = new ConcurrentHashMap<>();

    WaitingWork(Sql sql, Event<Put> put, Clock clock) {
        this.sql = sql;
        this.put = put;
        this.clock = clock;
    }

    /** There is something to do; told once it is stored. */
    record Put() {}

    /** One piece of work. */
    record Piece(String kind, long id) {

        String lock() {
            return kind + " " + id;
        }
    }

    /**
     * Puts a piece of work down, unless the same waits already; two who ask at once for the same put down one.
     *
     * @param same what makes two pieces of a kind the same
     * @param work writes down what is to be done, and gives its key
     * @return the key of the piece that waits now
     */
    @Transactional(TxType.MANDATORY)
    public long put(String kind, String same, LongSupplier work) {
        // Whoever comes second waits here for the first.
        int added = sql.update(
                "INSERT IGNORE INTO waiting_work (kind, same, put_at) VALUES (?, ?, ?)", kind, same, clock.instant());
        if (added == 0) {
            Optional<Long> waiting = sql.first(
                    "SELECT id FROM waiting_work WHERE kind = ? AND same = ? FOR SHARE",
                    row -> row.getLong(1),
                    kind,
                    same);
            // Between the two statements it may just have been done: then it is put down anew.
            return waiting.isPresent() ? waiting.get() : put(kind, same, work);
        }
        long id = work.getAsLong();
        sql.update("UPDATE waiting_work SET id = ? WHERE kind = ? AND same = ?", id, kind, same);
        put.fire(new Put());
        return id;
    }

    /** Takes a piece away, as what came of it is written; false where another has done so. */
    @Transactional(TxType.MANDATORY)
    public boolean isTaken(String kind, long id) {
        return sql.update("DELETE FROM waiting_work WHERE kind = ? AND id = ?", kind, id) > 0;
    }

    /** What a piece is at, by the name of its part; nothing where nobody here is at it. */
    public Optional<String> partOf(String kind, long id) {
        return Optional.ofNullable(parts.get(new Piece(kind, id)));
    }

    Job.Progress begin(Piece piece) {
        return part -> parts.put(piece, part.name());
    }

    void end(Piece piece) {
        parts.remove(piece);
    }

    /** All that waits, what was put down first before the rest. */
    @Transactional
    List<Piece> all() {
        return sql.list(
                "SELECT kind, id FROM waiting_work WHERE id IS NOT NULL ORDER BY put_at, kind, id",
                row -> new Piece(row.getString(1), row.getLong(2)));
    }

    @Transactional
    boolean isWaiting(Piece piece) {
        return sql.count("SELECT COUNT(*) FROM waiting_work WHERE kind = ? AND id = ?", piece.kind(), piece.id()) > 0;
    }
}
