package io.plimsoll.service.ledger;

import io.plimsoll.cycle.Cycle;
import io.plimsoll.ledger.GrantsLeaf;
import io.plimsoll.ledger.Hash;
import io.plimsoll.ledger.Hashing;
import io.plimsoll.ledger.MerkleRoot;
import io.plimsoll.order.Orders;
import io.plimsoll.run.CycleResult;
import io.plimsoll.service.database.Batch;
import io.plimsoll.service.journal.References;
import io.plimsoll.text.Sha256;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import javax.sql.DataSource;

/** Gives a run its root: one digest of what every retailer was granted in it. */
@ApplicationScoped
public class RunRoots {

    private static final int BYTES_OF_SALT = 16;

    private final References references;
    private final DataSource database;
    private final SecureRandom random = new SecureRandom();

    RunRoots(References references, DataSource database) {
        this.references = references;
        this.database = database;
    }

    /**
     * Stores leaves and root of a run whose grants are stored.
     *
     * @return the root, for the journal
     */
    @Transactional(TxType.MANDATORY)
    public Hash store(long run, CycleResult result) {
        Cycle cycle = result.cycle();
        byte[] secret = new byte[Hash.BYTES];
        random.nextBytes(secret);
        List<Integer> ordering = IntStream.range(0, cycle.orders().retailers())
                .filter(cycle.orders()::ordered)
                .boxed()
                .sorted(Comparator.comparing(i -> cycle.retailers().get(i).key()))
                .toList();
        Map<String, String> names = references.ofRetailers(
                ordering.stream().map(i -> cycle.retailers().get(i).key()).toList());
        Hashing hashing = new Hashing();
        MerkleRoot root = new MerkleRoot(hashing);
        List<Hash> leaves = new ArrayList<>(ordering.size());
        for (int i : ordering) {
            String licence = cycle.retailers().get(i).key();
            GrantsLeaf leaf = new GrantsLeaf(
                    run, cycle.head().cycle(), names.get(licence), salt(secret, licence), lines(result, i));
            Hash hash = leaf.hash(hashing);
            root.add(hash);
            leaves.add(hash);
        }
        try (Connection connection = database.getConnection()) {
            storeRoot(connection, run, secret, root);
            try (Batch rows =
                    new Batch(connection, "INSERT INTO run_leaf (run, position, licence, leaf) VALUES (?, ?, ?, ?)")) {
                for (int position = 0; position < leaves.size(); position++) {
                    String licence =
                            cycle.retailers().get(ordering.get(position)).key();
                    rows.add(run, position, licence, leaves.get(position).bytes());
                }
                rows.done();
            }
        } catch (SQLException failed) {
            throw new IllegalStateException("the ledger cannot be written", failed);
        }
        return root.root();
    }

    private static void storeRoot(Connection connection, long run, byte[] secret, MerkleRoot root) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "INSERT INTO run_root (run, secret, root, retailers) VALUES (?, ?, ?, ?)")) {
            insert.setLong(1, run);
            insert.setBytes(2, secret);
            insert.setBytes(3, root.root().bytes());
            insert.setLong(4, root.size());
            insert.executeUpdate();
        }
    }

    private static List<GrantsLeaf.Line> lines(CycleResult result, int retailer) {
        Orders orders = result.cycle().orders();
        List<GrantsLeaf.Line> lines = new ArrayList<>();
        for (int line = orders.firstLine()[retailer]; line < orders.firstLine()[retailer + 1]; line++) {
            lines.add(new GrantsLeaf.Line(
                    orders.rank()[line],
                    result.cycle().skus().get(orders.sku()[line]).key(),
                    orders.demand()[line],
                    result.sharing().granted()[line],
                    result.bindings()[line].name()));
        }
        lines.sort(Comparator.comparingLong(GrantsLeaf.Line::rank));
        return lines;
    }

    /** The salt of a retailer's leaf. Whoever has it learns nothing of the secret, nor of another's. */
    static String salt(byte[] secret, String licence) {
        MessageDigest digest = Sha256.begin();
        digest.update(secret);
        byte[] all = digest.digest(licence.getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(all, 0, BYTES_OF_SALT);
    }
}
