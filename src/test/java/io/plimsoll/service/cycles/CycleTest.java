package io.plimsoll.service.cycles;

import static io.plimsoll.service.cycles.TestCycles.as;
import static io.plimsoll.service.cycles.TestCycles.plan;
import static io.plimsoll.service.cycles.TestCycles.random;
import static io.plimsoll.service.cycles.TestCycles.step;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plimsoll.service.Browser;
import io.plimsoll.service.Fixtures;
import io.plimsoll.service.RealMysql;
import io.plimsoll.service.right.Role;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A cycle is planned, published, opened and closed: in order, with everything that has to be there, and once. */
@QuarkusTest
@QuarkusTestResource(RealMysql.class)
class CycleTest {

    @Inject
    Fixtures fixtures;

    @Inject
    TestCycles cycles;

    @Inject
    CycleSchedule schedule;

    private Fixtures.Somebody planner;

    @BeforeEach
    void aPlanner() {
        planner = fixtures.person(Role.PLANNER);
    }

    @Test
    void aCycleIsPlannedOnceAndChangedByWhoeverHasSeenIt() {
        String cycle = "C-" + random();
        Map<String, Object> plan = plan(cycle);
        as(planner).body(plan).post("/api/cycles").then().statusCode(201).header("Location", containsString(cycle));
        as(planner).body(plan).post("/api/cycles").then().statusCode(422).body("fields.field", hasItem("cycle"));
        String tag = as(planner).get("/api/cycles/" + cycle).header("ETag");
        plan.put("of", 5);
        as(planner).body(plan).put("/api/cycles/" + cycle).then().statusCode(428);
        as(planner)
                .header("If-Match", tag)
                .body(plan)
                .put("/api/cycles/" + cycle)
                .then()
                .statusCode(200)
                .body("of", equalTo(5));
        as(planner)
                .header("If-Match", tag)
                .body(plan)
                .put("/api/cycles/" + cycle)
                .then()
                .statusCode(412);
    }

    @Test
    void everyFieldThatIsWrongIsNamed() {
        as(planner)
                .body(Map.of("cycle", "a/b", "seed", " ", "period", "2026-13", "number", 9, "of", 4))
                .post("/api/cycles")
                .then()
                .statusCode(422)
                .body("fields.field", equalTo(List.of("cycle", "seed", "period", "number")));
    }

    @Test
    void cyclesFollowOneAnother() {
        cycles.alone();
        String period = TestCycles.period();
        String first = inMonth(period, 1, TestCycles.OPENS);
        String second = inMonth(period, 2, TestCycles.SECOND_CLOSES.minusSeconds(1));
        String third = inMonth(period, 3, TestCycles.SECOND_CLOSES);
        refusedBecauseOf("number", first, step(planner, second, "PUBLISHED"));
        step(planner, first, "PUBLISHED").then().statusCode(201);
        refusedBecauseOf("opensAt", first, step(planner, second, "PUBLISHED"));
        step(planner, second, "CANCELLED", "It would have opened too early")
                .then()
                .statusCode(201);
        step(planner, third, "PUBLISHED").then().statusCode(201);
        String late = inMonth(period, 2, TestCycles.SECOND_CLOSES.plusSeconds(1));
        refusedBecauseOf("number", third, step(planner, late, "PUBLISHED"));
        step(planner, third, "OPEN").then().statusCode(409).body("detail", containsString(first));
        step(planner, first, "OPEN").then().statusCode(201);
        step(planner, third, "OPEN").then().statusCode(409);
        step(planner, first, "SECOND_WINDOW", "Enough").then().statusCode(201);
        step(planner, third, "OPEN").then().statusCode(409);
        step(planner, first, "CLOSED", "Enough").then().statusCode(201);
        step(planner, third, "OPEN").then().statusCode(201);
    }

