package io.plimsoll.service.deliveries;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plimsoll.service.Browser;
import io.plimsoll.service.Fixtures;
import io.plimsoll.service.RealMysql;
import io.plimsoll.service.master.GrantedInPeriod;
import io.plimsoll.service.right.Role;
import io.plimsoll.service.web.Forms;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What was returned or never paid gives the quantity back to the period, and of no line more than was granted. */
@QuarkusTest
@QuarkusTestResource(RealMysql.class)
class CameBackTest {

    private static final AtomicInteger MONTHS = new AtomicInteger();

    @Inject
    Fixtures fixtures;

    @Inject
    GrantedInPeriod granted;

    private final String run = Forms.random().replaceAll("[_-]", "x").substring(0, 8);
    private final String cycle = "C-" + run;
    private final String shop = "L-" + run;
    private final String pine = "PINE-" + run;
    private final String oak = "OAK-" + run;
    private final String ash = "ASH-" + run;
    private final int month = MONTHS.getAndIncrement();
    private final String period = "5%03d-%02d".formatted(month / 12, 1 + month % 12);
    private Fixtures.Somebody orderDesk;

    /** Five cartons of pine and three of oak were granted, none of ash; an earlier run had granted more. */
    @BeforeEach
    void somethingWasGranted() {
        orderDesk = fixtures.person(Role.ORDER_DESK);
        List.of(pine, oak, ash)
                .forEach(sku -> fixtures.execute(
                        "INSERT INTO sku (sku, brand, tier, status) VALUES (?, 'Wood', 'TIER_2', 'NORMAL')", sku));
        fixtures.execute(
                "INSERT INTO retailer (licence, name, manager, market_type, size_class, status, order_interval)"
                        + " VALUES (?, 'A shop', ?, 'URBAN', 'SMALL', 'ACTIVE', 1)",
                shop,
                "M-" + run);
        fixtures.execute(
                "INSERT INTO cycle (cycle, seed, period, number_in_period, of_period, state) VALUES (?, 's', ?, 1, 4,"
                        + " 'DELIVERED')",
                cycle,
                period);
        fixtures.execute(
                "INSERT INTO demand_order (cycle, licence, state, channel) VALUES (?, ?, 'DELIVERED', 'SELF')",
                cycle,
                shop);
        run(null, 100, 100);
        run(true, 5, 3);
    }

    private void run(Boolean inForce, int ofPine, int ofOak) {
        long id = fixtures.execute(
                "INSERT INTO allocation_run (cycle, made_at, in_force, record) VALUES (?, UTC_TIMESTAMP(6), ?, '{}')",
                cycle,
                inForce);
        line(id, 1, pine, ofPine);
        line(id, 2, oak, ofOak);
        line(id, 3, ash, 0);
        fixtures.execute(
                "INSERT INTO grant_total (run, licence, cycle, granted) VALUES (?, ?, ?, ?)",
                id,
                shop,
                cycle,
                ofPine + ofOak);
    }

    private void line(long id, int rank, String sku, int cartons) {
        fixtures.execute(
                "INSERT INTO grant_line (run, licence, line_rank, sku, demand, granted, binding)"
                        + " VALUES (?, ?, ?, ?, 500, ?, 'SUPPLY')",
                id,
                shop,
                rank,
                sku,
                cartons);
    }

    private Map<String, Object> row(String sku, String kind, int cartons) {
        return Map.of("licence", shop, "sku", sku, "kind", kind, "cartons", cartons);
    }

    private Response record(String key, Object... rows) {
        return RestAssured.given()
                .header("Authorization", "Bearer " + orderDesk.token())
                .header("Idempotency-Key", key)
                .contentType("application/json")
                .body(Map.of("rows", List.of(rows)))
                .post("/api/cycles/" + cycle + "/came-back");
    }

    private String orderState() {
        return fixtures.value("SELECT state FROM demand_order WHERE cycle = ? AND licence = ?", cycle, shop);
    }

    private long recorded() {
        return Long.parseLong(fixtures.value("SELECT COALESCE(SUM(cartons), 0) FROM came_back WHERE cycle = ?", cycle));
    }

    @Test
    void aQuantityThatBelongsToNoSkuIsNotGuessedAt() {
        String page = "/cycles/" + cycle + "/came-back";
        Browser.of(orderDesk)
                .post(
                        page,
                        page,
                        Map.of(
                                "licence",
                                shop,
                                "kind",
                                "RETURNED",
                                "sku",
                                List.of(oak, pine),
                                "cartons",
                                "1",
                                "once",
                                "x"))
                .then()
                .statusCode(400);
        assertEquals(0, recorded());
    }

