package io.plimsoll.service.ledger;

import io.plimsoll.ledger.Hash;
import io.plimsoll.ledger.Head;
import io.plimsoll.ledger.LedgerLine;
import io.plimsoll.ledger.SealedDay;
import io.plimsoll.service.database.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;

/** How far the chain has come. */
@ApplicationScoped
public class Ledger {

    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'").withZone(ZoneOffset.UTC);

    private static final String DAYS = "SELECT day, first_position, last_position, root, head FROM ledger_day";

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

    /** An entry of the journal as it is sealed; nothing where it is not yet. */
    Optional<LedgerLine> entry(long number) {
        return sql.first(LedgerExport.ENTRIES + " WHERE j.number = ?", LedgerExport::line, number);
    }

    /**
     * What the head was at a position; nothing where the chain has not come so far.
     *
     * @param position 0 and less: before the first entry
     */
    Optional<Head> headAt(long position) {
        Hash genesis = genesis();
        return position <= 0
                ? Optional.of(Head.of(genesis))
                : sql.first(
                        "SELECT hash FROM ledger_entry WHERE position = ?",
                        row -> new Head(genesis, position, Hash.of(row.getBytes(1))),
                        position);
    }

    /** The days that have their root, the last first. */
    List<SealedDay> lastDays(int most) {
        return sql.list(DAYS + " ORDER BY day DESC LIMIT " + most, Ledger::day);
    }

    /** The days that ended up to a position, the first first. */
    List<SealedDay> daysUpTo(long position) {
        return sql.list(DAYS + " WHERE last_position <= ? ORDER BY day", Ledger::day, position);
    }

    /** The day that a position belongs to, if it has its root. */
    Optional<SealedDay> dayOf(long position) {
        return sql.first(DAYS + " WHERE first_position <= ? AND last_position >= ?", Ledger::day, position, position);
    }

    private static SealedDay day(ResultSet row) throws SQLException {
        return new SealedDay(
                row.getObject("day", LocalDate.class).toString(),
                row.getLong("first_position"),
                row.getLong("last_position"),
                Hash.of(row.getBytes("root")),
                Hash.of(row.getBytes("head")));
    }

    /** The day that the last entry belongs to; it has no root yet. */
    Optional<LocalDate> openDay() {
        return sql.first(
                "SELECT day FROM ledger_entry ORDER BY position DESC LIMIT 1",
                row -> row.getObject(1, LocalDate.class));
    }
}
