package io.plimsoll.service.intake;

import io.plimsoll.cycle.Cycle;
import io.plimsoll.files.CycleDetails;
import io.plimsoll.files.CycleDetails.Submission;
import io.plimsoll.order.Orders;
import io.plimsoll.retailer.Retailer;
import io.plimsoll.service.database.Batch;
import io.plimsoll.sku.Sku;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.Optional;

/** Supply, the register as the cycle saw it, and the orders of a cycle; demand as it was reported. */
final class OrdersIntake {

    private final Connection connection;
    private final Cycle cycle;
    private final CycleDetails details;
    private final String name;

    OrdersIntake(Connection connection, Cycle cycle, CycleDetails details) {
        this.connection = connection;
        this.cycle = cycle;
        this.details = details;
        name = cycle.head().cycle();
    }

    void storeSupply() throws SQLException {
        try (Batch rows =
                new Batch(connection, "INSERT INTO supply (cycle, sku, supply, forecast) VALUES (?, ?, ?, ?)")) {
            for (Sku sku : cycle.skus()) {
                Long supply = sku.supply().isPresent() ? sku.supply().getAsLong() : null;
                rows.add(name, sku.key(), supply, sku.forecast().orElse(null));
            }
            rows.done();
        }
    }

    /** The register as the cycle saw it when it was frozen. */
    void storeRetailers() throws SQLException {
        try (Batch rows = new Batch(
                connection,
                "INSERT INTO cycle_retailer (cycle, licence, manager, size_class, market_type, status, agreed_total,"
                        + " granted_in_period, order_interval) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
            for (Retailer retailer : cycle.retailers()) {
                rows.add(
                        name,
                        retailer.key(),
                        retailer.manager(),
                        retailer.sizeClass().name(),
                        retailer.marketType().name(),
                        retailer.status().name(),
                        retailer.agreedTotal(),
                        retailer.grantedInPeriod(),
                        retailer.interval());
            }
            rows.done();
        }
    }

    /** The Skus as they were published. */
    void storeSkus() throws SQLException {
        try (Batch rows = new Batch(
                connection, "INSERT INTO cycle_sku (cycle, sku, brand, tier, status) VALUES (?, ?, ?, ?, ?)")) {
            for (Sku sku : cycle.skus()) {
                rows.add(
                        name,
                        sku.key(),
                        sku.brand(),
                        sku.tier().name(),
                        sku.status().name());
            }
            rows.done();
        }
    }

    /**
     * The orders.
     *
     * @param state of those that are there, such as CLOSED
     * @param silent state of retailers without an order; nothing while they may still order
     */
    void storeOrders(String state, Optional<String> silent) throws SQLException {
        String sql = "INSERT INTO demand_order (cycle, licence, state, channel, actor, submitted_at, submitted_text,"
                + " device, session, address, at_most) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
        Orders orders = cycle.orders();
        try (Batch rows = new Batch(connection, sql)) {
            for (int i = 0; i < orders.retailers(); i++) {
                if (orders.ordered(i)) {
                    addOrder(rows, i, state);
                } else if (silent.isPresent()) {
                    addOrder(rows, i, silent.get());
                }
            }
            rows.done();
        }
        storeLines();
    }

    private void addOrder(Batch rows, int retailer, String state) throws SQLException {
        Optional<Submission> submission = details.submission(retailer);
        int atMost = cycle.orders().atMost()[retailer];
        rows.add(
                name,
                cycle.retailers().get(retailer).key(),
                state,
                submission.map(each -> each.channel().name()).orElse(null),
                submission.map(Submission::actor).orElse(null),
                submission
                        .map(each -> Timestamp.from(each.submittedAt().toInstant()))
                        .orElse(null),
                submission.map(each -> each.submittedAt().toString()).orElse(null),
                submission.map(Submission::device).orElse(null),
                submission.map(Submission::session).orElse(null),
                submission.map(Submission::address).orElse(null),
                atMost == Orders.NO_LIMIT ? null : atMost);
    }

    private void storeLines() throws SQLException {
        Orders orders = cycle.orders();
        try (Batch rows = new Batch(
                connection,
                "INSERT INTO demand_line (cycle, licence, line_rank, sku, demand) VALUES (?, ?, ?, ?, ?)")) {
            for (int i = 0; i < orders.retailers(); i++) {
                String key = cycle.retailers().get(i).key();
                for (int line = orders.firstLine()[i]; line < orders.firstLine()[i + 1]; line++) {
                    String sku = cycle.skus().get(orders.sku()[line]).key();
                    rows.add(name, key, orders.rank()[line], sku, orders.demand()[line]);
                }
            }
            rows.done();
        }
    }
}
