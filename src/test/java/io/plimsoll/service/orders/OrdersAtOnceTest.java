package io.plimsoll.service.orders;

import static io.plimsoll.service.cycles.TestCycles.OPENS;
import static io.plimsoll.service.cycles.TestCycles.SECOND_CLOSES;
import static io.plimsoll.service.cycles.TestCycles.as;
import static io.plimsoll.service.orders.OrderTest.order;
import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plimsoll.service.Fixtures;
import io.plimsoll.service.Fixtures.Somebody;
import io.plimsoll.service.RealMysql;
import io.plimsoll.service.TestClock;
import io.plimsoll.service.cycles.TestCycles;
import io.plimsoll.service.right.Role;
import io.plimsoll.service.web.Forms;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Many at once: nothing is stored twice, nothing that was acknowledged is lost, and nothing slips in after closing. */
@QuarkusTest
@QuarkusTestResource(RealMysql.class)
class OrdersAtOnceTest {

    private static final int MANY = 200;
    private static final int AT_ONCE = 16;

    @Inject
    Fixtures fixtures;

    @Inject
    TestCycles cycles;

    @Inject
    TestClock clock;

    private String cycle;
    private String sku;
    private String shops;

    @BeforeEach
    void aCycleIsOpen() {
        Somebody planner = fixtures.person(Role.PLANNER);
        shops = cycles.retailers(MANY);
        cycle = cycles.published(planner);
        sku = fixtures.value("SELECT sku FROM supply WHERE cycle = ?", cycle);
        clock.set(OPENS.plusSeconds(60));
        cycles.goOn(clock.instant());
    }

    @AfterEach
    void theClockIsRightAgain() {
        clock.putBack();
    }

    private static <T> List<T> atOnce(List<Callable<T>> tasks) throws Exception {
        ExecutorService workers = Executors.newFixedThreadPool(AT_ONCE);
        try {
            List<T> done = new ArrayList<>();
            for (Future<T> each : workers.invokeAll(tasks)) {
                done.add(each.get());
            }
            return done;
        } finally {
            workers.shutdownNow();
        }
    }

    private List<Response> many(java.util.function.IntFunction<Response> request) throws Exception {
        return atOnce(IntStream.range(0, MANY)
                .mapToObj(i -> (Callable<Response>) () -> request.apply(i))
                .toList());
    }

    private static TreeMap<Integer, Integer> byStatus(List<Response> answers) {
        TreeMap<Integer, Integer> counts = new TreeMap<>();
        answers.forEach(answer -> counts.merge(answer.statusCode(), 1, Integer::sum));
        return counts;
    }

    private Response submit(Somebody retailer, String key, int demand) {
        return given().header("Authorization", "Bearer " + retailer.token())
                .header("Idempotency-Key", key)
                .contentType(ContentType.JSON)
                .body(order(sku, demand))
                .post("/api/cycles/" + cycle + "/orders");
    }

    @Test
    void theSameSubmissionManyTimesIsOneOrderAndOneReceipt() throws Exception {
        Somebody retailer = fixtures.retailer(shops + "0");
        String key = Forms.random();
        List<Response> answers = many(i -> submit(retailer, key, 5));
        assertEquals(new TreeMap<>(java.util.Map.of(201, MANY)), byStatus(answers));
        Set<String> receipts = new HashSet<>();
        answers.forEach(answer -> receipts.add(answer.jsonPath().getString("number")));
        assertEquals(1, receipts.size(), "everybody was told the same receipt");
        assertEquals("1", fixtures.value("SELECT COUNT(*) FROM order_receipt WHERE cycle = ?", cycle));
    }