    private String inMonth(String period, int number, Instant opens) {
        String cycle = "C-" + random();
        Map<String, Object> plan = plan(cycle);
        plan.put("period", period);
        plan.put("number", number);
        plan.put("opensAt", opens.toString());
        plan.put("closesAt", opens.plusSeconds(3600).toString());
        plan.put("secondClosesAt", (number == 1 ? TestCycles.SECOND_CLOSES : opens.plusSeconds(7200)).toString());
        plan.put("policy", cycles.policy(null, null));
        as(planner).body(plan).post("/api/cycles").then().statusCode(201);
        cycles.supply(planner, cycle, cycles.sku("SCARCE"), 1200);
        return cycle;
    }

    private static void refusedBecauseOf(String field, String other, Response answer) {
        answer.then()
                .statusCode(422)
                .body("fields.size()", equalTo(1))
                .body("fields[0].field", equalTo(field))
                .body("fields[0].reason", containsString(other));
    }

    @Test
    void theSecondWindowEndsOnTheNextBusinessDay() {
        String cycle = "C-" + random();
        Map<String, Object> plan = plan(cycle);
        plan.put("opensAt", "2026-11-26T00:00:00Z");
        plan.put("closesAt", "2026-11-27T10:00:00Z");
        plan.remove("secondClosesAt");
        as(planner)
                .body(plan)
                .post("/api/cycles")
                .then()
                .statusCode(201)
                .body("secondClosesAt", equalTo("2026-11-30T02:00:00Z"));
    }

    @Test
    void withoutSupplyTimesAndPolicyNothingIsPublished() {
        String cycle = "C-" + random();
        Map<String, Object> plan = plan(cycle);
        plan.remove("opensAt");
        plan.remove("closesAt");
        plan.remove("secondClosesAt");
        plan.put("policy", cycles.unapprovedPolicy());
        as(planner).body(plan).post("/api/cycles").then().statusCode(201);
        step(planner, cycle, "PUBLISHED")
                .then()
                .statusCode(422)
                .body("fields.field", equalTo(List.of("policy", "supply", "opensAt")));
        assertEquals("PLANNED", cycles.state(cycle));
        assertNull(fixtures.value("SELECT id FROM notice WHERE cycle = ?", cycle));
    }

    @Test
    void aPolicyBindsOnlyWhenAnotherThanItsImporterHasApprovedItAndFromItsCycleOn() {
        assertRefusedWithPolicy(cycles.unapprovedPolicy(), "another person");
        assertRefusedWithPolicy(cycles.policy("2999-12", "2999-12"), "2999-12");
    }

    private void assertRefusedWithPolicy(String digest, String reason) {
        String cycle = "C-" + random();
        Map<String, Object> plan = plan(cycle);
        plan.put("policy", digest);
        as(planner).body(plan).post("/api/cycles").then().statusCode(201);
        cycles.supply(planner, cycle, cycles.sku("NORMAL"), 10);
        step(planner, cycle, "PUBLISHED").then().statusCode(422).body("fields.reason", hasItem(containsString(reason)));
    }

    @Test
    void publishingFixesThePlanAndTellsEverybody() {
        String cycle = cycles.published(planner);
        String tag = as(planner).get("/api/cycles/" + cycle).header("ETag");
        as(planner)
                .header("If-Match", tag)
                .body(plan(cycle))
                .put("/api/cycles/" + cycle)
                .then()
                .statusCode(409);
        String retailers = cycles.retailers(1);
        Fixtures.Somebody retailer = fixtures.retailer(retailers + "0");
        String notice = fixtures.value("SELECT id FROM notice WHERE cycle = ?", cycle);
        Browser.of(retailer)
                .get("/notices/" + notice)
                .then()
                .statusCode(200)
                .body(containsString("supply and ceilings are published"))
                .body(containsString("seed of " + cycle));
        assertEquals("1", fixtures.value("SELECT COUNT(*) FROM cycle_sku WHERE cycle = ?", cycle));
    }

