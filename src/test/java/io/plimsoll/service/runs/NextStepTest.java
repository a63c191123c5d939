package io.plimsoll.service.runs;

import static io.plimsoll.service.runs.TestRuns.as;
import static io.plimsoll.service.runs.TestRuns.start;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plimsoll.service.Browser;
import io.plimsoll.service.Fixtures;
import io.plimsoll.service.RealMysql;
import io.plimsoll.service.right.Role;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** From the end of the windows to the goods: a planner is led from step to step, and nothing goes out that was not shared. */
@QuarkusTest
@QuarkusTestResource(RealMysql.class)
class NextStepTest {

    private static final String NOT_SHARED = "the correction has not been shared";

    @Inject
    Fixtures fixtures;

    @Inject
    TestRuns cycles;

    @Inject
    RunWorker worker;

    private Fixtures.Somebody planner;

    @BeforeEach
    void aPlanner() {
        planner = fixtures.person(Role.PLANNER);
    }

    private String allocated() {
        String cycle = cycles.closed();
        start(planner, cycle, null).then().statusCode(201);
        worker.goOn();
        return cycle;
    }

    private Response deliver(String cycle) {
        return as(planner).body(Map.of("state", "DELIVERED")).post("/api/cycles/" + cycle + "/steps");
    }

    @Test
    void goodsDoNotGoOutWhileACorrectionIsNotShared() {
        String cycle = allocated();
        String page = "/cycles/" + cycle;
        cycles.correct(planner, cycle, cycles.shortSku(cycle), 1);
        deliver(cycle).then().statusCode(409).body("detail", containsString(NOT_SHARED));
        Browser browser = Browser.of(planner);
        browser.get(page)
                .then()
                .body(containsString(NOT_SHARED))
                .body(containsString("href=\"" + page + "/run\""))
                .body(not(containsString("value=\"DELIVERED\"")));
        browser.post(page, page + "/steps", Map.of("state", "DELIVERED"))
                .then()
                .statusCode(409)
                .body(containsString(NOT_SHARED));
        start(planner, cycle, "A lorry less.").then().statusCode(201);
        worker.goOn();
        browser.get(page).then().body(not(containsString(NOT_SHARED))).body(containsString("it can’t be undone"));
        browser.post(page, page + "/steps", Map.of("state", "DELIVERED")).then().statusCode(303);
        browser.post(page, page + "/steps", Map.of("state", "DELIVERED"))
                .then()
                .statusCode(409)
                .body(containsString("already that the goods are out"));
    }

    @Test
    void aCorrectionThatIsCorrectedBackStandsInNobodysWay() {
        String cycle = allocated();
        String sku = cycles.shortSku(cycle);
        long before =
                Long.parseLong(fixtures.value("SELECT supply FROM supply WHERE cycle = ? AND sku = ?", cycle, sku));
        cycles.correct(planner, cycle, sku, 1);
        cycles.correct(planner, cycle, sku, before);
        deliver(cycle).then().statusCode(201);
        Browser browser = Browser.of(planner);
        String supply = "/cycles/" + cycle + "/supply";
        browser.get(supply).then().body(not(containsString(supply + "/" + sku)));
        browser.get(supply + "/" + sku).then().statusCode(409).body(containsString("its supply stands as it is"));
    }

    @Test
    void aClosedCycleLeadsToItsRunAndAnAllocatedOneToItsResults() {
        String cycle = cycles.closed();
        String page = "/cycles/" + cycle;
        Browser browser = Browser.of(planner);
        String closed = browser.get(page).asString();
        int share = closed.indexOf("<a class=\"btn btn-primary\" href=\"" + page + "/run\">Share the supply</a>");
        assertTrue(share > 0 && share < closed.indexOf("Cancel this cycle"), closed);
        start(planner, cycle, null).then().statusCode(201);
        worker.goOn();
        browser.get(page)
                .then()
                .body(containsString("<a class=\"btn btn-primary\" href=\"" + page + "/results\">"))
                .body(containsString("<a class=\"btn\" href=\"" + page + "/run\">"))
                .body(not(containsString("Cancel this cycle")));
        browser.get(page + "/run")
                .then()
                .body(containsString("href=\"" + page + "/results\""))
                .body(containsString("Run 1 of this cycle"));
        browser.get(page + "/glance").then().body(containsString("Skus that were short"));
        assertEquals(
                Long.toString(planner.id()),
                fixtures.value("SELECT by_person FROM cycle_step WHERE cycle = ? AND state = 'ALLOCATED'", cycle));
        browser.get("/language/zh?back=/");
        browser.get(page).then().body(containsString("货物出库后")).body(containsString("不可撤销"));
    }

