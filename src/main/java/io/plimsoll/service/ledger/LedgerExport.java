package io.plimsoll.service.ledger;

import io.plimsoll.ledger.Hash;
import io.plimsoll.ledger.Head;
import io.plimsoll.ledger.LedgerLine;
import io.plimsoll.ledger.SealedDay;
import io.plimsoll.proof.ExportWriter;
import io.plimsoll.proof.RunEntry;
import io.plimsoll.service.database.Sql;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Writes the whole ledger as files, as it stands at one moment: every entry as the journal has it now beside the hash that it
 * was sealed with, so that whoever checks the files finds what was altered since.
 */
@ApplicationScoped
class LedgerExport {

    private static final int LONGEST_SECONDS = 3_600;

    /** Entries of the chain as the journal has them now. */
    static final String ENTRIES = "SELECT l.position, l.hash, j.number, j.at, j.actor, j.kind, j.subject, j.content"
            + " FROM ledger_entry l JOIN journal j ON j.number = l.number";

    private final Ledger ledger;
    private final RunLeaves leaves;
    private final Sql sql;

    LedgerExport(Ledger ledger, RunLeaves leaves, Sql sql) {
        this.ledger = ledger;
        this.leaves = leaves;
        this.sql = sql;
    }

    /**
     * Writes a zip, and leaves the stream open. Others go on writing meanwhile; since nothing of a ledger ever changes, it is
     * whole as it was when its head was read.
     */
    void write(OutputStream out) {
        QuarkusTransaction.requiringNew().timeout(LONGEST_SECONDS).run(() -> {
            Head head = ledger.head();
            try (ExportWriter writer = ExportWriter.toZip(out, head.genesis())) {
                List<Long> runs = new ArrayList<>();
                sql.each(
                        ENTRIES + " WHERE l.position <= ? ORDER BY l.position",
                        row -> {
                            LedgerLine line = line(row);
                            run(line).ifPresent(runs::add);
                            writing(() -> writer.entry(line.text()));
                        },
                        head.position());
                for (SealedDay day : ledger.daysUpTo(head.position())) {
                    writer.day(day);
                }
                for (long run : runs) {
                    writer.run(run);
                    leaves.each(run, leaf -> writing(() -> writer.leaf(leaf)));
                }
                writer.head(head);
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        });
    }

    /** The run whose root an entry holds, if it is such an entry and can still be read. */
    static Optional<Long> run(LedgerLine line) {
        try {
            return RunEntry.of(line.entry()).map(RunEntry::run);
        } catch (RunEntry.Unreadable altered) {
            // Somebody wrote into the journal: whoever checks the export finds it.
            return Optional.empty();
        }
    }

    static LedgerLine line(ResultSet row) throws SQLException {
        return new LedgerLine(row.getLong("position"), Sealing.entry(row), Hash.of(row.getBytes("hash")));
    }

    @FunctionalInterface
    private interface Writing {
        void now() throws IOException;
    }

    private static void writing(Writing writing) {
        try {
            writing.now();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
