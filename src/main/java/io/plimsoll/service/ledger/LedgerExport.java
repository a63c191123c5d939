package io.plimsoll.service.ledger;

import io.plimsoll.ledger.Hash;
import io.plimsoll.ledger.Head;
import io.plimsoll.ledger.LedgerLine;
import io.plimsoll.ledger.SealedDay;
import io.plimsoll.proof.ExportWriter;
import io.plimsoll.service.database.Sql;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;

/**
 * Writes the whole ledger as files, as it stands at one moment: every entry as the journal has it now beside the hash that it
 * was sealed with, so that whoever checks the files finds what was altered since.
 */
@ApplicationScoped
class LedgerExport {

    private static final int LONGEST_SECONDS = 3_600;

    private final Ledger ledger;
    private final RunLeaves leaves;
    private final Sql sql;
    private final DataSource database;

    LedgerExport(Ledger ledger, RunLeaves leaves, Sql sql, DataSource database) {
        this.ledger = ledger;
        this.leaves = leaves;
        this.sql = sql;
        this.database = database;
    }

    /** Writes a zip, and leaves the stream open. */
    void write(OutputStream out) {
        QuarkusTransaction.requiringNew().timeout(LONGEST_SECONDS).run(() -> {
            atOneMoment();
            Head head = ledger.head();
            try (ExportWriter writer = ExportWriter.toZip(out, head.genesis())) {
                sql.each(
                        "SELECT l.position, l.hash, j.number, j.at, j.actor, j.kind, j.subject, j.content FROM ledger_entry l"
                                + " JOIN journal j ON j.number = l.number ORDER BY l.position",
                        row -> writing(() -> writer.entry(line(row).text())));
                for (SealedDay day : ledger.daysInOrder()) {
                    writer.day(day);
                }
                for (long run : runs()) {
                    writer.run(run);
                    leaves.each(run, leaf -> writing(() -> writer.leaf(leaf)));
                }
                writer.head(head);
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        });
    }

    /** Everything as it is at one moment, though others go on writing. */
    private void atOneMoment() {
        try (Connection connection = database.getConnection()) {
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        } catch (SQLException failed) {
            throw new IllegalStateException("the database cannot be read", failed);
        }
    }

    static LedgerLine line(ResultSet row) throws SQLException {
        return new LedgerLine(row.getLong("position"), Sealing.entry(row), Hash.of(row.getBytes("hash")));
    }

    private List<Long> runs() {
        return sql.list("SELECT run FROM run_root ORDER BY run", row -> row.getLong(1));
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
