package io.plimsoll.service.ledger;

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

    /** The way of a proof to a head carries so many leaves at most, 65 bytes each. */
    static final int LONGEST_CHAIN = 20_000;

    private final Ledger ledger;
    private final RunLeaves leaves;
    private final Sql sql;

    Proofs(Ledger ledger, RunLeaves leaves, Sql sql) {
        this.ledger = ledger;
        this.leaves = leaves;
        this.sql = sql;
    }

    /**
     * The proof of a retailer's grants in a run, as far as the root of its day. Of a day that is still open it reaches the
     * present head.
     *
     * @return nothing where the run has no root, he no leaf, or the run's entry is not sealed yet
     */
    @Transactional
    public Optional<Proof> of(String cycle, long run, String licence) {
        return of(cycle, run, licence, null);
    }

    /**
     * The same, reaching a head that somebody has kept.
     *
     * @param head its position; the proof reaches no farther than the ledger, nor than {@link #LONGEST_CHAIN} entries
     */
    @Transactional
    public Optional<Proof> of(String cycle, long run, String licence, Long head) {
        Optional<Integer> place = sql.first(
                "SELECT position FROM run_leaf WHERE run = ? AND licence = ?", row -> row.getInt(1), run, licence);
        Optional<LedgerLine> entry = entry(cycle, run);
        if (place.isEmpty() || entry.isEmpty()) {
            return Optional.empty();
        }
        Hashing hashing = new Hashing();
        AuditPath path = new MerkleTree(
                        hashes("SELECT leaf FROM run_leaf WHERE run = ? ORDER BY position", run), hashing)
                .path(place.get());
        long position = entry.get().position();
        Hash before = position == 1
                ? ledger.genesis()
                : hashes("SELECT hash FROM ledger_entry WHERE position = ?", position - 1)
                        .get(0);
        Optional<SealedDay> day = ledger.dayOf(position);
        return Optional.of(new Proof(
                ledger.genesis(),
                leaves.of(run, licence),
                path,
                entry.get(),
                before,
                after(position, head != null ? head : day.isPresent() ? position : Long.MAX_VALUE),
                day.map(closed -> Proof.Day.of(closed, path(closed, position, hashing)))));
    }

    private List<Hash> after(long position, long upTo) {
        return hashes(
                "SELECT leaf FROM ledger_entry WHERE position > ? AND position <= ? ORDER BY position LIMIT "
                        + LONGEST_CHAIN,
                position,
                upTo);
    }

    private AuditPath path(SealedDay day, long position, Hashing hashing) {
        List<Hash> ofDay = hashes(
                "SELECT leaf FROM ledger_entry WHERE position BETWEEN ? AND ? ORDER BY position",
                day.first(),
                day.last());
        return new MerkleTree(ofDay, hashing).path((int) (position - day.first()));
    }

    /** The entry that holds the root of a run. */
    public Optional<LedgerLine> entry(String cycle, long run) {
        return sql
                .list(
                        LedgerExport.ENTRIES + " WHERE j.kind = ? AND j.subject = ? ORDER BY j.number",
                        LedgerExport::line,
                        Act.RUN_FINISHED,
                        "cycle:" + Subject.cycle(cycle).key())
                .stream()
                .filter(line -> LedgerExport.run(line).filter(of -> of == run).isPresent())
                .findFirst();
    }

    private List<Hash> hashes(String select, Object... values) {
        return sql.list(select, row -> Hash.of(row.getBytes(1)), values);
    }
}
