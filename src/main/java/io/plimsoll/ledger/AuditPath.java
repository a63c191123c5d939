package io.plimsoll.ledger;

import java.util.List;
import java.util.Optional;

/**
 * The way from one leaf to the root of its tree: all that somebody needs who knows the leaf and the root, to see that the
 * one is in the other. Index and size only tell on which side each hash stands; they are not proved.
 *
 * @param index of the leaf, from 0
 * @param size how many leaves the tree has
 * @param hashes what stands beside the way, from the leaf up
 * @see "RFC 6962, section 2.1.1; RFC 9162, section 2.1.3.2"
 */
public record AuditPath(long index, long size, List<Hash> hashes) {

    public AuditPath {
        if (index < 0 || index >= size) {
            throw new IllegalArgumentException("no leaf " + index + " of " + size);
        }
        hashes = List.copyOf(hashes);
    }

    /** The root that the path leads to from this leaf; none where no tree of this size has such a path. */
    public Optional<Hash> root(Hash leaf, Hashing hashing) {
        long at = index;
        long last = size - 1;
        Hash node = leaf;
        for (Hash beside : hashes) {
            if (last == 0) {
                return Optional.empty();
            }
            if ((at & 1) == 1 || at == last) {
                node = hashing.node(beside, node);
                while ((at & 1) == 0) { // it went up as it is, where nothing stood beside it
                    at >>= 1;
                    last >>= 1;
                }
            } else {
                node = hashing.node(node, beside);
            }
            at >>= 1;
            last >>= 1;
        }
        return last == 0 ? Optional.of(node) : Optional.empty();
    }
}
