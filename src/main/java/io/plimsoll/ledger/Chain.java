package io.plimsoll.ledger;

import java.nio.charset.StandardCharsets;

/**
 * Seals entries one after the other: each hash covers the entry and the hash before it, and so all entries before it.
 * For one thread at a time.
 */
public final class Chain {

    private final Hashing hashing = new Hashing();
    private Head head;

    /** A chain that goes on behind its last entry; a new one behind {@link Head#of}. */
    public Chain(Head last) {
        head = last;
    }

    /** Gives an entry the next position. */
    public Sealed seal(Entry entry) {
        long position = Math.addExact(head.position(), 1);
        String covered = entry.lineAt(position);
        Hash leaf = hashing.leaf(covered.getBytes(StandardCharsets.UTF_8));
        Hash hash = hashing.link(head.hash(), leaf);
        head = new Head(head.genesis(), position, hash);
        return new Sealed(position, covered + Fields.TAB + hash.hex(), leaf, hash);
    }

    /** How far the chain has come. */
    public Head head() {
        return head;
    }
}
