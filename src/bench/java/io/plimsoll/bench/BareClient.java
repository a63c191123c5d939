package io.plimsoll.bench;

import io.plimsoll.bench.OrderShops.Shop;
import io.plimsoll.mysql.EmbeddedMysql;
import io.plimsoll.text.Sha256;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.time.Instant;

/** Writes what an order leaves behind, and does nothing else: no look at what is there, no check, no JSON. */
final class BareClient implements OrdersBench.Client {

    private final Connection connection;
    private final PreparedStatement request;
    private final PreparedStatement order;
    private final PreparedStatement line;
    private final PreparedStatement receipt;
    private final PreparedStatement entry;

    BareClient(EmbeddedMysql server) throws SQLException {
        connection = DriverManager.getConnection(
                server.jdbcUrl(EmbeddedMysql.DATABASE),
                server.application().user(),
                server.application().password());
        connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
        connection.setAutoCommit(false);
        request = connection.prepareStatement("INSERT INTO idempotent_request (person_id, idempotency_key, request_hash,"
                + " created_at, status, location, body) VALUES (?, ?, ?, ?, 201, ?, ?)");
        order = connection.prepareStatement("INSERT INTO demand_order (state, channel, actor, submitted_at, device,"
                + " session, address, at_most, version, cycle, licence)"
                + " VALUES ('SUBMITTED', 'SELF', ?, ?, 'bench', ?, '127.0.0.1', NULL, 1, ?, ?)");
        line = connection.prepareStatement(
                "INSERT INTO demand_line (cycle, licence, line_rank, sku, demand) VALUES (?, ?, ?, ?, ?)");
        receipt = connection.prepareStatement(
                "INSERT INTO order_receipt (cycle, licence, version, channel, submitted_by, submitted_at, content, digest)"
                        + " VALUES (?, ?, 1, 'SELF', ?, ?, ?, ?)",
                Statement.RETURN_GENERATED_KEYS);
        entry = connection.prepareStatement(
                "INSERT INTO journal (at, actor, kind, subject, content) VALUES (?, ?, 'ORDER_SUBMITTED', ?, ?)");
    }

    @Override
    public void send(Shop shop) throws SQLException {
        Timestamp now = Timestamp.from(Instant.now());
        String digest = Sha256.of(shop.content());
        request.setLong(1, shop.person());
        request.setString(2, shop.key());
        request.setString(3, digest);
        request.setTimestamp(4, now);
        request.setString(5, "/api/cycles/" + OrderShops.CYCLE + "/orders/" + shop.licence());
        request.setBytes(6, shop.answer());
        request.executeUpdate();
        order.setString(1, shop.licence());
        order.setTimestamp(2, now);
        order.setString(3, digest.substring(0, 16));
        order.setString(4, OrderShops.CYCLE);
        order.setString(5, shop.licence());
        order.executeUpdate();
        for (int i = 0; i < shop.skus().length; i++) {
            line.setString(1, OrderShops.CYCLE);
            line.setString(2, shop.licence());
            line.setInt(3, i + 1);
            line.setString(4, shop.skus()[i]);
            line.setInt(5, shop.demands()[i]);
            line.addBatch();
        }
        line.executeBatch();
        receipt.setString(1, OrderShops.CYCLE);
        receipt.setString(2, shop.licence());
        receipt.setLong(3, shop.person());
        receipt.setTimestamp(4, now);
        receipt.setString(5, shop.content());
        receipt.setString(6, digest);
        receipt.executeUpdate();
        entry.setTimestamp(1, now);
        entry.setString(2, "person:" + digest.substring(0, 40));
        entry.setString(3, "retailer:" + digest.substring(0, 40));
        entry.setBytes(4, said(digest));
        entry.executeUpdate();
        connection.commit();
    }

    private byte[] said(String digest) throws SQLException {
        try (ResultSet number = receipt.getGeneratedKeys()) {
            number.next();
            return ("{\"cartons\":600,\"channel\":\"SELF\",\"cycle\":\"" + OrderShops.CYCLE + "\",\"digest\":\"" + digest
                            + "\",\"lines\":30,\"receipt\":" + number.getLong(1) + ",\"version\":1}")
                    .getBytes(StandardCharsets.UTF_8);
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