    @Test
    void nothingComesBackOfGrantsThatARunIsAboutToSupersede() {
        long request = fixtures.execute(
                "INSERT INTO run_request (cycle, requested_by, requested_at, reason) VALUES (?, ?, UTC_TIMESTAMP(6), 'x')",
                cycle,
                orderDesk.id());
        record(Forms.random(), row(pine, "RETURNED", 2)).then().statusCode(409);
        assertEquals(0, recorded());
        fixtures.execute("UPDATE run_request SET state = 'DONE' WHERE id = ?", request);
        record(Forms.random(), row(pine, "RETURNED", 2)).then().statusCode(201);
    }

    @Test
    void itGivesTheQuantityBackToThePeriodAndAPartLeavesTheOrderAsItIs() {
        assertEquals(8, granted.of(shop, period));
        record(Forms.random(), row(pine, "RETURNED", 2), row(oak, "PAYMENT_FAILED", 1))
                .then()
                .statusCode(201)
                .body("rows", hasSize(2));
        assertEquals(5, granted.of(shop, period));
        assertEquals(5, granted.ofAll(period).get(shop));
        assertEquals("DELIVERED", orderState());
        assertEquals(
                "1",
                fixtures.value(
                        "SELECT COUNT(*) FROM journal WHERE kind = 'CAME_BACK_RECORDED' AND content LIKE ?"
                                + " AND subject LIKE ?",
                        "%\"RETURNED\":2%",
                        "%" + cycle + "%"));
    }

    @Test
    void anOrderOfWhichEverythingCameBackIsReturned() {
        record(Forms.random(), row(pine, "RETURNED", 5), row(oak, "PAYMENT_FAILED", 2))
                .then()
                .statusCode(201);
        assertEquals("DELIVERED", orderState());
        record(Forms.random(), row(oak, "PAYMENT_FAILED", 1)).then().statusCode(201);
        assertEquals("RETURNED", orderState());
        assertEquals(0, granted.of(shop, period));
    }

    @Test
    void anOrderOfWhichNothingWasPaidHasFailedByItsPayment() {
        record(Forms.random(), row(pine, "PAYMENT_FAILED", 5), row(oak, "PAYMENT_FAILED", 3))
                .then()
                .statusCode(201);
        assertEquals("PAYMENT_FAILED", orderState());
    }

    @Test
    void oneRowThatIsWrongLetsNoneBeRecordedAndEachWrongRowIsToldOneThing() {
        record(
                        Forms.random(),
                        row(pine, "RETURNED", 3),
                        row(pine, "PAYMENT_FAILED", 3),
                        row(ash, "RETURNED", 1),
                        row("NO-" + run, "RETURNED", 1),
                        Map.of("licence", "NOBODY", "sku", pine, "kind", "RETURNED", "cartons", 1))
                .then()
                .statusCode(422)
                .body(
                        "fields.field",
                        equalTo(List.of("rows[1].cartons", "rows[2].sku", "rows[3].sku", "rows[4].licence")))
                .body("fields[0].reason", containsString("2 cartons at most"));
        record(Forms.random(), row(pine, "RETURNED", 0), row(pine, "RETURNED", -1))
                .then()
                .statusCode(422)
                .body("fields.field", equalTo(List.of("rows[0].cartons", "rows[1].cartons")));
        assertEquals(0, recorded());
    }

    @Test
    void nothingComesBackOfACycleBeforeItIsAllocated() {
        fixtures.execute("UPDATE cycle SET state = 'CLOSED' WHERE cycle = ?", cycle);
        record(Forms.random(), row(pine, "RETURNED", 1))
                .then()
                .statusCode(409)
                .body("detail", containsString("closed"));
        fixtures.execute("UPDATE cycle SET state = 'ALLOCATED' WHERE cycle = ?", cycle);
        record(Forms.random(), row(pine, "RETURNED", 1)).then().statusCode(201);
    }

    @Test
    void theSameRequestIsRecordedOnce() {
        String key = Forms.random();
        record(key, row(pine, "RETURNED", 1)).then().statusCode(201);
        record(key, row(pine, "RETURNED", 1)).then().statusCode(201);
        record(key, row(pine, "RETURNED", 2)).then().statusCode(422);
        assertEquals(1, recorded());
    }