    @Test
    void retailersSeePublishedCyclesOnlyAndAdminsNone() {
        String planned = cycles.ready(planner);
        String published = cycles.published(planner);
        Fixtures.Somebody retailer = fixtures.retailer(cycles.retailers(1) + "0");
        as(retailer).get("/api/cycles/" + planned).then().statusCode(403);
        as(retailer).get("/api/cycles/there-is-none").then().statusCode(403);
        as(retailer).get("/api/cycles/" + planned + "/supply").then().statusCode(403);
        as(retailer).get("/api/cycles?size=500").then().body("items.cycle", not(hasItem(planned)));
        as(retailer).get("/api/cycles/" + published).then().statusCode(200);
        as(retailer).get("/api/cycles/" + published + "/supply").then().body("items[0].supply", equalTo(1200));
        Fixtures.Somebody desk = fixtures.person(Role.ORDER_DESK);
        as(desk).get("/api/cycles/" + planned).then().statusCode(200);
        as(desk).get("/api/cycles/there-is-none").then().statusCode(404);
        step(desk, planned, "PUBLISHED").then().statusCode(403);
        as(fixtures.person(Role.ADMIN)).get("/api/cycles").then().statusCode(403);
    }

    @Test
    void aServiceThatWasDownCatchesUpInOrder() {
        String cycle = cycles.published(planner);
        schedule.goOn(TestCycles.OPENS.minusSeconds(1));
        assertEquals("PUBLISHED", cycles.state(cycle));
        schedule.goOn(TestCycles.SECOND_CLOSES.plusSeconds(3600));
        assertEquals(
                "PLANNED PUBLISHED OPEN SECOND_WINDOW CLOSED",
                fixtures.value(
                        "SELECT GROUP_CONCAT(state ORDER BY id SEPARATOR ' ') FROM cycle_step WHERE cycle = ?", cycle));
        schedule.goOn(TestCycles.OPENS);
        assertEquals("CLOSED", cycles.state(cycle));
    }

    @Test
    void manyServicesAtOnceDoEachStepOnce() throws Exception {
        String cycle = cycles.published(planner);
        ExecutorService services = Executors.newFixedThreadPool(6);
        Callable<Void> beat = () -> {
            schedule.goOn(TestCycles.SECOND_CLOSES);
            return null;
        };
        try {
            for (var done : services.invokeAll(List.of(beat, beat, beat, beat, beat, beat))) {
                done.get();
            }
        } finally {
            services.shutdown();
        }
        assertEquals("5", fixtures.value("SELECT COUNT(*) FROM cycle_step WHERE cycle = ?", cycle));
        assertEquals(
                "1",
                fixtures.value(
                        "SELECT COUNT(*) FROM journal WHERE kind = 'CYCLE_CLOSED' AND subject = ?", "cycle:" + cycle));
    }

    @Test
    void byHandItOpensEarlyAndClosesWithAReasonAndNeverGoesBack() {
        String cycle = cycles.published(planner);
        step(planner, cycle, "CLOSED").then().statusCode(409);
        step(planner, cycle, "OPEN").then().statusCode(201).body("state", equalTo("OPEN"));
        step(planner, cycle, "SECOND_WINDOW").then().statusCode(422).body("fields.field", hasItem("reason"));
        step(planner, cycle, "SECOND_WINDOW", "The warehouse is flooded.")
                .then()
                .statusCode(201);
        step(planner, cycle, "OPEN").then().statusCode(409).body("detail", containsString("only ever goes on"));
        step(planner, cycle, "CLOSED", "Nobody can come.").then().statusCode(201);
        step(planner, cycle, "SECOND_WINDOW").then().statusCode(409);
        step(planner, cycle, "ALLOCATING").then().statusCode(422);
        step(planner, cycle, "CANCELLED", "Nothing can be delivered.").then().statusCode(201);
        step(planner, cycle, "OPEN").then().statusCode(409);
        assertEquals(
                "CYCLE_PUBLISHED WINDOW_ENDED_EARLY CYCLE_CANCELLED",
                fixtures.value(
                        "SELECT GROUP_CONCAT(kind ORDER BY id SEPARATOR ' ') FROM notice WHERE cycle = ?", cycle));
    }

