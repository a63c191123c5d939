package io.plimsoll.service.ledger;

import io.plimsoll.ledger.Chain;
import io.plimsoll.ledger.Entry;
import io.plimsoll.ledger.Hash;
import io.plimsoll.ledger.Hashing;
import io.plimsoll.ledger.Head;
import io.plimsoll.ledger.MerkleRoot;
import io.plimsoll.ledger.Sealed;
import io.plimsoll.service.database.Batch;
import io.plimsoll.service.database.Sql;
import io.plimsoll.service.journal.Act;
import io.plimsoll.service.journal.Journal;
import io.plimsoll.service.journal.Subject;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;

/**
 * Puts what was committed to the journal into the chain. Nobody who acts waits for that. Numbers of the journal can be
 * committed out of order and can stay unused; so an entry is looked for until it is sure that there will be none.
 */
@ApplicationScoped
class Sealing {

    /** So many entries are sealed in one transaction. */
    private static final int AT_ONCE = 5_000;

    /** From a number being drawn to its row being there, and seen by others as locked, pass milliseconds. */
    private static final Duration LONG_ENOUGH = Duration.ofMinutes(1);

    /** MySQL's own number: somebody holds the row. */
    private static final int HELD_BY_SOMEBODY = 3572;

    private static final String UNSEALED = "SELECT j.number, j.at, j.actor, j.kind, j.subject, j.content FROM journal j"
            + " LEFT JOIN ledger_entry l ON l.number = j.number WHERE j.number > ? AND l.number IS NULL"
            + " ORDER BY j.number LIMIT " + AT_ONCE;

    private final Ledger ledger;
    private final Sql sql;
    private final DataSource database;
    private final Journal journal;
    private final Clock clock;

    Sealing(Ledger ledger, Sql sql, DataSource database, Journal journal, Clock clock) {
        this.ledger = ledger;
        this.sql = sql;
        this.database = database;
        this.journal = journal;
        this.clock = clock;
    }

    /**
     * Seals what there is, up to a few thousand entries.
     *
     * @return whether there may be more
     */
    @Transactional
    boolean seal() {
        long settled = sql.count("SELECT settled FROM ledger WHERE id = 1 FOR UPDATE");
        List<Entry> entries = sql.list(UNSEALED, Sealing::entry, settled);
        if (!entries.isEmpty()) {
            append(entries);
        }
        long now = settledNow(settled);
        if (now > settled) {
            sql.update("UPDATE ledger SET settled = ? WHERE id = 1", now);
        }
        return entries.size() == AT_ONCE;
    }

    static Entry entry(ResultSet row) throws SQLException {
        return new Entry(
                row.getLong("number"),
                Ledger.moment(Sql.moment(row, "at")),
                row.getString("actor"),
                row.getString("kind"),
                row.getString("subject"),
                new String(row.getBytes("content"), StandardCharsets.UTF_8));
    }

    private void append(List<Entry> entries) {
        Chain chain = new Chain(ledger.head());
        LocalDate day = ledger.openDay().orElse(null);
        try (Connection connection = database.getConnection();
                Batch rows = new Batch(
                        connection,
                        "INSERT INTO ledger_entry (position, number, leaf, hash, day) VALUES (?, ?, ?, ?, ?)")) {
            for (Entry entry : entries) {
                LocalDate own = LocalDate.parse(entry.date());
                if (day != null && own.isAfter(day)) {
                    rows.done();
                    close(day, chain.head());
                }
                day = day == null || own.isAfter(day) ? own : day;
                Sealed sealed = chain.seal(entry);
                rows.add(
                        sealed.position(),
                        entry.number(),
                        sealed.leaf().bytes(),
                        sealed.hash().bytes(),
                        day);
            }
            rows.done();
        } catch (SQLException failed) {
            throw new IllegalStateException("the ledger cannot be written", failed);
        }
    }

    /** Gives a day its root, which the journal notes as well: so the chain covers it, and whoever reads the journal sees it. */
    private void close(LocalDate day, Head head) {
        MerkleRoot root = new MerkleRoot(new Hashing());
        long[] first = {0};
        sql.each(
                "SELECT position, leaf FROM ledger_entry WHERE day = ? ORDER BY position",
                row -> {
                    first[0] = first[0] == 0 ? row.getLong(1) : first[0];
                    root.add(Hash.of(row.getBytes(2)));
                },
                day);
        sql.update(
                "INSERT INTO ledger_day (day, first_position, last_position, root, head) VALUES (?, ?, ?, ?, ?)",
                day,
                first[0],
                head.position(),
                root.root().bytes(),
                head.hash().bytes());
        Map<String, Object> content = new TreeMap<>();
        content.put("day", day.toString());
        content.put("first", first[0]);
        content.put("last", head.position());
        content.put("root", root.root().hex());
        content.put("head", head.hash().hex());
        journal.appendBySystem(Act.LEDGER_DAY_CLOSED, Subject.service(), content);
    }

    /** The number up to which every entry that exists is sealed, and none can appear any more. */
    private long settledNow(long settled) {
        long now = settled;
        Instant longAgo = clock.instant().minus(LONG_ENOUGH);
        for (Numbered next : sql.list(
                "SELECT l.number, j.at FROM ledger_entry l JOIN journal j ON j.number = l.number WHERE l.number > ?"
                        + " ORDER BY l.number LIMIT " + 2 * AT_ONCE,
                row -> new Numbered(row.getLong(1), Sql.moment(row, "at")),
                settled)) {
            boolean isGap = next.number > now + 1;
            if (isGap && (next.at.isAfter(longAgo) || mayAppear(now, next.number))) {
                break;
            }
            now = next.number;
        }
        return now;
    }

    private record Numbered(long number, Instant at) {}

    /** Whether somebody holds an entry between two numbers that he has not committed, or just has. */
    private boolean mayAppear(long after, long before) {
        try {
            return sql.count(
                            "SELECT COUNT(*) FROM journal j WHERE j.number > ? AND j.number < ? FOR SHARE NOWAIT",
                            after,
                            before)
                    > 0;
        } catch (IllegalStateException refused) {
            if (refused.getCause() instanceof SQLException said && said.getErrorCode() == HELD_BY_SOMEBODY) {
                return true;
            }
            throw refused;
        }
    }
}
