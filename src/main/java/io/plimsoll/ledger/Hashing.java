package io.plimsoll.ledger;

import io.plimsoll.text.Sha256;
import java.security.MessageDigest;

/**
 * The three hashes of the ledger, told apart by their first byte, so that none can be passed off as another. Holds one
 * digest that it uses over and over: for one thread at a time.
 *
 * @see "RFC 6962, section 2.1: prefixes 0x00 of a leaf and 0x01 of a node"
 */
public final class Hashing {

    private static final byte LEAF = 0;
    private static final byte NODE = 1;
    private static final byte LINK = 2;

    private final MessageDigest sha256 = Sha256.begin();

    /** Of a leaf, whose text is the first {@code length} bytes. */
    public Hash leaf(byte[] text, int length) {
        sha256.update(LEAF);
        sha256.update(text, 0, length);
        return new Hash(sha256.digest());
    }

    /** Of a leaf. */
    public Hash leaf(byte[] text) {
        return leaf(text, text.length);
    }

    /** Of an inner node of a tree. */
    public Hash node(Hash left, Hash right) {
        return join(NODE, left, right);
    }

    /** Of the next position in the chain. */
    public Hash link(Hash before, Hash leaf) {
        return join(LINK, before, leaf);
    }

    /** Of a tree without leaves. */
    Hash ofNothing() {
        return new Hash(sha256.digest());
    }

    private Hash join(byte prefix, Hash first, Hash second) {
        sha256.update(prefix);
        sha256.update(first.shared());
        sha256.update(second.shared());
        return new Hash(sha256.digest());
    }
}
