package io.plimsoll.ledger;

import java.util.Optional;

/**
 * Parts the ledger into days. An entry belongs to the UTC day of its moment; one that comes late, because it was sealed
 * after an entry of a later day, belongs to that later day, so that days are ranges of positions. A day is closed by the
 * first entry of a later one. So the entries alone decide where days begin and end, and anybody finds the same.
 */
public final class Days {

    private final Hashing hashing;
    private String date;
    private long first;
    private long last;
    private Hash head;
    private MerkleRoot root;

    /** Begins before position 1, or behind a closed day. */
    public Days(Hashing hashing) {
        this.hashing = hashing;
    }

    /**
     * Takes in the next entry.
     *
     * @param entryDate {@link Entry#date}
     * @param position in the ledger
     * @return the day that this closes, if it is the first entry of another one
     */
    public Optional<SealedDay> add(String entryDate, long position, Hash leaf, Hash hash) {
        Optional<SealedDay> closed = Optional.empty();
        if (date == null || entryDate.compareTo(date) > 0) {
            closed = Optional.ofNullable(date).map(open -> new SealedDay(open, first, last, root.root(), head));
            date = entryDate;
            first = position;
            root = new MerkleRoot(hashing);
        }
        root.add(leaf);
        last = position;
        head = hash;
        return closed;
    }

    /** The day that is open, {@code 2026-11-29}; none before the first entry. */
    public Optional<String> openDate() {
        return Optional.ofNullable(date);
    }
}
