package io.plimsoll.bench;

import io.plimsoll.cycle.Cycle;
import io.plimsoll.files.PolicyVersion;
import io.plimsoll.generation.County;
import io.plimsoll.generation.CountyPlan;
import io.plimsoll.mysql.EmbeddedMysql;
import io.plimsoll.mysql.Tuning;
import io.plimsoll.retailer.Retailer;
import io.plimsoll.service.database.Batch;
import io.plimsoll.sku.Sku;
import io.plimsoll.text.Sha256;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;

/**
 * A run of 60,000 orders of 30 lines from database to database, by the packaged service, beside the bare batched read and
 * write of the same rows over JDBC: on the same MySQL with its durable settings, in turn. What is timed of the run goes from
 * the answer to whoever asked for it until it says that it is done, so setting ceilings, sharing, judging and digests are in it.
 */
public final class RunBench {

    private static final Path WORK = Path.of("target/bench/run").toAbsolutePath();
    private static final int SHOPS = 60_000;
    private static final int SKUS = 200;
    private static final int LINES = 30;
    private static final int ROUNDS = 3;
    private static final int ROWS_AT_ONCE = 5_000;
    private static final String TOKEN = "plm_bench";
    private static final String CYCLE = "bench";
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    /** What a run reads, and what it writes apart from its head. */
    private static final List<String> READ = List.of(
            "SELECT f.*, d.* FROM cycle_retailer f LEFT JOIN cycle_retailer_detail d ON d.cycle = f.cycle"
                    + " AND d.licence = f.licence WHERE f.cycle = 'bench' ORDER BY f.licence",
            "SELECT f.*, p.supply, p.forecast FROM cycle_sku f JOIN supply p ON p.cycle = f.cycle AND p.sku = f.sku"
                    + " WHERE f.cycle = 'bench' ORDER BY f.sku",
            "SELECT * FROM demand_order WHERE cycle = 'bench'",
            "SELECT licence, line_rank, sku, demand FROM demand_line WHERE cycle = 'bench' ORDER BY licence, line_rank");

    private static final List<String> WRITTEN =
            List.of("run_sku", "run_ceiling", "run_finding", "grant_total", "grant_line");

    private RunBench() {}

    /** Takes no arguments. */
    public static void main(String[] none) throws Exception {
        Files.createDirectories(WORK);
        Path data = Files.createTempDirectory(WORK, "data");
        System.out.printf("JDK %s, %d processors%n", Runtime.version(), Runtime.getRuntime().availableProcessors());
        try (EmbeddedMysql server = EmbeddedMysql.start(data, Tuning.DURABLE)) {
            int port = freePort();
            Process service = serve(server, data, port);
            try (Connection owner = connect(server)) {
                awaitPage(service, port);
                fill(owner);
                measure(owner, port);
            } finally {
                service.destroy();
                service.waitFor();
            }
        }
    }

    private static void measure(Connection connection, int port) throws Exception {
        double[] runs = new double[ROUNDS];
        double[] bare = new double[ROUNDS];
        double[] ratios = new double[ROUNDS];
        for (int round = -1; round < ROUNDS; round++) {
            double run = run(connection, port);
            double read = read(connection);
            double write = write(connection);
            System.out.printf("round %d: run %.1f s; bare read %.1f s, write %.1f s%n", round, run, read, write);
            if (round >= 0) { // the one before warms all there is to warm
                runs[round] = run;
                bare[round] = read + write;
                ratios[round] = run / (read + write);
            }
        }
        System.out.println("a run                " + new Medians(runs).say("%.1f s"));
        System.out.println("bare read and write  " + new Medians(bare).say("%.1f s"));
        System.out.println("times the bare       " + new Medians(ratios).say("%.2f"));
    }

    /** Has the service do a run; each after the first supersedes the one before, for supply was corrected. */
    private static double run(Connection connection, int port) throws Exception {
        execute(connection, "UPDATE supply SET supply = supply - 1 WHERE cycle = 'bench'");
        HttpRequest start = request(port, "/api/cycles/bench/runs")
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", "run-" + System.nanoTime())
                .POST(BodyPublishers.ofString("{\"reason\":\"measured\"}"))
                .build();
        String answer = CLIENT.send(start, BodyHandlers.ofString()).body();
        long begin = System.nanoTime();
        while (true) {
            String state = value(connection, "SELECT state FROM run_request ORDER BY id DESC LIMIT 1");
            if (state == null || state.equals("FAILED")) {
                throw new IllegalStateException("no run: " + answer);
            }
            if (state.equals("DONE")) {
                return secondsSince(begin);
            }
            Thread.sleep(20);
        }
    }