    @Test
    void ofManySubmissionsWithKeysOfTheirOwnOneIsTheOrder() throws Exception {
        Somebody retailer = fixtures.retailer(shops + "0");
        List<Response> answers = many(i -> submit(retailer, Forms.random(), i));
        assertEquals(new TreeMap<>(java.util.Map.of(201, 1, 409, MANY - 1)), byStatus(answers));
        int taken = answers.stream()
                .filter(answer -> answer.statusCode() == 201)
                .map(answer -> answer.jsonPath().getInt("lines[0].demand"))
                .findFirst()
                .orElseThrow();
        assertEquals(Integer.toString(taken), fixtures.value("SELECT demand FROM demand_line WHERE cycle = ?", cycle));
        assertEquals("1", fixtures.value("SELECT COUNT(*) FROM demand_line WHERE cycle = ?", cycle));
        assertEquals("1", fixtures.value("SELECT COUNT(*) FROM order_receipt WHERE cycle = ?", cycle));
    }

    @Test
    void ofManyEditsOfOneVersionOneIsDoneAndTheOthersAreTold() throws Exception {
        Somebody retailer = fixtures.retailer(shops + "0");
        submit(retailer, Forms.random(), 1).then().statusCode(201);
        List<Response> answers = many(i -> as(retailer)
                .header("If-Match", "\"1\"")
                .body(order(sku, 1000 + i))
                .put("/api/cycles/" + cycle + "/orders/" + shops + "0"));
        assertEquals(new TreeMap<>(java.util.Map.of(200, 1, 412, MANY - 1)), byStatus(answers));
        assertEquals(
                "2",
                fixtures.value("SELECT version FROM demand_order WHERE cycle = ? AND licence = ?", cycle, shops + "0"));
        assertEquals("2", fixtures.value("SELECT COUNT(*) FROM order_receipt WHERE cycle = ?", cycle));
    }

    @Test
    void neighboursWhoEditAtOnceDontHinderEachOther() throws Exception {
        List<Somebody> retailers = IntStream.range(0, AT_ONCE)
                .mapToObj(i -> fixtures.retailer(shops + i))
                .toList();
        retailers.forEach(each -> submit(each, Forms.random(), 1).then().statusCode(201));
        List<Response> answers = atOnce(IntStream.range(0, AT_ONCE)
                        .mapToObj(i -> (Callable<List<Response>>) () -> IntStream.rangeClosed(1, 12)
                                .mapToObj(version -> as(retailers.get(i))
                                        .header("If-Match", "\"" + version + "\"")
                                        .body(order(sku, version))
                                        .put("/api/cycles/" + cycle + "/orders/" + shops + i))
                                .toList())
                        .toList())
                .stream()
                .flatMap(List::stream)
                .toList();
        assertEquals(new TreeMap<>(java.util.Map.of(200, AT_ONCE * 12)), byStatus(answers));
    }

    @Test
    void whatIsAcknowledgedWhileItClosesIsInAndWhatIsRefusedIsNot() throws Exception {
        List<Somebody> retailers = IntStream.range(0, MANY)
                .mapToObj(i -> fixtures.retailer(shops + i))
                .toList();
        List<Callable<Response>> tasks = new ArrayList<>();
        for (int i = 0; i < MANY; i++) {
            int shop = i;
            tasks.add(() -> submit(retailers.get(shop), Forms.random(), shop + 1));
        }
        tasks.add(MANY / 3, () -> {
            clock.set(SECOND_CLOSES);
            cycles.goOn(SECOND_CLOSES);
            return null;
        });
        List<Response> answers = new ArrayList<>(atOnce(tasks));
        answers.remove(MANY / 3);
        Set<Integer> statuses = byStatus(answers).keySet();
        assertTrue(Set.of(201, 409).containsAll(statuses), statuses.toString());
        assertEquals("CLOSED", cycles.state(cycle));
        for (int i = 0; i < MANY; i++) {
            String state =
                    fixtures.value("SELECT state FROM demand_order WHERE cycle = ? AND licence = ?", cycle, shops + i);
            boolean isAcknowledged = answers.get(i).statusCode() == 201;
            assertEquals(isAcknowledged ? "CLOSED" : "NO_DEMAND", state, shops + i);
            assertEquals(
                    isAcknowledged ? Integer.toString(i + 1) : null,
                    fixtures.value("SELECT demand FROM demand_line WHERE cycle = ? AND licence = ?", cycle, shops + i));
        }
    }
}
