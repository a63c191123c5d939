package io.plimsoll.service.intake;

import io.plimsoll.cycle.Cycle;
import io.plimsoll.cycle.CycleHead;
import io.plimsoll.files.CycleDetails;
import io.plimsoll.files.PolicyVersion;
import io.plimsoll.files.Registers;
import io.plimsoll.retailer.Retailer;
import io.plimsoll.run.CycleResult;
import io.plimsoll.service.database.Batch;
import io.plimsoll.sku.Sku;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.IntConsumer;
import java.util.function.Predicate;
import javax.sql.DataSource;

/** Stores cycles that come in whole; as a part of the caller's transaction, so whole or not at all. */
@ApplicationScoped
public class CycleIntake {

    /** Where rows of a cycle stand that came in, those first that refer to others. */
    private static final List<String> OF_A_CYCLE = List.of(
            "demand_line",
            "demand_order",
            "supply",
            "cycle_retailer_detail",
            "cycle_sku_detail",
            "cycle_retailer",
            "cycle_sku",
            "cycle_origin");

    private final DataSource database;
    private final Clock clock;

    CycleIntake(DataSource database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * When a cycle is or was open, and how far it is.
     *
     * @param state of the cycle
     * @param ofOrders the state of the orders that are there
     * @param ofSilent the state of retailers without one; nothing while they may still order
     */
    public record Life(
            String state,
            String ofOrders,
            Optional<String> ofSilent,
            Instant publishedAt,
            Instant opensAt,
            Instant closesAt,
            Instant secondClosesAt) {}

    /** What a register says of retailers, Skus and agreed totals, without a cycle. */
    @Transactional(TxType.MANDATORY)
    public void storeRegister(Cycle cycle, CycleDetails details) {
        storeRegister(cycle.retailers(), cycle.skus(), details, cycle.head().period(), licence -> true);
    }

    /**
     * Retailers and Skus for the register. What is blank says nothing; what is said last holds.
     *
     * @param details by the positions in both lists
     * @param period the month from which agreed totals hold
     * @param withTotal of which retailers the agreed total is taken
     */
    @Transactional(TxType.MANDATORY)
    public void storeRegister(
            List<Retailer> retailers,
            List<Sku> skus,
            CycleDetails details,
            String period,
            Predicate<String> withTotal) {
        within(connection ->
                new RegisterIntake(connection, retailers, skus, details, period, clock.instant()).store(withTotal));
    }

    /** What a cycle says of retailers and Skus beyond the snapshots, which must be stored already. */
    @Transactional(TxType.MANDATORY)
    public void storeDetails(Cycle cycle, CycleDetails details) {
        within(connection -> new DetailsIntake(connection, cycle, details).store());
    }

    /** Supply for a cycle that is planned; a Sku without a row here keeps what it has. */
    @Transactional(TxType.MANDATORY)
    public void storeSupply(String cycle, List<Registers.SupplyRow> supply) {
        within(connection -> {
            try (Batch rows = new Batch(
                    connection,
                    "INSERT INTO supply (cycle, sku, supply, forecast) VALUES (?, ?, ?, ?) ON DUPLICATE KEY UPDATE"
                            + " supply = VALUES(supply), forecast = VALUES(forecast), version = version + 1")) {
                for (Registers.SupplyRow row : supply) {
                    Long cartons = row.supply().isPresent() ? row.supply().getAsLong() : null;
                    rows.add(cycle, row.sku(), cartons, row.forecast().orElse(null));
                }
                rows.done();
            }
        });
    }

    /**
     * A cycle with its supply and orders.
     *
     * @param policy digest of the release policy, which must be stored already; null: none binds it yet
     * @param cameIn whether its orders were taken elsewhere
     */
    @Transactional(TxType.MANDATORY)
    public void storeCycle(Cycle cycle, CycleDetails details, String policy, Life life, boolean cameIn) {
        within(connection -> {
            storeHead(connection, cycle.head(), policy, life, cameIn);
            storeContent(connection, cycle, details, life);
        });
    }

    /**
     * The same in the place of a cycle that came in before and has gone no further: all of it is another afterwards, but
     * the steps that it took.
     */
    @Transactional(TxType.MANDATORY)
    public void replaceCycle(Cycle cycle, CycleDetails details, String policy, Life life) {
        within(connection -> {
            for (String table : OF_A_CYCLE) {
                try (PreparedStatement delete =
                        connection.prepareStatement("DELETE FROM " + table + " WHERE cycle = ?")) {
                    delete.setString(1, cycle.head().cycle());
                    delete.executeUpdate();
                }
            }
            CycleHead head = cycle.head();
            try (PreparedStatement update = connection.prepareStatement(
                    "UPDATE cycle SET seed = ?, period = ?, number_in_period = ?, of_period = ?, policy = ?,"
                            + " version = version + 1 WHERE cycle = ?")) {
                update.setString(1, head.seed());
                update.setString(2, head.period());
                update.setInt(3, head.number());
                update.setInt(4, head.of());
                update.setString(5, policy);
                update.setString(6, head.cycle());
                update.executeUpdate();
            }
            storeContent(connection, cycle, details, life);
        });
    }

    private static void storeContent(Connection connection, Cycle cycle, CycleDetails details, Life life)
            throws SQLException {
        OrdersIntake orders = new OrdersIntake(connection, cycle, details);
        orders.storeSupply();
        orders.storeSkus();
        if (life.ofSilent().isPresent()) {
            orders.storeRetailers();
        }
        orders.storeOrders(life.ofOrders(), life.ofSilent());
    }

    /**
     * Which run a result is of.
     *
     * @param policy that it ran under
     * @param madeBy key of the person who asked for it; null: it came with the data of a past cycle
     * @param supersedes key of the run whose place it takes, or null
     * @param reason why that one was superseded, or null
     * @param record its run.json
     */
    public record RunHead(
            PolicyVersion policy, Instant madeAt, Long madeBy, Long supersedes, String reason, byte[] record) {}

    /**
     * What a run of a cycle came to, which is stored already; it is in force from now on.
     *
     * @param linesWritten is told now and then how many lines of orders are written
     * @return the key of the run
     */
    @Transactional(TxType.MANDATORY)
    public long storeResult(RunHead head, CycleResult result, IntConsumer linesWritten) {
        long[] run = {0};
        within(connection -> run[0] = new ResultIntake(connection, result, linesWritten).store(head));
        return run[0];
    }

    private static void storeHead(Connection connection, CycleHead head, String policy, Life life, boolean cameIn)
            throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "INSERT INTO cycle (cycle, seed, period, number_in_period, of_period, state, policy, published_at,"
                        + " opens_at, closes_at, second_closes_at, came_in) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
            insert.setString(1, head.cycle());
            insert.setString(2, head.seed());
            insert.setString(3, head.period());
            insert.setInt(4, head.number());
            insert.setInt(5, head.of());
            insert.setString(6, life.state());
            insert.setString(7, policy);
            insert.setTimestamp(8, at(life.publishedAt()));
            insert.setTimestamp(9, at(life.opensAt()));
            insert.setTimestamp(10, at(life.closesAt()));
            insert.setTimestamp(11, at(life.secondClosesAt()));
            insert.setBoolean(12, cameIn);
            insert.executeUpdate();
        }
    }

    private static Timestamp at(Instant moment) {
        return moment == null ? null : Timestamp.from(moment);
    }

    private interface Work {
        void on(Connection connection) throws SQLException;
    }

    private void within(Work work) {
        try (Connection connection = database.getConnection()) {
            work.on(connection);
        } catch (SQLException failed) {
            throw new IllegalStateException("the cycle cannot be stored", failed);
        }
    }
}
