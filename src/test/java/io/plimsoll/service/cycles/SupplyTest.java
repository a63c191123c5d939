package io.plimsoll.service.cycles;

import static io.plimsoll.service.cycles.TestCycles.as;
import static io.plimsoll.service.cycles.TestCycles.step;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

import io.plimsoll.service.Browser;
import io.plimsoll.service.Fixtures;
import io.plimsoll.service.RealMysql;
import io.plimsoll.service.right.Role;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Supply is free until it is published; after that it is corrected in everybody's sight, and frozen in the end. */
@QuarkusTest
@QuarkusTestResource(RealMysql.class)
class SupplyTest {

    @Inject
    Fixtures fixtures;

    @Inject
    TestCycles cycles;

    private Fixtures.Somebody planner;

    @BeforeEach
    void aPlanner() {
        planner = fixtures.person(Role.PLANNER);
    }

    @Test
    void supplyIsSetByWhoeverHasSeenItAndBlankIsUnlimited() {
        String cycle = cycles.ready(planner);
        String sku = cycles.sku("OPEN");
        String address = "/api/cycles/" + cycle + "/supply/" + sku;
        as(planner).body(Map.of("supply", 5)).put(address).then().statusCode(428);
        as(planner)
                .header("If-None-Match", "*")
                .body(Map.of())
                .put(address)
                .then()
                .statusCode(422);
        as(planner)
                .header("If-None-Match", "*")
                .body(Map.of("unlimited", true, "forecast", 12.5))
                .put(address)
                .then()
                .statusCode(200)
                .body("supply", nullValue())
                .body("forecast", equalTo(12.5f));
        as(planner)
                .header("If-None-Match", "*")
                .body(Map.of("supply", 5))
                .put(address)
                .then()
                .statusCode(412);
        String tag = as(planner).get(address).header("ETag");
        as(planner)
                .header("If-Match", tag)
                .body(Map.of("supply", 0))
                .put(address)
                .then()
                .statusCode(200);
        as(planner)
                .header("If-Match", tag)
                .body(Map.of("supply", 7))
                .put(address)
                .then()
                .statusCode(412);
        tag = as(planner).get(address).header("ETag");
        as(planner).header("If-Match", tag).delete(address).then().statusCode(204);
        as(planner).get(address).then().statusCode(404);
    }

    @Test
    void whatIsNoQuantityIsRefused() {
        String address = "/api/cycles/" + cycles.ready(planner) + "/supply/" + cycles.sku("OPEN");
        for (Object wrong : new Object[] {-1, 0.5, 1_000_000_000_001L}) {
            as(planner)
                    .header("If-None-Match", "*")
                    .body(Map.of("supply", wrong))
                    .put(address)
                    .then()
                    .statusCode(422)
                    .body("fields.field", hasItem("supply"));
        }
        as(planner)
                .header("If-None-Match", "*")
                .body("{\"supply\":1e99999}")
                .put(address)
                .then()
                .statusCode(422);
        as(planner)
                .header("If-None-Match", "*")
                .body(Map.of("supply", 1, "forecast", 0.0000001))
                .put(address)
                .then()
                .statusCode(422)
                .body("fields.field", hasItem("forecast"));
    }

    @Test
    void aCorrectionAfterPublishingHasAReasonThatEverybodyReads() {
        String cycle = cycles.ready(planner);
        String sku = fixtures.value("SELECT sku FROM supply WHERE cycle = ?", cycle);
        String address = "/api/cycles/" + cycle + "/supply/" + sku;
        step(planner, cycle, "PUBLISHED").then().statusCode(201);
        as(planner)
                .header("If-Match", "\"0\"")
                .body(Map.of("supply", 900))
                .put(address)
                .then()
                .statusCode(422);
        as(planner)
                .header("If-Match", "\"0\"")
                .body(Map.of("supply", 900, "reason", "A lorry was late."))
                .put(address)
                .then()
                .statusCode(200)
                .body("supply", equalTo(900));
        as(planner).header("If-Match", "\"1\"").delete(address).then().statusCode(409);
        Fixtures.Somebody retailer = fixtures.retailer(cycles.retailers(1) + "0");
        String notice = fixtures.value("SELECT id FROM notice WHERE cycle = ? AND kind = 'SUPPLY_CORRECTED'", cycle);
        Browser.of(retailer)
                .get("/notices/" + notice)
                .then()
                .body(containsString("A lorry was late."))
                .body(containsString("1,200"))
                .body(containsString("900"));
        as(retailer).get("/api/cycles/" + cycle + "/supply-corrections").then().body("[0].supplyBefore", equalTo(1200));
        as(retailer)
                .header("If-Match", "\"1\"")
                .body(Map.of("supply", 1))
                .put(address)
                .then()
                .statusCode(403);
    }

    @Test
    void onceClosedSupplyIsFrozen() {
        String cycle = cycles.published(planner);
        String sku = fixtures.value("SELECT sku FROM supply WHERE cycle = ?", cycle);
        step(planner, cycle, "OPEN").then().statusCode(201);
        step(planner, cycle, "SECOND_WINDOW", "x").then().statusCode(201);
        step(planner, cycle, "CLOSED", "x").then().statusCode(201);
        as(planner)
                .header("If-Match", "\"0\"")
                .body(Map.of("supply", 900, "reason", "x"))
                .put("/api/cycles/" + cycle + "/supply/" + sku)
                .then()
                .statusCode(409);
    }

    @Test
    void aSlipInTheFormIsShownAgainAsItWasTyped() {
        String cycle = cycles.ready(planner);
        String page = "/cycles/" + cycle + "/supply";
        Browser.of(planner)
                .post(page, page, Map.of("sku", "there is none", "supply", "1.5"))
                .then()
                .statusCode(422)
                .body(containsString("there is none"))
                .body(containsString("value=\"1.5\""));
    }
}
