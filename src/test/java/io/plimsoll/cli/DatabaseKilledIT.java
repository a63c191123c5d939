package io.plimsoll.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.plimsoll.text.Sha256;
import java.io.Reader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The database is killed while retailers order, again and again: whoever asks meanwhile is told when to come again, nothing
 * that was acknowledged is lost, and nothing is stored twice.
 */
class DatabaseKilledIT {

    private static final int CLIENTS = 8;
    private static final int SHOPS_OF_A_CLIENT = 4;
    private static final int KILLS = 3;
    private static final Duration LONGEST_ANSWER = Duration.ofSeconds(15);

    /** So many orders come in between one death and the next. */
    private static final int ORDERS_BETWEEN = 60;

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient client = HttpClient.newHttpClient();

    @TempDir
    private Path place;

    private PackagedService service;
    private String orders;
    private List<String> skus;
    private final AtomicInteger acknowledged = new AtomicInteger();
    private final Map<Integer, AtomicInteger> answers = new ConcurrentSkipListMap<>();
    private final AtomicBoolean isOver = new AtomicBoolean();

    @AfterEach
    void end() throws InterruptedException {
        service.end();
    }

    /** A shop as its keeper knows it: what he was told, and what he doesn't know whether it was done. */
    private static final class Shop {

        final String licence;
        final String token;

        /** What was acknowledged, by version. */
        final SortedMap<Long, JsonNode> receipts = new TreeMap<>();

        /** Lines of requests that were not answered by a receipt: each may have been stored, once. */
        final List<String> unsure = new ArrayList<>();

        String key = UUID.randomUUID().toString();
        String firstBody;
        long seen;

        Shop(String licence, String token) {
            this.licence = licence;
            this.token = token;
        }
    }

    @Test
    void nothingAcknowledgedIsLostAndNothingStoredTwiceWhenTheDatabaseIsKilledUnderLoad() throws Exception {
        service = new PackagedService(place, List.of("-Dplimsoll.demo.retailers=120", "-Dplimsoll.demo.skus=12"));
        service.start("--demo");
        String planner = service.token("PLANNER");
        String cycle = service.get("/api/cycles?state=OPEN", planner)
                .at("/items/0/cycle")
                .asText();
        orders = "/api/cycles/" + cycle + "/orders";
        skus = service.get("/api/cycles/" + cycle + "/supply", planner).findValuesAsText("sku");
        List<Shop> shops = shopsWithoutOrder(cycle);
        assertEquals(CLIENTS * SHOPS_OF_A_CLIENT, shops.size());

        ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
        List<Future<?>> working = new ArrayList<>();
        for (int i = 0; i < CLIENTS; i++) {
            List<Shop> own = shops.subList(i * SHOPS_OF_A_CLIENT, (i + 1) * SHOPS_OF_A_CLIENT);
            Random random = new Random(i);
            working.add(clients.submit(() -> {
                orderUntilItIsOver(own, random);
                return null;
            }));
        }
        for (int kill = 0; kill < KILLS; kill++) {
            awaitOrders(working);
            long killed = database();
            ProcessHandle.of(killed).orElseThrow().destroyForcibly();
            awaitAnother(killed);
        }
        awaitOrders(working);
        isOver.set(true);
        for (Future<?> each : working) {
            each.get(1, TimeUnit.MINUTES);
        }
        clients.shutdown();

        assertTrue(answers.containsKey(503), "nobody noticed: " + answers);
        for (Shop shop : shops) {
            requireAllThere(shop);
        }
    }

    private void awaitOrders(List<Future<?>> working) throws Exception {
        int before = acknowledged.get();
        for (int tenths = 0; acknowledged.get() < before + ORDERS_BETWEEN; tenths++) {
            for (Future<?> each : working) {
                if (each.isDone()) {
                    each.get();
                }
            }
            assertTrue(tenths < 1200, "no orders come in any more: " + answers);
            Thread.sleep(100);
        }
    }