    @Test
    void theSameShopsAreCountedOnEveryPage() {
        String cycle = allocated();
        fixtures.execute(
                "UPDATE cycle_retailer SET status = 'SUSPENDED' WHERE cycle = ? AND licence ="
                        + " (SELECT licence FROM demand_order WHERE cycle = ? AND state = 'ALLOCATED' ORDER BY licence LIMIT 1)",
                cycle,
                cycle);
        String shops =
                fixtures.value("SELECT COUNT(*) FROM cycle_retailer WHERE cycle = ? AND status = 'ACTIVE'", cycle);
        String ordered = fixtures.value(
                "SELECT COUNT(*) FROM cycle_retailer f JOIN demand_order o ON o.cycle = f.cycle AND o.licence = f.licence"
                        + " WHERE f.cycle = ? AND f.status = 'ACTIVE' AND o.state = 'ALLOCATED'",
                cycle);
        String others = fixtures.value(
                "SELECT COUNT(*) FROM cycle_retailer f JOIN demand_order o ON o.cycle = f.cycle AND o.licence = f.licence"
                        + " WHERE f.cycle = ? AND f.status <> 'ACTIVE' AND o.state = 'ALLOCATED'",
                cycle);
        Browser browser = Browser.of(planner);
        for (String page : new String[] {"/glance", "/results"}) {
            browser.get("/cycles/" + cycle + page)
                    .then()
                    .body(containsString(ordered + " of " + shops))
                    .body(containsString("shops that are not active: " + others));
        }
        browser.get("/cycles/" + cycle)
                .then()
                .body(containsString("<b>" + ordered + "</b>"))
                .body(containsString("of " + shops + " retailers"))
                .body(containsString("shops that are not active: " + others));
    }

    @Test
    void everybodyIsToldOfARunAndWhyAnotherTookItsPlace() {
        String cycle = allocated();
        cycles.correct(planner, cycle, cycles.shortSku(cycle), 1);
        start(planner, cycle, "A lorry less.").then().statusCode(201);
        worker.goOn();
        assertEquals(
                "CYCLE_ALLOCATED SUPPLY_CORRECTED CYCLE_ALLOCATED_ANEW",
                fixtures.value(
                        "SELECT GROUP_CONCAT(kind ORDER BY id SEPARATOR ' ') FROM notice WHERE cycle = ?", cycle));
        Fixtures.Somebody retailer = fixtures.retailer(
                fixtures.value("SELECT licence FROM cycle_retailer WHERE cycle = ? ORDER BY licence LIMIT 1", cycle));
        Browser shop = Browser.of(retailer);
        String first = notice(cycle, "CYCLE_ALLOCATED");
        shop.get(first)
                .then()
                .body(containsString("Cycle " + cycle + " is allocated"))
                .body(containsString("href=\"/grants/" + cycle + "\""))
                .body(not(containsString("Reason:")));
        String anew = notice(cycle, "CYCLE_ALLOCATED_ANEW");
        shop.get(anew).then().body(containsString("allocated anew")).body(containsString("A lorry less."));
        Browser.of(planner).get(anew).then().body(containsString("/cycles/" + cycle + "/results"));
        Browser.of(fixtures.person(Role.ORDER_DESK))
                .get(anew)
                .then()
                .statusCode(200)
                .body(not(containsString("/cycles/" + cycle + "/results")));
        shop.get("/language/zh?back=/");
        shop.get(anew).then().body(containsString("已重新分配"));
        String name = fixtures.value(
                "SELECT s.name FROM supply_correction c JOIN sku s ON s.sku = c.sku WHERE c.cycle = ?", cycle);
        shop.get(notice(cycle, "SUPPLY_CORRECTED")).then().body(containsString(name));
        as(retailer).get("/api" + anew).then().body("kind", equalTo("CYCLE_ALLOCATED_ANEW"));
    }

    private String notice(String cycle, String kind) {
        return "/notices/" + fixtures.value("SELECT id FROM notice WHERE cycle = ? AND kind = ?", cycle, kind);
    }
}