    @Test
    void theNumberOfACancelledCycleIsFreeAgain() {
        String cycle = "C-" + random();
        Map<String, Object> plan = plan(cycle);
        as(planner).body(plan).post("/api/cycles").then().statusCode(201);
        plan.put("cycle", cycle + "b");
        as(planner).body(plan).post("/api/cycles").then().statusCode(422).body("fields.field", hasItem("number"));
        step(planner, cycle, "CANCELLED", "A slip.").then().statusCode(201);
        as(planner).body(plan).post("/api/cycles").then().statusCode(201);
    }

    @Test
    void pagesPlanPublishAndCloseACycleToo() {
        cycles.alone();
        String cycle = "C-" + random();
        Browser browser = Browser.of(planner);
        Map<String, String> form = Map.of(
                "cycle", cycle,
                "seed", "s",
                "period", TestCycles.period(),
                "number", "1",
                "of", "4",
                "opensAt", "2096-11-05T08:00",
                "closesAt", "2096-11-05T07:00",
                "once", cycle);
        browser.post("/plan-cycle", "/plan-cycle", form)
                .then()
                .statusCode(422)
                .body(containsString("must close after it opens"))
                .body(containsString("value=\"" + cycle + "\""));
        Map<String, String> better = new java.util.HashMap<>(form);
        better.put("closesAt", "2096-11-06T18:00");
        for (int i = 0; i < 2; i++) {
            browser.post("/plan-cycle", "/plan-cycle", better)
                    .then()
                    .statusCode(303)
                    .header("Location", containsString("/cycles/" + cycle));
        }
        String address = "/cycles/" + cycle;
        browser.get(address).then().statusCode(200).body(containsString("Before it can be published"));
        browser.post(address, address + "/steps", Map.of("state", "PUBLISHED"))
                .then()
                .statusCode(422)
                .body(containsString("No supply is entered"));
        cycles.policy(null, null);
        browser.post(address + "/supply", address + "/supply", Map.of("sku", cycles.sku("SCARCE"), "supply", "12"))
                .then()
                .statusCode(303);
        browser.post(address, address + "/steps", Map.of("state", "PUBLISHED"))
                .then()
                .statusCode(303);
        browser.get(address).then().statusCode(200).body(containsString("Open now"));
        browser.get("/cycles?period=" + better.get("period"))
                .then()
                .statusCode(200)
                .body(containsString(cycle));
        browser.get("/").then().statusCode(200).body(containsString("unread notices"));
        Browser.of(fixtures.person(Role.AUDITOR)).get(address).then().body(not(containsString("Open now")));
    }

    @Test
    void beforePublishingThePageSaysHowManySkusCanBeOrderedAndOffersNothingThatIsRefused() {
        cycles.alone();
        String cycle = "C-" + random();
        Map<String, Object> plan = plan(cycle);
        plan.put("policy", cycles.policy(null, null));
        as(planner).body(plan).post("/api/cycles").then().statusCode(201);
        String sku = cycles.sku("SCARCE");
        Browser browser = Browser.of(planner);
        browser.get("/cycles/" + cycle)
                .then()
                .body(containsString("Skus with supply: 0 of "))
                .body(containsString("<button class=\"btn\" disabled>Publish</button>"))
                .body(containsString("everybody will be able to read"));
        cycles.supply(planner, cycle, sku, 12);
        String all = java.text.NumberFormat.getNumberInstance(java.util.Locale.UK)
                .format(Long.parseLong(fixtures.value("SELECT COUNT(*) FROM sku")));
        browser.get("/cycles/" + cycle)
                .then()
                .body(containsString("Skus with supply: 1 of " + all))
                .body(containsString("<button class=\"btn btn-primary\">Publish</button>"));
        step(planner, cycle, "PUBLISHED").then().statusCode(201);
        browser.get("/cycles/" + cycle)
                .then()
                .body(not(containsString("Skus with supply")))
                .body(containsString("Everybody can read supply"));
    }

