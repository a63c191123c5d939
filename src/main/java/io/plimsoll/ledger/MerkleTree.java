package io.plimsoll.ledger;

import java.util.ArrayList;
import java.util.List;

/**
 * A whole tree in memory, for making audit paths: some 150 bytes a leaf.
 *
 * @see "RFC 6962, section 2.1.1"
 */
public final class MerkleTree {

    /** The leaves, above them their nodes, and so on to the root. Of an odd number the last goes up as it is. */
    private final List<List<Hash>> levels = new ArrayList<>();

    private final Hash root;

    /** The tree over these leaves. */
    public MerkleTree(List<Hash> leaves, Hashing hashing) {
        List<Hash> level = List.copyOf(leaves);
        levels.add(level);
        while (level.size() > 1) {
            List<Hash> above = new ArrayList<>(level.size() / 2 + 1);
            for (int i = 0; i + 1 < level.size(); i += 2) {
                above.add(hashing.node(level.get(i), level.get(i + 1)));
            }
            if (level.size() % 2 == 1) {
                above.add(level.get(level.size() - 1));
            }
            levels.add(above);
            level = above;
        }
        root = level.isEmpty() ? hashing.ofNothing() : level.get(0);
    }

    /** The root, the same as {@link MerkleRoot#root}. */
    public Hash root() {
        return root;
    }

    /**
     * The way from a leaf to the root.
     *
     * @param index of the leaf, from 0
     */
    public AuditPath path(int index) {
        List<Hash> hashes = new ArrayList<>();
        int at = index;
        for (List<Hash> level : levels) {
            int sibling = at ^ 1;
            if (sibling < level.size()) {
                hashes.add(level.get(sibling));
            }
            at /= 2;
        }
        return new AuditPath(index, levels.get(0).size(), hashes);
    }
}
