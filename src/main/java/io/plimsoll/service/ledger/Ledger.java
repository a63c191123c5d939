package io.plimsoll.service.ledger;

import io.plimsoll.ledger.Hash;
import io.plimsoll.ledger.Head;
import io.plimsoll.service.database.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/** How far the chain has come. */
@ApplicationScoped
public class Ledger {

    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'").withZone(ZoneOffset.UTC);

    private final Sql sql;

    Ledger(Sql sql) {
        this.sql = sql;
    }

    /** A moment as the chain covers it. */
    static String moment(Instant at) {
        return MOMENT.format(at);
    }

    /** What the hash before the first entry is. */
    public Hash genesis() {
        return sql.first("SELECT genesis FROM ledger WHERE id = 1", row -> Hash.of(row.getBytes(1)))
                .orElseThrow();
    }

    /** The last position and its hash: whoever keeps this can tell later whether anything before it was altered. */
    public Head head() {
        Hash genesis = genesis();
        return sql.first(
                        "SELECT position, hash FROM ledger_entry ORDER BY position DESC LIMIT 1",
                        row -> new Head(genesis, row.getLong(1), Hash.of(row.getBytes(2))))
                .orElse(Head.of(genesis));
    }

    /** The day that the last entry belongs to; it has no root yet. */
    Optional<LocalDate> openDay() {
        return sql.first(
                "SELECT day FROM ledger_entry ORDER BY position DESC LIMIT 1",
                row -> row.getObject(1, LocalDate.class));
    }
}