    @Test
    void manyAtOnceNeverBringBackMoreThanWasGranted() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(12);
        try {
            List<Callable<Integer>> all = new ArrayList<>();
            for (int i = 0; i < 24; i++) {
                String kind = i % 2 == 0 ? "RETURNED" : "PAYMENT_FAILED";
                // In either order, so that two could wait for one another.
                Map<String, Object> first = row(i % 3 == 0 ? pine : oak, kind, 1);
                all.add(() -> record(Forms.random(), first).statusCode());
            }
            List<Integer> answers = new ArrayList<>();
            for (Future<Integer> answer : threads.invokeAll(all)) {
                answers.add(answer.get());
            }
            assertEquals(8, answers.stream().filter(status -> status == 201).count(), answers.toString());
            assertEquals(16, answers.stream().filter(status -> status == 422).count(), answers.toString());
        } finally {
            threads.shutdown();
        }
        assertEquals(
                List.of("3", "5"),
                fixtures.values("SELECT SUM(cartons) FROM came_back WHERE cycle = ? GROUP BY sku ORDER BY 1", cycle));
        assertEquals("RETURNED", orderState());
        assertEquals(0, granted.of(shop, period));
    }

    @Test
    void aListComesInAsATableWithAPreview() {
        Fixtures.Somebody planner = fixtures.person(Role.PLANNER);
        String head = "retailer,sku,kind,cartons\n";
        upload(planner, head + shop + "," + pine + ",RETURNED,1\n", "")
                .then()
                .statusCode(201)
                .body("refusals", hasItem(containsString("belongs to a cycle")));
        upload(
                        planner,
                        head + shop + "," + pine + ",RETURNED,4\n" + shop + "," + pine + ",PAYMENT_FAILED,2\n" + shop
                                + "," + ash + ",RETURNED,1\nNOBODY," + pine + ",RETURNED,1\n" + shop + "," + oak
                                + ",LOST,x\n",
                        cycle)
                .then()
                .statusCode(201)
                .body("tables[0].errors.column", equalTo(List.of("cartons", "sku", "retailer", "kind", "cartons")));
        Response good = upload(planner, head + shop + "," + pine + ",RETURNED,4\n", cycle);
        good.then().body("upload.kind", equalTo("CAME_BACK")).body("upload.errors", equalTo(0));
        Response overtaken = upload(planner, head + shop + "," + pine + ",RETURNED,2\n", cycle);
        store(planner, good).then().statusCode(200);
        assertEquals(4, recorded());
        assertEquals(
                good.path("upload.id").toString(),
                fixtures.value("SELECT upload FROM came_back WHERE cycle = ?", cycle));
        store(planner, overtaken).then().statusCode(422);
        assertEquals(4, recorded());
    }

    @Test
    void theVeryFileThatWasStoredIsNotStoredASecondTime() {
        Fixtures.Somebody planner = fixtures.person(Role.PLANNER);
        String file = "retailer,sku,kind,cartons\n" + shop + "," + pine + ",RETURNED,1\n";
        Response first = upload(planner, file, cycle);
        Response early = upload(planner, file, cycle);
        early.then().body("upload.errors", equalTo(0));
        store(planner, first).then().statusCode(200);
        String day =
                DateTimeFormatter.ofPattern("d MMM yyyy", Locale.UK).format(LocalDate.now(ZoneId.of("Asia/Shanghai")));
        String said =
                "This very file was stored for this cycle on " + day + " as upload " + first.path("upload.id") + ".";
        store(planner, early).then().statusCode(422);
        Response late = upload(planner, file, cycle);
        late.then().statusCode(201).body("upload.errors", equalTo(1)).body("refusals", hasItem(containsString(said)));
        store(planner, late).then().statusCode(422);
        assertEquals(1, recorded());
        Browser.of(planner)
                .get("/uploads/" + early.path("upload.id"))
                .then()
                .statusCode(200)
                .body(containsString("This very file was stored"))
                .body(containsString("as upload " + first.path("upload.id") + "."))
                .body(not(containsString("/store\"")));
        upload(planner, file + shop + "," + oak + ",RETURNED,1\n", cycle).then().body("upload.errors", equalTo(0));
    }

    @Test
    void theSameFileStoredTwiceAtOnceIsStoredOnce() throws Exception {
        Fixtures.Somebody planner = fixtures.person(Role.PLANNER);
        String file = "retailer,sku,kind,cartons\n" + shop + "," + pine + ",RETURNED,1\n";
        List<Response> uploads = List.of(upload(planner, file, cycle), upload(planner, file, cycle));
        ExecutorService two = Executors.newFixedThreadPool(2);
        try {
            List<Callable<Integer>> both = uploads.stream()
                    .map(each -> (Callable<Integer>) () -> store(planner, each).statusCode())
                    .toList();
            int stored = 0;
            for (Future<Integer> each : two.invokeAll(both)) {
                stored += each.get() == 200 ? 1 : 0;
            }
            assertEquals(1, stored);
        } finally {
            two.shutdown();
        }
        assertEquals(1, recorded());
    }

    private static Response upload(Fixtures.Somebody planner, String table, String cycle) {
        return RestAssured.given()
                .auth()
                .oauth2(planner.token())
                .header("Idempotency-Key", Forms.random())
                .queryParam("file", "came_back.csv")
                .queryParam("cycle", cycle)
                .contentType("text/csv")
                .body(table.getBytes(StandardCharsets.UTF_8))
                .post("/api/uploads");
    }

    private static Response store(Fixtures.Somebody planner, Response uploaded) {
        return RestAssured.given()
                .auth()
                .oauth2(planner.token())
                .header("If-Match", "\"" + uploaded.path("upload.version") + "\"")
                .post("/api/uploads/" + uploaded.path("upload.id") + "/store");
    }

    @Test
    void theOrderDeskTypesBesideWhatWasGrantedAndATypingErrorLosesNothing() {
        Browser desk = Browser.of(orderDesk);
        String page = "/cycles/" + cycle + "/came-back";
        desk.get("/cycles/" + cycle).then().body(containsString(page));
        desk.get(page + "?licence=" + shop)
                .then()
                .statusCode(200)
                .body(containsString(pine))
                .body(containsString(oak))
                .body(not(containsString(ash)));
        Map<String, Object> form = Map.of(
                "once", Forms.random(),
                "licence", shop,
                "kind", "RETURNED",
                "sku", List.of(pine, oak),
                "cartons", List.of("6", "1"));
        desk.post(page, page, form)
                .then()
                .statusCode(422)
                .body(containsString("5 cartons at most"))
                .body(containsString("value=\"6\""))
                .body(containsString("value=\"1\""));
        assertEquals(0, recorded());
        Map<String, Object> right = Map.of(
                "once", Forms.random(),
                "licence", shop,
                "kind", "RETURNED",
                "sku", List.of(pine, oak),
                "cartons", List.of("", "1"));
        desk.post(page, page, right).then().statusCode(303);
        desk.post(page, page, right).then().statusCode(303);
        assertEquals(1, recorded());
        desk.get(page).then().body(containsString(shop));
        Browser.of(fixtures.person(Role.AUDITOR))
                .get(page)
                .then()
                .statusCode(200)
                .body(containsString(shop))
                .body(not(containsString("name=\"licence\"")));
    }

    @Test
    void thePageNamesShopAndSkusAndTakesWideDigits() {
        fixtures.execute("UPDATE sku SET name = 'Tall pine' WHERE sku = ?", pine);
        Browser desk = Browser.of(orderDesk);
        String page = "/cycles/" + cycle + "/came-back";
        desk.get(page + "?licence=" + shop)
                .then()
                .body(containsString("A shop"))
                .body(containsString("Tall pine"))
                .body(not(containsString("pattern=")));
        desk.get(page + "?licence=NOBODY-" + run)
                .then()
                .statusCode(200)
                .body(containsString("There is no shop with licence NOBODY-" + run))
                .body(not(containsString("Nothing was granted")));
        desk.request()
                .contentType("application/x-www-form-urlencoded; charset=UTF-8")
                .formParam("csrf", Browser.csrf(desk.get(page).asString()))
                .formParam("once", Forms.random())
                .formParam("licence", shop)
                .formParam("kind", "RETURNED")
                .formParam("sku", pine, oak)
                .formParam("cartons", "２", "０")
                .post(page)
                .then()
                .statusCode(303);
        assertEquals(2, recorded());
        desk.get(page).then().body(containsString("Tall pine")).body(containsString("A shop"));
    }

    @Test
    void whatIsOnRecordStays() {
        record(Forms.random(), row(pine, "RETURNED", 1)).then().statusCode(201);
        assertThrows(
                IllegalStateException.class,
                () -> fixtures.execute("UPDATE came_back SET cartons = 2 WHERE cycle = ?", cycle));
        assertThrows(
                IllegalStateException.class, () -> fixtures.execute("DELETE FROM came_back WHERE cycle = ?", cycle));
        assertTrue(recorded() == 1);
    }
}
