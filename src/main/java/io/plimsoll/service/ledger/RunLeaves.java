package io.plimsoll.service.ledger;

import io.plimsoll.ledger.GrantsLeaf;
import io.plimsoll.ledger.Hash;
import io.plimsoll.ledger.SealedLeaf;
import io.plimsoll.service.database.Sql;
import io.plimsoll.service.journal.References;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** What each retailer was granted in a run, as the grants stand in the database now. */
@ApplicationScoped
class RunLeaves {

    private static final String GRANTS =
            "SELECT l.licence, l.leaf, c.cycle, g.line_rank, g.sku, g.demand, g.granted, g.binding"
                    + " FROM run_leaf l JOIN allocation_run c ON c.id = l.run"
                    + " LEFT JOIN grant_line g ON g.run = l.run AND g.licence = l.licence";

    private final Sql sql;
    private final References references;

    RunLeaves(Sql sql, References references) {
        this.sql = sql;
        this.references = references;
    }

    /** One line of somebody's grants; its Sku is null where his order had no lines. */
    private record Granted(String licence, Hash leaf, String cycle, GrantsLeaf.Line line) {}

    /** Goes through all of a run, in the order of its tree. */
    void each(long run, Consumer<SealedLeaf> take) {
        byte[] secret = secret(run);
        Map<String, String> names = references.ofRetailers(List.of());
        List<Granted> same = new ArrayList<>();
        sql.each(
                GRANTS + " WHERE l.run = ? ORDER BY l.position, g.line_rank",
                row -> {
                    Granted next = granted(row);
                    if (!same.isEmpty() && !same.get(0).licence().equals(next.licence())) {
                        take.accept(sealed(run, secret, names, same));
                        same.clear();
                    }
                    same.add(next);
                },
                run);
        if (!same.isEmpty()) {
            take.accept(sealed(run, secret, names, same));
        }
    }

    /** Grants as they are now, beside the hash of what they were. */
    private static SealedLeaf sealed(long run, byte[] secret, Map<String, String> names, List<Granted> lines) {
        Granted first = lines.get(0);
        return new SealedLeaf(leaf(run, secret, names.get(first.licence()), lines), first.leaf());
    }

    /** The leaf of one retailer, who must have ordered. */
    GrantsLeaf of(long run, String licence) {
        List<Granted> lines = sql.list(
                GRANTS + " WHERE l.run = ? AND l.licence = ? ORDER BY g.line_rank", RunLeaves::granted, run, licence);
        return leaf(run, secret(run), references.ofRetailers(List.of(licence)).get(licence), lines);
    }

    private byte[] secret(long run) {
        return sql.first("SELECT secret FROM run_root WHERE run = ?", row -> row.getBytes(1), run)
                .orElseThrow();
    }

    private static Granted granted(ResultSet row) throws SQLException {
        String sku = row.getString("sku");
        GrantsLeaf.Line line = sku == null
                ? null
                : new GrantsLeaf.Line(
                        row.getLong("line_rank"),
                        sku,
                        row.getLong("demand"),
                        row.getLong("granted"),
                        row.getString("binding"));
        return new Granted(row.getString("licence"), Hash.of(row.getBytes("leaf")), row.getString("cycle"), line);
    }

    private static GrantsLeaf leaf(long run, byte[] secret, String name, List<Granted> lines) {
        Granted first = lines.get(0);
        return new GrantsLeaf(
                run,
                first.cycle(),
                name,
                RunRoots.salt(secret, first.licence()),
                lines.stream().map(Granted::line).filter(line -> line != null).toList());
    }
}
