package io.plimsoll.ledger;

/**
 * An entry that has got its place.
 *
 * @param position which one
 * @param line the entry as a line of text with its hash, without a line end
 * @param leaf what stands for the entry in the chain, and in the tree of its day
 * @param hash what the chain comes to
 */
public record Sealed(long position, String line, Hash leaf, Hash hash) {}