    private static double read(Connection connection) throws SQLException {
        long begin = System.nanoTime();
        long cells = 0;
        for (String select : READ) {
            try (PreparedStatement statement = connection.prepareStatement(select)) {
                statement.setFetchSize(Integer.MIN_VALUE);
                try (ResultSet rows = statement.executeQuery()) {
                    int columns = rows.getMetaData().getColumnCount();
                    while (rows.next()) {
                        for (int column = 1; column <= columns; column++) {
                            cells += rows.getString(column) == null ? 0 : 1;
                        }
                    }
                }
            }
        }
        if (cells == 0) {
            throw new IllegalStateException("nothing was read");
        }
        return secondsSince(begin);
    }

    /** Writes the rows of the last run once more, under another run; they are in memory before the clock runs. */
    private static double write(Connection connection) throws SQLException {
        String last = value(connection, "SELECT MAX(id) FROM allocation_run WHERE in_force");
        List<List<Object[]>> tables = new ArrayList<>();
        List<String> inserts = new ArrayList<>();
        for (String table : WRITTEN) {
            try (PreparedStatement select = connection.prepareStatement("SELECT * FROM " + table + " WHERE run = " + last)) {
                select.setFetchSize(Integer.MIN_VALUE);
                try (ResultSet rows = select.executeQuery()) {
                    int columns = rows.getMetaData().getColumnCount();
                    inserts.add("INSERT INTO " + table + " VALUES (" + "?, ".repeat(columns - 1) + "?)");
                    List<Object[]> found = new ArrayList<>();
                    while (rows.next()) {
                        Object[] row = new Object[columns];
                        for (int column = 0; column < columns; column++) {
                            row[column] = rows.getObject(column + 1);
                        }
                        found.add(row);
                    }
                    tables.add(found);
                }
            }
        }
        connection.setAutoCommit(false);
        long begin = System.nanoTime();
        execute(
                connection,
                "INSERT INTO allocation_run (cycle, made_at, in_force, record) SELECT cycle, made_at, NULL, record"
                        + " FROM allocation_run WHERE id = " + last);
        String run = value(connection, "SELECT LAST_INSERT_ID()");
        for (int table = 0; table < tables.size(); table++) {
            try (PreparedStatement insert = connection.prepareStatement(inserts.get(table))) {
                int waiting = 0;
                for (Object[] row : tables.get(table)) {
                    insert.setString(1, run);
                    for (int column = 1; column < row.length; column++) {
                        insert.setObject(column + 1, row[column]);
                    }
                    insert.addBatch();
                    if (++waiting % ROWS_AT_ONCE == 0) {
                        insert.executeBatch();
                    }
                }
                insert.executeBatch();
            }
        }
        connection.commit();
        double seconds = secondsSince(begin);
        connection.setAutoCommit(true);
        return seconds;
    }

    /** The county's register and policy; orders of exactly so many lines, two Skus in five of which run short. */
    private static void fill(Connection connection) throws SQLException {
        Cycle county = County.of(CountyPlan.of(SHOPS, SKUS, 1)).firstCycle();
        PolicyVersion policy = PolicyVersion.of(county.policy());
        connection.setAutoCommit(false);
        execute(connection, "INSERT INTO person (id, name, display_name, role, created_at) VALUES (7, 'p', 'p', 'PLANNER', NOW())");
        execute(
                connection,
                "INSERT INTO api_token (person_id, name, token_hash, created_at) VALUES (7, 't', '" + Sha256.of(TOKEN)
                        + "', NOW())");
        CountyPolicy.store(connection, policy);
        execute(
                connection,
                "INSERT INTO cycle (cycle, seed, period, number_in_period, of_period, state, policy) VALUES ('bench', 's',"
                        + " '2026-11', 1, 4, 'CLOSED', '" + policy.digest() + "')");
        long[] demand = new long[SKUS];
        shops(connection, county, demand);
        skus(connection, county, demand);
        lines(connection, county, demand);
        connection.commit();
        connection.setAutoCommit(true);
        System.out.printf("%,d orders of %d lines are there%n", SHOPS, LINES);
    }

    private static void shops(Connection connection, Cycle county, long[] demand) throws SQLException {
        try (Batch register = new Batch(
                        connection,
                        "INSERT INTO retailer (licence, manager, market_type, size_class, status, order_interval)"
                                + " VALUES (?, ?, ?, ?, 'ACTIVE', ?)");
                Batch frozen = new Batch(
                        connection,
                        "INSERT INTO cycle_retailer (cycle, licence, manager, size_class, market_type, status, agreed_total,"
                                + " granted_in_period, order_interval) VALUES (?, ?, ?, ?, ?, 'ACTIVE', ?, 0, ?)");
                Batch details = new Batch(
                        connection, "INSERT INTO cycle_retailer_detail (cycle, licence, name) VALUES (?, ?, ?)");
                Batch orders = new Batch(
                        connection,
                        "INSERT INTO demand_order (cycle, licence, state, channel, actor, submitted_at)"
                                + " VALUES (?, ?, 'CLOSED', 'SELF', ?, NOW())")) {
            for (Retailer shop : county.retailers()) {
                String sizeClass = shop.sizeClass().name();
                String marketType = shop.marketType().name();
                register.add(shop.key(), shop.manager(), marketType, sizeClass, shop.interval());
                frozen.add(
                        CYCLE, shop.key(), shop.manager(), sizeClass, marketType, shop.agreedTotal(), shop.interval());
                details.add(CYCLE, shop.key(), "Shop " + shop.key());
                orders.add(CYCLE, shop.key(), shop.key());
            }
            register.done();
            frozen.done();
            details.done();
            orders.done();
        }
        for (int shop = 0; shop < SHOPS; shop++) {
            for (int line = 0; line < LINES; line++) {
                demand[sku(shop, line)] += demand(shop, line);
            }
        }
    }