    private long database() throws Exception {
        return Long.parseLong(Files.readString(service.data().resolve("mysql/data/mysqld.pid"))
                .strip());
    }

    private void awaitAnother(long killed) throws Exception {
        for (int tenths = 0; database() == killed; tenths++) {
            assertTrue(tenths < 600, "the database was not started again");
            Thread.sleep(100);
        }
        assertNotEquals(killed, database());
    }

    /** Gives their keepers tokens, past the service: whoever makes his own does so on a page. */
    private List<Shop> shopsWithoutOrder(String cycle) throws Exception {
        Properties passwords = new Properties();
        try (Reader file = Files.newBufferedReader(service.data().resolve("mysql/passwords.properties"))) {
            passwords.load(file);
        }
        String command =
                ProcessHandle.of(database()).orElseThrow().info().commandLine().orElseThrow();
        String port = command.replaceAll("(?s).*--port=(\\d+).*", "$1");
        List<Shop> shops = new ArrayList<>();
        try (Connection owner = DriverManager.getConnection(
                        "jdbc:mysql://127.0.0.1:" + port + "/plimsoll?sslMode=DISABLED&allowPublicKeyRetrieval=true",
                        "plimsoll_owner",
                        passwords.getProperty("plimsoll_owner"));
                Statement select = owner.createStatement();
                ResultSet row = select.executeQuery("SELECT p.id, p.retailer FROM person p WHERE p.role = 'RETAILER'"
                        + " AND p.retailer NOT IN (SELECT licence FROM demand_order WHERE cycle = '" + cycle
                        + "') ORDER BY p.id LIMIT " + CLIENTS * SHOPS_OF_A_CLIENT);
                PreparedStatement insert = owner.prepareStatement("INSERT INTO api_token (person_id, name, token_hash,"
                        + " created_at) VALUES (?, 'test', ?, UTC_TIMESTAMP(6))")) {
            while (row.next()) {
                Shop shop = new Shop(row.getString(2), "plm_" + UUID.randomUUID());
                insert.setLong(1, row.getLong(1));
                insert.setString(2, Sha256.of(shop.token));
                insert.executeUpdate();
                shops.add(shop);
            }
        }
        return shops;
    }

    private void orderUntilItIsOver(List<Shop> shops, Random random) throws Exception {
        while (!isOver.get()) {
            order(shops.get(random.nextInt(shops.size())), random);
        }
    }

    private void order(Shop shop, Random random) throws Exception {
        if (shop.receipts.isEmpty()) {
            submit(shop, random);
        } else if (random.nextInt(4) == 0) {
            HttpResponse<String> again = send("POST", orders, shop, shop.firstBody, "Idempotency-Key", shop.key);
            if (again.statusCode() != 503) {
                assertEquals(201, again.statusCode(), again.body());
                assertEquals(number(shop.receipts.get(1L)), number(JSON.readTree(again.body())));
            }
        } else {
            change(shop, random);
        }
    }

    /** The same request until it is answered: it may have been done the first time. */
    private void submit(Shop shop, Random random) throws Exception {
        if (shop.firstBody == null) {
            shop.firstBody = body(random);
        }
        HttpResponse<String> answer = send("POST", orders, shop, shop.firstBody, "Idempotency-Key", shop.key);
        if (answer.statusCode() == 503) {
            return;
        }
        assertEquals(201, answer.statusCode(), answer.body());
        acknowledge(shop, answer);
    }

    private void change(Shop shop, Random random) throws Exception {
        String body = body(random);
        String address = orders + "/" + shop.licence;
        HttpResponse<String> answer = send("PUT", address, shop, body, "If-Match", "\"" + shop.seen + "\"");
        switch (answer.statusCode()) {
            case 200 -> acknowledge(shop, answer);
            case 503 -> shop.unsure.add(body);
            case 412 -> {
                // One of those that were not acknowledged was done after all; he looks what it says now.
                assertFalse(shop.unsure.isEmpty(), "nobody else could have changed " + shop.licence);
                HttpResponse<String> now = send("GET", address, shop, "", "Accept", "application/json");
                if (now.statusCode() == 200) {
                    shop.seen = JSON.readTree(now.body()).get("version").asLong();
                }
            }
            default -> throw new AssertionError(answer.statusCode() + " " + answer.body());
        }
    }

