package io.plimsoll.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The tree is that of RFC 6962, and a path leads from its own leaf to its own root and to no other. */
class MerkleTreeTest {

    private static final Hashing HASHING = new Hashing();

    /** The leaves that the tests of Certificate Transparency use. */
    private static final List<Hash> KNOWN_LEAVES = Stream.of(
                    "", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f")
            .map(leaf -> HASHING.leaf(HexFormat.of().parseHex(leaf)))
            .toList();

    /** And their roots, of the first leaf alone to all eight. */
    private static final List<String> KNOWN_ROOTS = List.of(
            "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
            "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
            "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
            "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
            "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
            "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
            "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
            "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328");

    @Test
    void theRootsAreThoseOfCertificateTransparency() {
        MerkleRoot streamed = new MerkleRoot(HASHING);
        assertEquals(
                "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
                streamed.root().hex());
        for (int size = 1; size <= 8; size++) {
            streamed.add(KNOWN_LEAVES.get(size - 1));
            assertEquals(KNOWN_ROOTS.get(size - 1), streamed.root().hex());
            assertEquals(streamed.root(), new MerkleTree(KNOWN_LEAVES.subList(0, size), HASHING).root());
        }
    }

    @Test
    void thePathsAreThoseOfCertificateTransparency() {
        assertEquals(
                List.of(
                        "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7",
                        "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
                        "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4"),
                knownPath(0, 8));
        assertEquals(
                List.of(
                        "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b",
                        "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
                        "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7"),
                knownPath(5, 8));
        assertEquals(List.of("fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125"), knownPath(2, 3));
        assertEquals(
                List.of(
                        "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
                        "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
                        "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b"),
                knownPath(1, 5));
        assertEquals(List.of(), knownPath(0, 1));
    }

    private static List<String> knownPath(int index, int size) {
        return new MerkleTree(KNOWN_LEAVES.subList(0, size), HASHING)
                .path(index).hashes().stream().map(Hash::hex).toList();
    }

    @Test
    void everyPathOfEverySizeLeadsToTheRootAsTheStandardDefinesIt() {
        for (int size = 1; size <= 100; size++) {
            List<Hash> leaves = leaves(size);
            MerkleTree tree = new MerkleTree(leaves, HASHING);
            MerkleRoot streamed = new MerkleRoot(HASHING);
            leaves.forEach(streamed::add);
            assertEquals(asDefined(leaves), tree.root());
            assertEquals(tree.root(), streamed.root());
            assertEquals(size, streamed.size());
            for (int index = 0; index < size; index++) {
                AuditPath path = tree.path(index);
                assertEquals(pathAsDefined(index, leaves), path.hashes());
                assertEquals(Optional.of(tree.root()), path.root(leaves.get(index), HASHING));
            }
        }
    }

    @Test
    void noPathLeadsFromAnotherLeafOrAnotherPlaceToTheRoot() {
        for (int size = 2; size <= 40; size++) {
            List<Hash> leaves = leaves(size);
            MerkleTree tree = new MerkleTree(leaves, HASHING);
            for (int index = 0; index < size; index++) {
                AuditPath path = tree.path(index);
                for (int other = 0; other < size; other++) {
                    if (other != index) {
                        assertIsNot(tree.root(), path.root(leaves.get(other), HASHING));
                        assertIsNot(
                                tree.root(),
                                new AuditPath(other, size, path.hashes()).root(leaves.get(index), HASHING));
                    }
                }
            }
        }
    }

    @Test
    void aPathThatIsTooLongOrTooShortLeadsNowhere() {
        for (int size = 1; size <= 40; size++) {
            List<Hash> leaves = leaves(size);
            for (int index = 0; index < size; index++) {
                List<Hash> path = new MerkleTree(leaves, HASHING).path(index).hashes();
                List<Hash> longer = new ArrayList<>(path);
                longer.add(leaves.get(0));
                Hash leaf = leaves.get(index);
                assertEquals(Optional.empty(), new AuditPath(index, size, longer).root(leaf, HASHING));
                if (!path.isEmpty()) {
                    List<Hash> shorter = path.subList(0, path.size() - 1);
                    assertEquals(Optional.empty(), new AuditPath(index, size, shorter).root(leaf, HASHING));
                }
            }
        }
    }

    @Test
    void aNodeIsNoLeafAndNoLink() {
        Hash a = KNOWN_LEAVES.get(0);
        Hash b = KNOWN_LEAVES.get(1);
        byte[] both = new byte[2 * Hash.BYTES];
        System.arraycopy(a.bytes(), 0, both, 0, Hash.BYTES);
        System.arraycopy(b.bytes(), 0, both, Hash.BYTES, Hash.BYTES);
        assertNotEquals(HASHING.leaf(both), HASHING.node(a, b));
        assertNotEquals(HASHING.link(a, b), HASHING.node(a, b));
        assertNotEquals(HASHING.link(a, b), HASHING.leaf(both));
    }

    private static void assertIsNot(Hash root, Optional<Hash> found) {
        assertNotEquals(Optional.of(root), found);
    }

    private static List<Hash> leaves(int size) {
        List<Hash> leaves = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            leaves.add(HASHING.leaf(("leaf " + i).getBytes(StandardCharsets.UTF_8)));
        }
        return leaves;
    }

    /** RFC 6962, section 2.1, word for word. */
    private static Hash asDefined(List<Hash> leaves) {
        int n = leaves.size();
        if (n == 1) {
            return leaves.get(0);
        }
        int k = Integer.highestOneBit(n - 1);
        return HASHING.node(asDefined(leaves.subList(0, k)), asDefined(leaves.subList(k, n)));
    }

    /** RFC 6962, section 2.1.1, word for word. */
    private static List<Hash> pathAsDefined(int m, List<Hash> leaves) {
        int n = leaves.size();
        if (n == 1) {
            return List.of();
        }
        int k = Integer.highestOneBit(n - 1);
        List<Hash> left = leaves.subList(0, k);
        List<Hash> right = leaves.subList(k, n);
        List<Hash> path = new ArrayList<>(m < k ? pathAsDefined(m, left) : pathAsDefined(m - k, right));
        path.add(asDefined(m < k ? right : left));
        return path;
    }
}
