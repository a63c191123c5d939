package io.plimsoll.service.assisted;

import static io.plimsoll.service.assisted.MissedCycle.WEDNESDAY_MORNING;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plimsoll.service.Browser;
import io.plimsoll.service.Fixtures;
import io.plimsoll.service.RealMysql;
import io.plimsoll.service.TestClock;
import io.plimsoll.service.right.Role;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Each of the four people finds his step from his home, and takes it with a form. */
@QuarkusTest
@QuarkusTestResource(RealMysql.class)
class AssistedPagesTest {

    @Inject
    Fixtures fixtures;

    @Inject
    TestClock clock;

    @AfterEach
    void putTheClockBack() {
        clock.putBack();
        MissedCycle.forgetSignIns(fixtures);
    }

    @Test
    void aForeignShopIsForbiddenWhateverTheCycleIsDoing() {
        MissedCycle missed = new MissedCycle(fixtures, clock);
        Browser foreign = Browser.of(fixtures.manager("SOMEBODY-ELSE"));
        for (String state : List.of("SECOND_WINDOW", "PLANNED", "OPEN", "CLOSED", "ALLOCATED", "CANCELLED")) {
            fixtures.execute("UPDATE cycle SET state = ? WHERE cycle = ?", state, missed.cycle);
            assertEquals(
                    403,
                    foreign.get("/assisted-orders/collect/" + missed.cycle + "/" + missed.licence)
                            .statusCode(),
                    state);
        }
        Browser.of(missed.manager)
                .get("/assisted-orders/collect/" + missed.cycle + "/" + missed.licence)
                .then()
                .statusCode(409);
    }

    private static Map<String, Object> typed(MissedCycle missed) {
        Map<String, Object> typed = new HashMap<>();
        typed.put("visitedAt", "2096-11-06T19:00");
        typed.put("place", "12 Harbour <Road>");
        typed.put("sku", List.of(missed.otherSku, "", missed.sku));
        typed.put("demand", List.of("4", "", "8"));
        typed.put("atMost", "");
        return typed;
    }

    @Test
    void fourPeopleTakeItFromTheVisitToTheEntry() {
        MissedCycle missed = new MissedCycle(fixtures, clock);
        Browser manager = Browser.of(missed.manager);
        manager.get("/").then().body(containsString("show=MISSED"));
        String form = "/assisted-orders/collect/" + missed.cycle + "/" + missed.licence;
        manager.get("/assisted-orders").then().statusCode(200).body(containsString(form));
        Map<String, Object> typed = typed(missed);
        typed.put("act", "check");
        manager.post(form, form, typed)
                .then()
                .statusCode(200)
                .body(containsString("12 Harbour &lt;Road&gt;"))
                .body(containsString("value=\"store\""));
        assertEquals("0", fixtures.value("SELECT COUNT(*) FROM assisted_order WHERE cycle = ?", missed.cycle));
        typed.put("act", "store");
        typed.put("once", "1");
        String address = null;
        for (int i = 0; i < 2; i++) {
            address = manager.request()
                    .contentType("application/x-www-form-urlencoded; charset=UTF-8")
                    .formParam(
                            "csrf", Browser.csrf(manager.get("/assisted-orders").asString()))
                    .formParams(typed)
                    .post(form)
                    .then()
                    .statusCode(303)
                    .extract()
                    .header("Location");
        }
        assertEquals("1", fixtures.value("SELECT COUNT(*) FROM assisted_order WHERE cycle = ?", missed.cycle));
        manager.get(address).then().statusCode(200).body(containsString("an admin can print a letter"));

        Browser retailer = Browser.of(missed.retailer);
        retailer.get("/").then().body(containsString(address));
        retailer.post(address, address + "/confirmation", Map.of("confirms", "true"))
                .then()
                .statusCode(303)
                .header("Location", endsWith(address));

        Browser market = Browser.of(missed.market);
        market.get("/").then().body(containsString("show=TO_SIGN"));
        market.get("/assisted-orders").then().body(containsString(address));
        market.get(address)
                .then()
                .body(containsString("It is your turn"))
                .body(not(containsString("The market manager signs")));
        market.post(address, address + "/signature", Map.of("signs", "false", "reason", " "))
                .then()
                .statusCode(422)
                .body(containsString("id=\"e-reason\""));
        market.post(address, address + "/signature", Map.of("signs", "true"))
                .then()
                .statusCode(303);

        Browser desk = Browser.of(missed.desk);
        desk.get(address).then().body(not(containsString(address + "/entry")));
        desk.post("/assisted-orders", address + "/entry", Map.of())
                .then()
                .statusCode(409)
                .body(containsString("business day after"));
        clock.set(WEDNESDAY_MORNING);
        Browser nextDay = Browser.of(missed.desk);
        nextDay.get("/").then().body(containsString("show=TO_ENTER"));
        nextDay.get("/assisted-orders").then().body(containsString(address));
        nextDay.post(address, address + "/entry", Map.of()).then().statusCode(303);
        assertEquals("ENTERED ASSISTED", missed.demand());
        for (Role reader : List.of(Role.PLANNER, Role.AUDITOR)) {
            Browser.of(fixtures.person(reader))
                    .get("/assisted-orders?cycle=" + missed.cycle)
                    .then()
                    .statusCode(200)
                    .body(containsString(address));
        }
        Browser.of(missed.retailer).get(address).then().body(containsString("Entered by the order desk"));
    }

