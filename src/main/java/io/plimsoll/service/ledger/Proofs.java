package io.plimsoll.service.ledger;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.plimsoll.ledger.AuditPath;
import io.plimsoll.ledger.Hash;
import io.plimsoll.ledger.Hashing;
import io.plimsoll.ledger.LedgerLine;
import io.plimsoll.ledger.MerkleTree;
import io.plimsoll.ledger.Proof;
import io.plimsoll.ledger.SealedDay;
import io.plimsoll.service.database.Sql;
import io.plimsoll.service.journal.Act;
import io.plimsoll.service.journal.Subject;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;

/** Makes the proof by which a retailer can check what he was granted, without trusting the service. */
@ApplicationScoped
public class Proofs {

    /** A proof of an open day carries so many leaves behind its entry at most, for a head to be checked against. */
    private static final int LONGEST_CHAIN = 100_000;

    private final Ledger ledger;
    private final RunLeaves leaves;
    private final Sql sql;
    private final ObjectMapper json;

    Proofs(Ledger ledger, RunLeaves leaves, Sql sql, ObjectMapper json) {
        this.ledger = ledger;
        this.leaves = leaves;
        this.sql = sql;
        this.json = json;
    }

    /** The proof of a retailer's grants in a run; nothing where it has no root, he no leaf, or its entry is not sealed yet. */
    @Transactional
    public Optional<Proof> of(String cycle, long run, String licence) {
        Optional<Integer> place = sql.first(
                "SELECT position FROM run_leaf WHERE run = ? AND licence = ?", row -> row.getInt(1), run, licence);
        Optional<LedgerLine> entry = entry(cycle, run);
        if (place.isEmpty() || entry.isEmpty()) {
            return Optional.empty();
        }
        Hashing hashing = new Hashing();
        AuditPath path = new MerkleTree(hashes("SELECT leaf FROM run_leaf WHERE run = ? ORDER BY position", run), hashing)
                .path(place.get());
        long position = entry.get().position();
        Hash before = position == 1
                ? ledger.genesis()
                : hashes("SELECT hash FROM ledger_entry WHERE position = ?", position - 1)
                        .get(0);
        List<Hash> after = hashes(
                "SELECT leaf FROM ledger_entry WHERE position > ? ORDER BY position LIMIT " + LONGEST_CHAIN, position);
        return Optional.of(new Proof(
                ledger.genesis(),
                leaves.of(run, licence),
                path,
                entry.get(),
                before,
                after,
                day(position, hashing)));
    }

    private Optional<Proof.Day> day(long position, Hashing hashing) {
        return sql.first(
                        "SELECT day, first_position, last_position, root, head FROM ledger_day"
                                + " WHERE first_position <= ? AND last_position >= ?",
                        Ledger::day,
                        position,
                        position)
                .map(day -> Proof.Day.of(day, path(day, position, hashing)));
    }

    private AuditPath path(SealedDay day, long position, Hashing hashing) {
        List<Hash> ofDay = hashes(
                "SELECT leaf FROM ledger_entry WHERE position BETWEEN ? AND ? ORDER BY position",
                day.first(),
                day.last());
        return new MerkleTree(ofDay, hashing).path((int) (position - day.first()));
    }

    /** The entry that holds the root of a run. */
    private Optional<LedgerLine> entry(String cycle, long run) {
        return sql
                .list(
                        "SELECT l.position, l.hash, j.number, j.at, j.actor, j.kind, j.subject, j.content FROM journal j"
                                + " JOIN ledger_entry l ON l.number = j.number WHERE j.kind = ? AND j.subject = ?"
                                + " ORDER BY j.number",
                        LedgerExport::line,
                        Act.RUN_FINISHED,
                        "cycle:" + Subject.cycle(cycle).key())
                .stream()
                .filter(line -> run(line) == run)
                .findFirst();
    }

    private long run(LedgerLine line) {
        try {
            return json.readTree(line.entry().content()).path("run").asLong();
        } catch (JsonProcessingException cannotBe) {
            throw new IllegalStateException(cannotBe);
        }
    }

    private List<Hash> hashes(String select, Object... values) {
        return sql.list(select, row -> Hash.of(row.getBytes(1)), values);
    }
}