    @Test
    void beforeAWindowIsEndedThePageSaysWhatLapsesAndAfterwardsThatItWasEarly() {
        String cycle = cycles.published(planner);
        String address = "/cycles/" + cycle;
        String retailers = cycles.retailers(2);
        Browser browser = Browser.of(planner);
        step(planner, cycle, "OPEN").then().statusCode(201);
        step(planner, cycle, "SECOND_WINDOW", "x").then().statusCode(201);
        browser.get(address)
                .then()
                .body(not(containsString("They lapse")))
                .body(containsString("ended early"))
                .body(containsString("opened early"));
        for (int i = 0; i < 2; i++) {
            fixtures.execute(
                    "INSERT INTO assisted_order (cycle, licence, state, collected_by, collected_at)"
                            + " VALUES (?, ?, ?, ?, UTC_TIMESTAMP(6))",
                    cycle,
                    retailers + i,
                    i == 0 ? "COLLECTED" : "VERIFIED",
                    planner.id());
        }
        browser.get(address).then().body(containsString("not yet entered: 2. They lapse"));
        Browser.of(fixtures.person(Role.AUDITOR)).get(address).then().body(not(containsString("They lapse")));
        browser.post(address, address + "/steps", Map.of("state", "SECOND_WINDOW", "reason", "x"))
                .then()
                .statusCode(409)
                .body(containsString("window was ended already"));
    }

    @Test
    void thePageThatRefusesAFormOffersTheOtherLanguageWhereItCanBeOpened() {
        String cycle = cycles.published(planner);
        String address = "/cycles/" + cycle;
        Browser browser = Browser.of(planner);
        browser.post(address, address + "/steps", Map.of("state", "CLOSED"))
                .then()
                .statusCode(409)
                .body(containsString("/language/zh?back=%2Fcycles%2F" + cycle + "\""));
        browser.post(address, address + "/steps", Map.of("state", "NONSENSE"))
                .then()
                .statusCode(422)
                .body(containsString("/language/zh?back=%2Fcycles%2F" + cycle + "\""));
        String foreign = browser.request()
                .header("Referer", "https://elsewhere.example/cycles")
                .contentType("application/x-www-form-urlencoded")
                .formParam("csrf", "forged")
                .post(address + "/steps")
                .asString();
        assertTrue(foreign.contains("/language/zh?back=%2Fcycles%2F" + cycle + "\""), foreign);
        String notices = browser.get("/notices").asString();
        String said = browser.request()
                .header(
                        "Referer",
                        io.restassured.RestAssured.baseURI + ":" + io.restassured.RestAssured.port + "/notices?page=1")
                .contentType("application/x-www-form-urlencoded")
                .formParam("csrf", Browser.csrf(notices))
                .post("/notices/999999999/reading")
                .asString();
        assertTrue(said.contains("/language/zh?back=%2Fnotices%3Fpage%3D1\""), said);
    }

    @Test
    void theFormSuggestsWhatFollowsAndSaysAllThatIsWrongAtOnce() {
        cycles.alone();
        String taken = "C-" + random();
        Map<String, Object> plan = plan(taken);
        as(planner).body(plan).post("/api/cycles").then().statusCode(201);
        Browser browser = Browser.of(planner);
        String form = browser.get("/plan-cycle").asString();
        assertTrue(form.contains("ends at 10:00 of the next business day"), form);
        assertTrue(form.matches("(?s).*name=\"number\" value=\"\\d+\".*"), form);
        assertTrue(form.matches("(?s).*name=\"period\" value=\"\\d{4}-\\d{2}\".*"), form);
        browser.post(
                        "/plan-cycle",
                        "/plan-cycle",
                        Map.of(
                                "cycle", taken,
                                "seed", " ",
                                "period", plan.get("period"),
                                "number", "9",
                                "of", "4",
                                "opensAt", "soon",
                                "once", taken + "x"))
                .then()
                .statusCode(422)
                .body(containsString("Another cycle has this name"))
                .body(containsString("A seed of 1 to 200"))
                .body(containsString("number of the cycle must be between"))
                .body(containsString("A date and a time"));
    }
}
