package io.plimsoll.bench;

import io.plimsoll.mysql.EmbeddedMysql;
import io.plimsoll.service.web.Forms;
import io.plimsoll.text.Sha256;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Shops that may order, each with a token, and what they order; everything they will send is made before it is sent. */
final class OrderShops implements AutoCloseable {

    static final String CYCLE = "BENCH-1";
    static final int SHOPS = 4_000;

    private static final int SKUS = 200;

    /** Whatever an order writes to. */
    private static final List<String> WRITTEN =
            List.of("demand_line", "demand_order", "order_receipt", "journal", "idempotent_request");

    private final Connection owner;
    private final List<Shop> shops;

    private OrderShops(Connection owner, List<Shop> shops) {
        this.owner = owner;
        this.shops = shops;
    }

    /**
     * A shop and its order.
     *
     * @param person key of its keeper
     * @param request all bytes of the request over HTTP
     * @param content of the receipt, as the service writes it
     * @param answer as long as the service's is
     */
    record Shop(
            String licence,
            long person,
            String key,
            String[] skus,
            int[] demands,
            byte[] request,
            String content,
            byte[] answer) {}

    /** Puts them into a database that the service has made its tables in. */
    static OrderShops in(EmbeddedMysql server) throws SQLException {
        Connection owner = DriverManager.getConnection(
                server.jdbcUrl(EmbeddedMysql.DATABASE),
                server.owner().user(),
                server.owner().password());
        batch(owner, "INSERT INTO sku (sku, name, brand, tier, status) VALUES (?, ?, 'Pine', 'TIER_3', 'NORMAL')", SKUS,
                (row, i) -> {
                    row.setString(1, sku(i));
                    row.setString(2, sku(i));
                });
        try (Statement statement = owner.createStatement()) {
            statement.execute("INSERT INTO cycle (cycle, seed, period, number_in_period, of_period, state, published_at,"
                    + " opens_at, closes_at, second_closes_at) VALUES ('" + CYCLE + "', 'seed', '2026-11', 1, 4, 'OPEN',"
                    + " '2026-01-01', '2026-01-01', '2999-01-01', '2999-01-02')");
        }
        batch(owner, "INSERT INTO cycle_sku (cycle, sku, brand, tier, status) VALUES ('" + CYCLE
                + "', ?, 'Pine', 'TIER_3', 'NORMAL')", SKUS, (row, i) -> row.setString(1, sku(i)));
        batch(owner, "INSERT INTO retailer (licence, manager, market_type, size_class, status, order_interval)"
                + " VALUES (?, ?, 'RURAL', 'SMALL', 'ACTIVE', 1)", SHOPS, (row, i) -> {
            row.setString(1, licence(i));
            row.setString(2, "M" + i / 50);
        });
        batch(owner, "INSERT INTO person (id, name, display_name, role, retailer, created_at)"
                + " VALUES (?, ?, ?, 'RETAILER', ?, UTC_TIMESTAMP(6))", SHOPS, (row, i) -> {
            row.setLong(1, person(i));
            row.setString(2, licence(i));
            row.setString(3, licence(i));
            row.setString(4, licence(i));
        });
        List<Shop> shops = new ArrayList<>();
        batch(owner, "INSERT INTO api_token (person_id, name, token_hash, created_at)"
                + " VALUES (?, 'bench', ?, UTC_TIMESTAMP(6))", SHOPS, (row, i) -> {
            String token = "plm_" + Forms.random();
            shops.add(shop(i, token));
            row.setLong(1, person(i));
            row.setString(2, Sha256.of(token));
        });
        return new OrderShops(owner, shops);
    }

    private static String sku(int number) {
        return "SKU-%04d".formatted(number);
    }

    private static String licence(int number) {
        return "L62%06d".formatted(number);
    }

    private static long person(int number) {
        return 100_000L + number;
    }

    private static Shop shop(int number, String token) {
        SplittableRandom random = new SplittableRandom(number);
        String[] skus = new String[Tasks.LINES_A_RETAILER];
        int[] demands = new int[Tasks.LINES_A_RETAILER];
        int from = random.nextInt(SKUS);
        StringBuilder body = new StringBuilder("{\"lines\":[");
        StringBuilder content = new StringBuilder("{\"atMost\":null,\"lines\":[");
        for (int i = 0; i < skus.length; i++) {
            skus[i] = sku((from + 7 * i) % SKUS);
            demands[i] = 1 + random.nextInt(40);
            String comma = i == 0 ? "" : ",";
            body.append(comma).append("{\"sku\":\"%s\",\"demand\":%d}".formatted(skus[i], demands[i]));
            content.append(comma)
                    .append("{\"rank\":%d,\"sku\":\"%s\",\"demand\":%d}".formatted(i + 1, skus[i], demands[i]));
        }
        body.append("]}");
        content.append("]}");
        String key = Forms.random();
        String answer = ("{\"number\":1,\"cycle\":\"%s\",\"licence\":\"%s\",\"version\":1,\"channel\":\"SELF\","
                        + "\"submittedAt\":\"2026-11-29T09:00:00.000000Z\",\"digest\":\"%s\",")
                .formatted(CYCLE, licence(number), Sha256.of(content.toString()))
                + content.substring(1);
        byte[] request = KeepAliveClient.post("/api/cycles/" + CYCLE + "/orders", token, key, body.toString());
        return new Shop(
                licence(number),
                person(number),
                key,
                skus,
                demands,
                request,
                content.toString(),
                answer.getBytes(StandardCharsets.UTF_8));
    }

    /** Sets the values of one row. */
    @FunctionalInterface
    private interface Row {
        void set(PreparedStatement row, int number) throws SQLException;
    }

    private static void batch(Connection owner, String insert, int rows, Row row) throws SQLException {
        try (PreparedStatement statement = owner.prepareStatement(insert)) {
            for (int i = 0; i < rows; i++) {
                row.set(statement, i);
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    Shop get(int number) {
        return shops.get(number);
    }

    /** As if nobody had ordered. */
    void forget() throws SQLException {
        try (Statement statement = owner.createStatement()) {
            statement.execute("SET foreign_key_checks = 0");
            for (String table : WRITTEN) {
                statement.execute("TRUNCATE TABLE " + table);
            }
            statement.execute("SET foreign_key_checks = 1");
        }
    }

    /** Both ways have to leave the same rows. */
    void requireAllThere() throws SQLException {
        for (String table : WRITTEN) {
            int expected = table.equals("demand_line") ? SHOPS * Tasks.LINES_A_RETAILER : SHOPS;
            try (Statement statement = owner.createStatement();
                    ResultSet rows = statement.executeQuery("SELECT COUNT(*) FROM " + table)) {
                rows.next();
                if (rows.getInt(1) < expected) {
                    throw new IllegalStateException(table + " holds " + rows.getInt(1) + " rows");
                }
            }
        }
    }

    @Override
    public void close() throws SQLException {
        owner.close();
    }
}