    private void acknowledge(Shop shop, HttpResponse<String> answer) throws Exception {
        JsonNode receipt = JSON.readTree(answer.body());
        shop.seen = receipt.get("version").asLong();
        assertNull(shop.receipts.put(shop.seen, receipt), "a version that was there already");
        acknowledged.incrementAndGet();
    }

    private String body(Random random) {
        List<String> lines = new ArrayList<>();
        for (String sku : skus) {
            if (random.nextBoolean()) {
                lines.add("{\"sku\":\"" + sku + "\",\"demand\":" + random.nextInt(1000) + "}");
            }
        }
        return "{\"lines\":[" + String.join(",", lines) + "]}";
    }

    private HttpResponse<String> send(String method, String address, Shop shop, String body, String... headers)
            throws Exception {
        long begun = System.nanoTime();
        HttpResponse<String> answer = client.send(
                HttpRequest.newBuilder(URI.create(service.address() + address))
                        .timeout(LONGEST_ANSWER)
                        .header("Authorization", "Bearer " + shop.token)
                        .header("Content-Type", "application/json")
                        .headers(headers)
                        .method(method, BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
        answers.computeIfAbsent(answer.statusCode(), none -> new AtomicInteger())
                .incrementAndGet();
        String said = method + " " + answer.statusCode() + " after " + (System.nanoTime() - begun) / 1_000_000 + " ms: "
                + answer.body();
        assertTrue(Set.of(200, 201, 409, 412, 503).contains(answer.statusCode()), said);
        if (answer.statusCode() == 503) {
            long seconds = answer.headers().firstValueAsLong("Retry-After").orElseThrow(() -> new AssertionError(said));
            assertTrue(seconds >= 1 && seconds <= 10, said);
            // Not as long as he is told to, so that many are there when the database comes back.
            Thread.sleep(100);
        }
        return answer;
    }

    private static long number(JsonNode receipt) {
        return receipt.get("number").asLong();
    }

    private void requireAllThere(Shop shop) throws Exception {
        JsonNode all = service.get(orders + "/" + shop.licence + "/receipts", shop.token);
        SortedMap<Long, JsonNode> there = new TreeMap<>();
        all.forEach(receipt -> assertNull(there.put(receipt.get("version").asLong(), receipt), "stored twice"));
        Set<Long> versions = new HashSet<>();
        for (long version = 1; version <= there.size(); version++) {
            versions.add(version);
        }
        assertEquals(versions, there.keySet(), shop.licence);
        shop.receipts.forEach((version, receipt) -> assertEquals(receipt, there.get(version), shop.licence));

        List<String> unsure = new ArrayList<>(shop.unsure);
        there.forEach((version, receipt) -> {
            if (!shop.receipts.containsKey(version)) {
                assertTrue(unsure.remove(bodyOf(receipt)), "nobody asked for " + receipt);
            }
        });

        JsonNode order = service.get(orders + "/" + shop.licence, shop.token);
        JsonNode last = there.get(there.lastKey());
        assertEquals(last.get("version"), order.get("version"));
        assertEquals(last.get("number"), order.get("receipt"));
        assertEquals(last.get("lines"), order.get("lines"));
        JsonNode again = JSON.readTree(send("POST", orders, shop, shop.firstBody, "Idempotency-Key", shop.key)
                .body());
        assertEquals(number(there.get(1L)), number(again), "the same request once more is the same receipt");
    }

    private static String bodyOf(JsonNode receipt) {
        List<String> lines = new ArrayList<>();
        receipt.get("lines")
                .forEach(line -> lines.add("{\"sku\":\"" + line.get("sku").asText() + "\",\"demand\":"
                        + line.get("demand").asInt() + "}"));
        return "{\"lines\":[" + String.join(",", lines) + "]}";
    }
}
