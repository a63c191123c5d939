package io.plimsoll.service.replays;

import io.plimsoll.comparison.Change;
import io.plimsoll.comparison.Fortune;
import io.plimsoll.comparison.GroupChange;
import io.plimsoll.comparison.ReasonMove;
import io.plimsoll.comparison.RetailerChange;
import io.plimsoll.files.RecordedRegister;
import io.plimsoll.finding.Finding;
import io.plimsoll.results.ResultComparison;
import io.plimsoll.retailer.PeerGroup;
import io.plimsoll.service.database.Batch;
import io.plimsoll.service.database.Sql;
import io.plimsoll.sku.BrandTier;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;

/** Writes down what a comparison with another policy came to. */
@ApplicationScoped
class ReplayTables {

    private final DataSource database;
    private final Sql sql;

    ReplayTables(DataSource database, Sql sql) {
        this.database = database;
        this.sql = sql;
    }

    /** The findings of a run as they are stored. */
    List<FindingChange.Raised> raised(long run) {
        return sql.list(
                "SELECT rule, severity, subject, code, evidence FROM run_finding WHERE run = ? ORDER BY position",
                row -> new FindingChange.Raised(
                        row.getString(1), row.getString(2), row.getString(3), row.getString(4), row.getString(5)),
                run);
    }

    static FindingChange.Raised raised(Finding finding) {
        return new FindingChange.Raised(
                finding.rule(), finding.severity().name(), finding.subject(), finding.code(), finding.evidenceText());
    }

    @Transactional(TxType.MANDATORY)
    void store(Replay replay, ResultComparison result, List<FindingChange> changes) {
        Map<String, String> territories = new HashMap<>();
        sql.list(
                        "SELECT licence, COALESCE(territory, '') FROM cycle_retailer_detail WHERE cycle = ?",
                        row -> Map.entry(row.getString(1), row.getString(2)),
                        replay.cycle())
                .forEach(each -> territories.put(each.getKey(), each.getValue()));
        try (Connection connection = database.getConnection()) {
            groups(connection, replay.id(), result, territories);
            shops(connection, replay.id(), result, territories);
            skus(connection, replay.id(), result);
            reasons(connection, replay.id(), result);
            findings(connection, replay.id(), changes);
        } catch (SQLException failed) {
            throw new IllegalStateException("the database cannot be written", failed);
        }
    }

    /** Sums of shops that have something in common. */
    private static final class Sums {
        private long demand;
        private long grantedA;
        private long grantedB;
        private long gained;
        private long lost;
        private int shopsGained;
        private int shopsLost;
        private int shopsAlike;

        private void add(Change cartons) {
            demand += cartons.demand();
            grantedA += cartons.grantedA();
            grantedB += cartons.grantedB();
            gained += cartons.gained();
            lost += cartons.lost();
            int way = Long.signum(cartons.difference());
            shopsGained += way > 0 ? 1 : 0;
            shopsLost += way < 0 ? 1 : 0;
            shopsAlike += way == 0 ? 1 : 0;
        }
    }

