package io.plimsoll.ledger;

import java.util.Arrays;

/**
 * A retailer's leaf as a run's file holds it: the line of the leaf, TAB, its hash.
 *
 * @param hash as the line states it; whether it is so, only {@link GrantsLeaf#hash} tells
 */
public record SealedLeaf(GrantsLeaf leaf, Hash hash) {

    /** The leaf with the hash that it has. */
    public static SealedLeaf of(GrantsLeaf leaf, Hashing hashing) {
        return new SealedLeaf(leaf, leaf.hash(hashing));
    }

    /**
     * Reads a line, without its line end.
     *
     * @throws Malformed unless it is written exactly as {@link #text} writes it
     */
    public static SealedLeaf parse(byte[] line) throws Malformed {
        int covered = LedgerLine.covered(line);
        GrantsLeaf leaf = GrantsLeaf.parse(Arrays.copyOf(line, covered));
        byte[] hash = Arrays.copyOfRange(line, covered + 1, line.length);
        return new SealedLeaf(leaf, Fields.hash(Fields.text(hash)));
    }

    /** The line, without a line end. */
    public String text() {
        return leaf.text() + Fields.TAB + hash;
    }
}
