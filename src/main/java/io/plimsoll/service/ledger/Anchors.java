package io.plimsoll.service.ledger;

import io.plimsoll.ledger.Hash;
import io.plimsoll.ledger.Head;
import io.plimsoll.service.database.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/** Where heads of the ledger were last laid down outside of it. */
@ApplicationScoped
public class Anchors {

    private final Sql sql;
    private final Clock clock;

    Anchors(Sql sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** Kinds of places that are outside. */
    public enum Place {
        /** A file that grows by a line each time. */
        FILE,
        /** Another system, which is sent each head. */
        WEBHOOK
    }

    /**
     * A head that was laid down.
     *
     * @param to as it was set
     */
    public record Anchored(Place place, String to, long position, Hash hash, Instant at) {}

    /** The last of each place, however long ago. */
    List<Anchored> latest() {
        return sql.list(
                "SELECT place, target, position, hash, at FROM ledger_anchor a WHERE id = (SELECT MAX(id) FROM ledger_anchor"
                        + " b WHERE b.place = a.place AND b.target = a.target) ORDER BY place, target",
                row -> new Anchored(
                        Place.valueOf(row.getString(1)),
                        row.getString(2),
                        row.getLong(3),
                        Hash.of(row.getBytes(4)),
                        Sql.moment(row, "at")));
    }

    /** How far a place knows the ledger; 0 where it knows nothing. */
    long reached(Place place, String to) {
        return sql.count(
                "SELECT COALESCE(MAX(position), 0) FROM ledger_anchor WHERE place = ? AND target = ?",
                place.name(),
                to);
    }

    void add(Place place, String to, Head head) {
        sql.update(
                "INSERT INTO ledger_anchor (place, target, position, hash, at) VALUES (?, ?, ?, ?, ?)",
                place.name(),
                to,
                head.position(),
                head.hash().bytes(),
                clock.instant());
    }
}
