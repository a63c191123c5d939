package io.plimsoll.service.quotas;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plimsoll.service.Fixtures;
import io.plimsoll.service.Fixtures.Somebody;
import io.plimsoll.service.RealMysql;
import io.plimsoll.service.TestClock;
import io.plimsoll.service.quotas.SomeTerritory.Territory;
import io.plimsoll.service.quotas.SomeTerritory.Wanted;
import io.plimsoll.service.web.Forms;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Whatever is proposed, agreed, declined, left unanswered, approved, refused, taken back, sent twice, done by many at once or
 * killed in the middle: the sum of a territory's totals stays what it was, and nobody ends under what he was granted.
 */
@QuarkusTest
@QuarkusTestResource(RealMysql.class)
class ZeroSumTest {

    private static final int SHOPS = 7;
    private static final int ACTS = 60;
    private static final int ACTORS = 4;
    private static final int ATTEMPTS = 20;

    @Inject
    SomeTerritory territories;

    @Inject
    Fixtures fixtures;

    @Inject
    TestClock clock;

    private final List<Territory> made = new ArrayList<>();

    @AfterEach
    void putAway() {
        clock.putBack();
        made.forEach(territories::putAway);
    }

    private static List<Wanted> shops(SplittableRandom random) {
        return IntStream.range(0, SHOPS)
                .mapToObj(i -> new Wanted("s" + i, 40 + random.nextInt(100), 10 + random.nextInt(150), i == 0))
                .toList();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void theSumStaysWhatItWas(long seed) throws Exception {
        SplittableRandom random = new SplittableRandom(seed);
        Territory territory = territories.make(shops(random));
        made.add(territory);
        Map<String, Integer> granted = new HashMap<>();
        IntStream.range(0, SHOPS).forEach(i -> granted.put("s" + i, random.nextInt(20)));
        territories.allocate(territory, granted);
        long before = sum(territory);
        AtomicBoolean isOver = new AtomicBoolean();
        ExecutorService actors = Executors.newFixedThreadPool(ACTORS + 2);
        List<Future<Integer>> done = new ArrayList<>();
        Future<?> killer = actors.submit(() -> kill(isOver, seed));
        Future<?> watcher = actors.submit(() -> {
            while (!isOver.get()) {
                assertEquals(before, sum(territory));
                pause(20);
            }
        });
        for (int actor = 0; actor < ACTORS; actor++) {
            SplittableRandom own = random.split();
            done.add(actors.submit((Callable<Integer>) () -> act(territory, own)));
        }
        int approved = 0;
        for (Future<Integer> each : done) {
            approved += each.get();
        }
        isOver.set(true);
        killer.get();
        watcher.get();
        actors.shutdown();
        // Undisturbed for once, so that something is approved in every territory.
        approved += straightOn(territory);
        assertTrue(approved > 0, "nothing was approved");
        assertEquals(before, sum(territory));
        for (int i = 0; i < SHOPS; i++) {
            int total = total(territory, "s" + i, 2);
            assertTrue(
                    Math.floor(total * 1.15 + 1e-9) >= granted.get("s" + i) || total >= total(territory, "s" + i, 1),
                    "s" + i + ": " + total + ", granted " + granted.get("s" + i));
        }
    }

    private long sum(Territory territory) {
        return sturdy(() -> Long.parseLong(fixtures.value(
                "SELECT SUM(cartons) FROM (SELECT t.cartons, ROW_NUMBER() OVER (PARTITION BY t.licence ORDER BY t.period DESC,"
                        + " t.number_in_period DESC, t.id DESC) AS place FROM agreed_total t JOIN retailer r USING (licence)"
                        + " WHERE r.manager = ? AND t.state = 'APPROVED') latest WHERE place = 1",
                territory.manager())));
    }

    private int total(Territory territory, String name, int number) {
        return sturdy(() -> territories.total(territory, name, number));
    }

    /** Reads again where the connection was killed that this test reads by. */
    private static <T> T sturdy(Supplier<T> read) {
        for (int attempt = 0; ; attempt++) {
            try {
                return read.get();
            } catch (IllegalStateException killed) {
                if (attempt == ATTEMPTS) {
                    throw killed;
                }
                pause(50);
            }
        }
    }

    private static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    /** Ends connections of the service in the middle of whatever they are at. */
    private void kill(AtomicBoolean isOver, long seed) {
        SplittableRandom random = new SplittableRandom(seed + 99);
        while (!isOver.get()) {
            pause(40 + random.nextInt(60));
            List<String> busy = sturdy(() -> fixtures.values(
                    "SELECT ID FROM information_schema.PROCESSLIST WHERE COMMAND = 'Query' AND ID <> CONNECTION_ID()"
                            + " AND (INFO LIKE '%rebalancing%' OR INFO LIKE '%agreed_total%')"));
            if (!busy.isEmpty()) {
                try {
                    fixtures.execute("KILL " + busy.get(random.nextInt(busy.size())));
                } catch (IllegalStateException goneAlready) {
                    // Then there was nothing to kill.
                }
            }
        }
    }

    private static RequestSpecification as(Somebody somebody) {
        return given().header("Authorization", "Bearer " + somebody.token())
                .header("Idempotency-Key", Forms.random())
                .contentType(ContentType.JSON);
    }

    /** Does something at random, many times, and tells how many batches it approved. */
    private int act(Territory territory, SplittableRandom random) {
        int approved = 0;
        for (int i = 0; i < ACTS; i++) {
            String address = open(territory);
            if (address == null) {
                continue;
            }
            switch (random.nextInt(12)) {
                case 0, 1, 2 -> twice(random, () -> save(territory, address, random));
                case 3, 4, 5 -> twice(random, () -> step(territory.customerManager(), address, "/questions", null));
                case 6, 7, 8 -> answers(territory, address, random);
                case 9 -> {
                    int status = step(territory.marketManager(), address, "/approval", Map.of("approves", true));
                    int second = step(territory.planner(), address, "/approval", Map.of("approves", true));
                    approved += status == 200 || second == 200 ? 1 : 0;
                }
                case 10 -> {
                    if (random.nextInt(4) == 0) {
                        clock.pass(Duration.ofDays(8));
                    }
                }
                default -> {
                    if (random.nextInt(6) == 0) {
                        step(territory.customerManager(), address, "/withdrawal", null);
                    } else if (random.nextInt(6) == 0) {
                        step(
                                territory.marketManager(),
                                address,
                                "/approval",
                                Map.of("approves", false, "reason", "not now"));
                    }
                }
            }
        }
        return approved;
    }

    private static void twice(SplittableRandom random, Runnable act) {
        act.run();
        if (random.nextInt(3) == 0) {
            act.run();
        }
    }

    /** The open batch; null where the database was just lost. */
    private static String open(Territory territory) {
        Response opened = as(territory.customerManager()).post("/api/rebalancings");
        return opened.statusCode() == 201 ? "/api/rebalancings/" + opened.path("id") : null;
    }

    private static int step(Somebody somebody, String address, String step, Map<String, Object> bodyOrNull) {
        RequestSpecification request = as(somebody).header("If-Match", version(somebody, address));
        return (bodyOrNull == null ? request : request.body(bodyOrNull))
                .post(address + step)
                .statusCode();
    }

    private static String version(Somebody somebody, String address) {
        String tag = as(somebody).get(address).header("ETag");
        return tag == null ? "\"0\"" : tag;
    }

    /** Two lines or three that sum to zero, now and then by one carton too much. */
    private void save(Territory territory, String address, SplittableRandom random) {
        int first = random.nextInt(SHOPS);
        int second = (first + 1 + random.nextInt(SHOPS - 1)) % SHOPS;
        int change = 1 + random.nextInt(15);
        int wrong = random.nextInt(8) == 0 ? 1 : 0;
        List<Map<String, Object>> lines =
                List.of(line(territory, first, change + wrong), line(territory, second, -change));
        as(territory.customerManager())
                .header("If-Match", version(territory.customerManager(), address))
                .body(Map.of("lines", lines))
                .put(address + "/lines");
    }

    private Map<String, Object> line(Territory territory, int shop, int change) {
        Map<String, Object> line = new HashMap<>();
        line.put("licence", territory.shop("s" + shop));
        line.put("totalAfter", Math.max(0, total(territory, "s" + shop, 2) + change));
        line.put("reason", "DEMAND");
        line.put("evidence", "seen");
        return line;
    }

    private static void answers(Territory territory, String address, SplittableRandom random) {
        JsonPath batch = as(territory.customerManager()).get(address).jsonPath();
        List<Map<String, Object>> lines = batch.getList("lines");
        for (Map<String, Object> line : lines == null ? List.<Map<String, Object>>of() : lines) {
            @SuppressWarnings("unchecked")
            String licence = (String) ((Map<String, Object>) line.get("shop")).get("licence");
            if ("ASKED".equals(line.get("state")) && random.nextInt(5) > 0) {
                as(territory.retailers().get(licence))
                        .body(Map.of("agrees", random.nextInt(5) > 0, "total", line.get("totalAfter")))
                        .post(address + "/lines/" + licence + "/answer");
            }
        }
    }

    /** A batch that nobody disturbs. */
    private int straightOn(Territory territory) {
        step(territory.customerManager(), open(territory), "/withdrawal", null);
        String address = open(territory);
        as(territory.customerManager())
                .header("If-Match", version(territory.customerManager(), address))
                .body(Map.of("lines", List.of(line(territory, 1, 2), line(territory, 2, 3), line(territory, 3, -5))))
                .put(address + "/lines")
                .then()
                .statusCode(200);
        step(territory.customerManager(), address, "/questions", null);
        for (int i = 1; i <= 3; i++) {
            String licence = territory.shop("s" + i);
            int total = as(territory.customerManager())
                    .get(address)
                    .jsonPath()
                    .getInt("lines.find { it.shop.licence == '" + licence + "' }.totalAfter");
            as(territory.retailers().get(licence))
                    .body(Map.of("agrees", true, "total", total))
                    .post(address + "/lines/" + licence + "/answer");
        }
        return step(territory.marketManager(), address, "/approval", Map.of("approves", true)) == 200 ? 1 : 0;
    }
}