    @Test
    void aSkuMayBeGivenByItsNameAndTheReadBackIsWrittenAsElsewhere() {
        MissedCycle missed = new MissedCycle(fixtures, clock);
        fixtures.execute("UPDATE sku SET name = ? WHERE sku = ?", "澄笺（金）", missed.sku);
        fixtures.execute("UPDATE sku SET name = ? WHERE sku = ?", "岫檐（软）", missed.otherSku);
        Map<String, Object> typed = typed(missed);
        typed.put("sku", List.of("岫檐 软", "澄笺（金）"));
        typed.put("demand", List.of("２", "1200"));
        typed.put("atMost", "１０００");
        typed.put("act", "check");
        String page = check(missed, typed).statusCode(200).extract().asString();
        assertTrue(page.contains("name=\"sku\" value=\"" + missed.otherSku + "\""), page);
        assertTrue(page.contains("<td class=\"number\">2</td>"), page);
        assertTrue(page.contains("<td class=\"number\">1,200</td>"), page);
        assertTrue(page.contains("At most 1,000 cartons"), page);
        assertTrue(page.contains("Visit: 6 Nov 2096, 19:00"), page);

        typed.put("sku", List.of("没有这种", "澄笺（金）"));
        check(missed, typed).statusCode(422).body(containsString("没有这种"));
    }

    @Test
    void aNameThatSeveralSkusHaveIsNotGuessed() {
        MissedCycle missed = new MissedCycle(fixtures, clock);
        fixtures.execute("UPDATE sku SET name = '澄笺' WHERE sku IN (?, ?)", missed.sku, missed.otherSku);
        Map<String, Object> typed = typed(missed);
        typed.put("sku", List.of("澄笺"));
        typed.put("demand", List.of("2"));
        typed.put("act", "check");
        check(missed, typed)
                .statusCode(422)
                .body(containsString("Several Skus are called “澄笺”"))
                .body(containsString(missed.sku + ", " + missed.otherSku));
        typed.put("sku", List.of(missed.sku));
        check(missed, typed).statusCode(200);
    }

    private static ValidatableResponse check(MissedCycle missed, Map<String, Object> typed) {
        Browser manager = Browser.of(missed.manager);
        return manager.request()
                .contentType("application/x-www-form-urlencoded; charset=UTF-8")
                .formParam("csrf", Browser.csrf(manager.get("/assisted-orders").asString()))
                .formParams(typed)
                .post("/assisted-orders/collect/" + missed.cycle + "/" + missed.licence)
                .then();
    }

    @Test
    void whatWasEnteredWhileHeWasOrderingHimselfDoesNotStopHim() {
        MissedCycle missed = new MissedCycle(fixtures, clock);
        long id = missed.signed();
        clock.set(WEDNESDAY_MORNING);
        Browser retailer = Browser.of(missed.retailer);
        String page = "/order/" + missed.cycle;
        retailer.get(page).then().statusCode(200);
        missed.enter(id).then().statusCode(200);
        Map<String, String> seenBefore =
                Map.of("act", "submit", "once", "1", "version", "0", "sku", missed.sku, "demand", "7");
        retailer.post(page, page, seenBefore).then().statusCode(303);
        assertEquals("OVERTAKEN", missed.state(id));
        assertEquals(List.of(missed.sku + " 7"), missed.demanded());
    }

    @Test
    void nothingIsProposedAndWhatWasTypedIsKept() {
        MissedCycle missed = new MissedCycle(fixtures, clock);
        Browser manager = Browser.of(missed.manager);
        String form = "/assisted-orders/collect/" + missed.cycle + "/" + missed.licence;
        String empty = manager.get(form).asString();
        assertEquals(5, count(empty, "name=\"sku\" list=\"skus\" value=\"\""));
        assertEquals(5, count(empty, "name=\"demand\" type=\"text\" inputmode=\"numeric\" value=\"\""));
        Map<String, Object> typed = typed(missed);
        typed.put("demand", List.of("four", "", "8"));
        typed.put("visitedAt", "2096-11-06T01:00");
        typed.put("act", "check");
        manager.post(form, form, typed)
                .then()
                .statusCode(422)
                .body(containsString("value=\"four\""))
                .body(containsString("href=\"#demand-1\""))
                .body(containsString("href=\"#f-visitedAt\""));
        typed.put("act", "more");
        String more =
                manager.post(form, form, typed).then().statusCode(200).extract().asString();
        assertEquals(7, count(more, "name=\"sku\" list=\"skus\""));
    }

    private static int count(String text, String part) {
        return text.split(java.util.regex.Pattern.quote(part), -1).length - 1;
    }

    @Test
    void aCodeThatIsWrongIsNotShownAgain() {
        MissedCycle missed = new MissedCycle(fixtures, clock);
        Browser.of(missed.retailer)
                .post("/confirmation-code", "/confirmation-code", Map.of("chosenCode", "740962", "again", "740962"))
                .then()
                .statusCode(303);
        String page = "/assisted-orders/" + missed.collected();
        Browser manager = Browser.of(missed.manager);
        manager.post(page, page + "/confirmation", Map.of("code", "661177"))
                .then()
                .statusCode(422)
                .body(containsString("Tries left: 4"))
                .body(not(containsString("661177")));
        manager.post(page, page + "/confirmation", Map.of("code", "740962"))
                .then()
                .statusCode(303);
    }

    @Test
    void aRetailerWhoRejectsSaysWhyOnlyIfHeLikes() {
        MissedCycle missed = new MissedCycle(fixtures, clock);
        String page = "/assisted-orders/" + missed.collected();
        Browser.of(missed.retailer)
                .post(page, page + "/confirmation", Map.of("confirms", "false", "reason", ""))
                .then()
                .statusCode(303);
        Browser.of(missed.manager).get(page).then().body(containsString("Rejected by the retailer"));
    }
}