    private static void skus(Connection connection, Cycle county, long[] demand) throws SQLException {
        try (Batch register = new Batch(
                        connection, "INSERT INTO sku (sku, brand, tier, status) VALUES (?, ?, ?, ?)");
                Batch frozen = new Batch(
                        connection, "INSERT INTO cycle_sku (cycle, sku, brand, tier, status) VALUES (?, ?, ?, ?, ?)");
                Batch supply = new Batch(connection, "INSERT INTO supply (cycle, sku, supply) VALUES (?, ?, ?)")) {
            for (int i = 0; i < SKUS; i++) {
                Sku sku = county.skus().get(i);
                register.add(sku.key(), sku.brand(), sku.tier().name(), sku.status().name());
                frozen.add(CYCLE, sku.key(), sku.brand(), sku.tier().name(), sku.status().name());
                supply.add(CYCLE, sku.key(), i % 5 < 2 ? demand[i] / 2 : demand[i] * 2);
            }
            register.done();
            frozen.done();
            supply.done();
        }
    }

    private static void lines(Connection connection, Cycle county, long[] demand) throws SQLException {
        try (Batch rows = new Batch(
                connection, "INSERT INTO demand_line (cycle, licence, line_rank, sku, demand) VALUES (?, ?, ?, ?, ?)")) {
            for (int shop = 0; shop < SHOPS; shop++) {
                String licence = county.retailers().get(shop).key();
                for (int line = 0; line < LINES; line++) {
                    String sku = county.skus().get(sku(shop, line)).key();
                    rows.add(CYCLE, licence, line + 1, sku, demand(shop, line));
                }
            }
            rows.done();
        }
    }

    /** Another Sku for each line of a shop. */
    private static int sku(int shop, int line) {
        return Math.floorMod(shop * 0x9E3779B1, SKUS) + line * 3 < SKUS
                ? Math.floorMod(shop * 0x9E3779B1, SKUS) + line * 3
                : Math.floorMod(shop * 0x9E3779B1, SKUS) + line * 3 - SKUS;
    }

    private static int demand(int shop, int line) {
        return 1 + Math.floorMod((shop * LINES + line) * 0x85EBCA6B, 9);
    }

    private static Process serve(EmbeddedMysql server, Path data, int port) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(
                        "sh", "deploy/plimsoll", "serve", "--port", Integer.toString(port), "--data", data.toString())
                .redirectErrorStream(true)
                .redirectOutput(WORK.resolve("said.txt").toFile());
        builder.environment().put("QUARKUS_DATASOURCE_JDBC_URL", server.jdbcUrl(EmbeddedMysql.DATABASE));
        builder.environment().put("QUARKUS_DATASOURCE_USERNAME", server.application().user());
        builder.environment().put("QUARKUS_DATASOURCE_PASSWORD", server.application().password());
        builder.environment().put("QUARKUS_FLYWAY_USERNAME", server.owner().user());
        builder.environment().put("QUARKUS_FLYWAY_PASSWORD", server.owner().password());
        builder.environment()
                .put("PLIMSOLL_DATABASE_APPLICATION_ACCOUNT", "'" + server.application().user() + "'@'%'");
        return builder.start();
    }

    private static void awaitPage(Process service, int port) throws Exception {
        while (true) {
            try {
                if (CLIENT.send(request(port, "/sign-in").build(), BodyHandlers.discarding())
                                .statusCode()
                        == 200) {
                    return;
                }
            } catch (IOException notYet) {
                if (!service.isAlive()) {
                    throw new IllegalStateException("ended, see " + WORK.resolve("said.txt"), notYet);
                }
            }
            Thread.sleep(50);
        }
    }

    private static HttpRequest.Builder request(int port, String address) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + address))
                .header("Authorization", "Bearer " + TOKEN);
    }

    private static Connection connect(EmbeddedMysql server) throws SQLException {
        Properties properties = new Properties();
        properties.put("user", server.owner().user());
        properties.put("password", server.owner().password());
        properties.put("rewriteBatchedStatements", "true");
        return DriverManager.getConnection(server.jdbcUrl(EmbeddedMysql.DATABASE), properties);
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String value(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            return row.next() ? row.getString(1) : null;
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket any = new ServerSocket(0)) {
            return any.getLocalPort();
        }
    }

    private static double secondsSince(long nanos) {
        return (System.nanoTime() - nanos) / 1e9;
    }
}