    private static void groups(
            Connection connection, long replay, ResultComparison result, Map<String, String> territories)
            throws SQLException {
        Map<String, Sums> byTerritory = new TreeMap<>();
        for (RetailerChange change : result.comparison().retailers()) {
            String licence = result.register().retailers().get(change.retailer());
            byTerritory
                    .computeIfAbsent(territories.getOrDefault(licence, ""), any -> new Sums())
                    .add(change.cartons());
        }
        try (Batch rows = new Batch(
                connection,
                "INSERT INTO replay_group (replay, position, grouping_by, name, demand, granted_a, granted_b, gained, lost,"
                        + " shops_gained, shops_lost, shops_alike) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
            int[] position = {0};
            group(rows, replay, position, "ALL", "ALL", result.comparison().total());
            for (var each : result.comparison().byClass().entrySet()) {
                group(rows, replay, position, "SIZE_CLASS", each.getKey().name(), each.getValue());
            }
            for (var each : result.comparison().byMarketType().entrySet()) {
                group(rows, replay, position, "MARKET_TYPE", each.getKey().name(), each.getValue());
            }
            for (var each : result.comparison().byTier().entrySet()) {
                group(rows, replay, position, "TIER", each.getKey().name(), each.getValue());
            }
            for (var each : byTerritory.entrySet()) {
                Sums sums = each.getValue();
                rows.add(
                        replay,
                        ++position[0],
                        "TERRITORY",
                        each.getKey(),
                        sums.demand,
                        sums.grantedA,
                        sums.grantedB,
                        sums.gained,
                        sums.lost,
                        sums.shopsGained,
                        sums.shopsLost,
                        sums.shopsAlike);
            }
            rows.done();
        }
    }

    private static void group(Batch rows, long replay, int[] position, String grouping, String name, GroupChange group)
            throws SQLException {
        Change cartons = group.cartons();
        rows.add(
                replay,
                ++position[0],
                grouping,
                name,
                cartons.demand(),
                cartons.grantedA(),
                cartons.grantedB(),
                cartons.gained(),
                cartons.lost(),
                group.bySum().better(),
                group.bySum().worse(),
                group.bySum().alike());
    }

    private static void shops(
            Connection connection, long replay, ResultComparison result, Map<String, String> territories)
            throws SQLException {
        RecordedRegister register = result.register();
        try (Batch rows = new Batch(
                connection,
                "INSERT INTO replay_shop (replay, licence, size_class, market_type, territory, demand, granted_a, granted_b,"
                        + " gained, lost, by_rank, binding_a, binding_b) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
            for (RetailerChange change : result.comparison().retailers()) {
                PeerGroup peers = PeerGroup.of(register.peers()[change.retailer()]);
                String licence = register.retailers().get(change.retailer());
                Fortune byRank = change.byRank();
                rows.add(
                        replay,
                        licence,
                        peers.sizeClass().name(),
                        peers.marketType().name(),
                        territories.getOrDefault(licence, ""),
                        change.cartons().demand(),
                        change.cartons().grantedA(),
                        change.cartons().grantedB(),
                        change.cartons().gained(),
                        change.cartons().lost(),
                        byRank.name(),
                        change.reason().map(reason -> reason.a().name()).orElse(null),
                        change.reason().map(reason -> reason.b().name()).orElse(null));
            }
            rows.done();
        }
    }

    private static void skus(Connection connection, long replay, ResultComparison result) throws SQLException {
        RecordedRegister register = result.register();
        try (Batch rows = new Batch(
                connection,
                "INSERT INTO replay_sku (replay, sku, tier, demand, granted_a, granted_b, gained, lost, released_a,"
                        + " released_b) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
            for (int sku = 0; sku < register.skus().size(); sku++) {
                Change cartons = result.comparison().skus().get(sku);
                rows.add(
                        replay,
                        register.skus().get(sku),
                        BrandTier.values()[register.tiers()[sku]].name(),
                        cartons.demand(),
                        cartons.grantedA(),
                        cartons.grantedB(),
                        cartons.gained(),
                        cartons.lost(),
                        result.a().limits().released().get(sku),
                        result.b().limits().released().get(sku));
            }
            rows.done();
        }
    }

    private static void reasons(Connection connection, long replay, ResultComparison result) throws SQLException {
        try (Batch rows = new Batch(
                connection,
                "INSERT INTO replay_reason (replay, binding_a, binding_b, order_lines, cut_a, cut_b)"
                        + " VALUES (?, ?, ?, ?, ?, ?)")) {
            for (ReasonMove move : result.comparison().reasons()) {
                rows.add(replay, move.a().name(), move.b().name(), move.lines(), move.cutA(), move.cutB());
            }
            rows.done();
        }
    }

    private static void findings(Connection connection, long replay, List<FindingChange> changes) throws SQLException {
        try (Batch rows = new Batch(
                connection,
                "INSERT INTO replay_finding (replay, position, change_kind, rule, severity, subject, code, evidence,"
                        + " evidence_before) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
            int position = 0;
            for (FindingChange change : changes) {
                rows.add(
                        replay,
                        ++position,
                        change.kind().name(),
                        change.finding().rule(),
                        change.finding().severity(),
                        change.finding().subject(),
                        change.finding().code(),
                        change.finding().evidence(),
                        change.before());
            }
            rows.done();
        }
    }
}
