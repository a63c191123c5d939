package io.plimsoll.ledger;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;

/**
 * The root of a tree over leaves that come one after the other, of which it keeps at most one hash for each doubling of
 * their number.
 *
 * @see "RFC 6962, section 2.1: the left part of a tree of n leaves has the largest power of two below n"
 */
public final class MerkleRoot {

    private final Hashing hashing;

    /** Full subtrees, the smallest and last one first: their sizes are the ones in the binary number of leaves. */
    private final Deque<Hash> subtrees = new ArrayDeque<>();

    private long size;

    /** A tree without leaves. */
    public MerkleRoot(Hashing hashing) {
        this.hashing = hashing;
    }

    /** Adds the next leaf. */
    public void add(Hash leaf) {
        Hash subtree = leaf;
        for (long rest = size; (rest & 1) == 1; rest >>= 1) {
            subtree = hashing.node(subtrees.pop(), subtree);
        }
        subtrees.push(subtree);
        size++;
    }

    /** How many leaves there are. */
    public long size() {
        return size;
    }

    /** The root over the leaves by now; of none, the SHA-256 of nothing. */
    public Hash root() {
        if (size == 0) {
            return hashing.ofNothing();
        }
        Iterator<Hash> fromTheRight = subtrees.iterator();
        Hash root = fromTheRight.next();
        while (fromTheRight.hasNext()) {
            root = hashing.node(fromTheRight.next(), root);
        }
        return root;
    }
}
