package io.plimsoll.service.quotas;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plimsoll.service.Browser;
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
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A re-balancing sums to zero, everybody in it has agreed, and it is refused when anything it rests on has changed (R7). */
@QuarkusTest
@QuarkusTestResource(RealMysql.class)
class RebalancingTest {

    @Inject
    SomeTerritory territories;

    @Inject
    Fixtures fixtures;

    @Inject
    TestClock clock;

    @Inject
    QuotaWatch watch;

    private Territory territory;
    private String address;

    @AfterEach
    void putAway() {
        clock.putBack();
        if (territory != null) {
            territories.putAway(territory);
        }
    }

    private void three() {
        territory = territories.make(
                List.of(new Wanted("large", 100, 70), new Wanted("small", 50, 70), new Wanted("fit", 80, 80)));
        open();
    }

    private void open() {
        address = "/api/rebalancings/"
                + as(territory.customerManager())
                        .post("/api/rebalancings")
                        .then()
                        .statusCode(201)
                        .extract()
                        .path("id");
    }

    private static RequestSpecification as(Somebody somebody) {
        return given().header("Authorization", "Bearer " + somebody.token())
                .header("Idempotency-Key", Forms.random())
                .contentType(ContentType.JSON);
    }

    private RequestSpecification matching(Somebody somebody) {
        return as(somebody)
                .header("If-Match", as(territory.customerManager()).get(address).header("ETag"));
    }

    private Map<String, Object> line(String name, Integer total) {
        Map<String, Object> line = new HashMap<>();
        line.put("licence", territory.shop(name));
        line.put("totalAfter", total);
        line.put("reason", "DEMAND");
        line.put("evidence", "three months of orders");
        return line;
    }

    private Response save(Object... namesAndTotals) {
        List<Map<String, Object>> lines = new ArrayList<>();
        for (int i = 0; i < namesAndTotals.length; i += 2) {
            lines.add(line((String) namesAndTotals[i], (Integer) namesAndTotals[i + 1]));
        }
        return matching(territory.customerManager())
                .body(Map.of("lines", lines))
                .put(address + "/lines");
    }

    private Response ask() {
        return matching(territory.customerManager()).post(address + "/questions");
    }

    private Response answer(String name, boolean agrees, int total) {
        String licence = territory.shop(name);
        return as(territory.retailers().get(licence))
                .body(Map.of("agrees", agrees, "total", total))
                .post(address + "/lines/" + licence + "/answer");
    }

    private Response approve(Somebody somebody) {
        return matching(somebody).body(Map.of("approves", true)).post(address + "/approval");
    }

    private ValidatableResponse shown() {
        return as(territory.customerManager()).get(address).then().statusCode(200);
    }

    private int total(String name) {
        return territories.total(territory, name, 1);
    }

    @Test
    void isComputedAgreedApprovedAndHoldsFromTheNextCycleOn() {
        three();
        as(territory.customerManager())
                .get(address + "/plan")
                .then()
                .statusCode(200)
                .body("changes", equalTo(Map.of(territory.shop("large"), -15, territory.shop("small"), 15)))
                .body("outsideBefore", equalTo(19))
                .body("outsideAfter", equalTo(0));
        save("large", 85, "small", 65).then().statusCode(200).body("sum", equalTo(0));
        ask().then().statusCode(200).body("lines.state", equalTo(List.of("ASKED", "ASKED")));
        answer("large", true, 85).then().statusCode(200).body("state", equalTo("AGREED"));
        approve(territory.marketManager()).then().statusCode(409).body("code", equalTo("CONFLICT"));
        answer("small", true, 65).then().statusCode(200);
        shown().body("ready", equalTo(true));
        approve(territory.marketManager())
                .then()
                .statusCode(200)
                .body("state", equalTo("APPROVED"))
                .body("effect.period", equalTo(territory.month(4)))
                .body("effect.number", equalTo(1));
        assertEquals(85, total("large"));
        assertEquals(65, total("small"));
        assertEquals(80, total("fit"));
        Browser.of(territory.customerManager())
                .get("/")
                .then()
                .body(containsString("is approved; its totals hold from cycle 1"));
        watch.judge();
        assertNull(fixtures.value("SELECT code FROM quota_finding WHERE manager = ?", territory.manager()));
    }

    @Test
    void aLineThatIsDeclinedDropsOutTheRestIsBalancedAgainAndOnlyWhatChangedIsAskedAnew() {
        territory = territories.make(List.of(
                new Wanted("a", 100, 70), new Wanted("b", 50, 70), new Wanted("c", 60, 80), new Wanted("d", 110, 95)));
        open();
        save("a", 80, "b", 60, "c", 70).then().statusCode(200).body("sum", equalTo(0));
        ask().then().statusCode(200);
        answer("a", true, 80).then().statusCode(200);
        answer("b", true, 60).then().statusCode(200);
        answer("c", false, 70).then().statusCode(200).body("state", equalTo("DECLINED"));
        shown().body("sum", equalTo(-10)).body("ready", equalTo(false));
        approve(territory.marketManager()).then().statusCode(409);
        save("b", 70).then().statusCode(200).body("sum", equalTo(0));
        shown().body("lines.find { it.shop.licence == '" + territory.shop("a") + "' }.state", equalTo("AGREED"))
                .body("lines.find { it.shop.licence == '" + territory.shop("b") + "' }.state", equalTo("DRAFT"));
        approve(territory.marketManager()).then().statusCode(409);
        ask().then().statusCode(200);
        answer("b", true, 60).then().statusCode(412);
        answer("b", true, 70).then().statusCode(200);
        approve(territory.marketManager()).then().statusCode(200).body("state", equalTo("APPROVED"));
        assertEquals(80 + 70 + 60 + 110, total("a") + total("b") + total("c") + total("d"));
        assertEquals(60, total("c"));
    }

    @Test
    void theRestIsComputedAroundWhatIsAgreedAndWhoDeclinedIsLeftInPeace() {
        territory = territories.make(List.of(
                new Wanted("a", 100, 70), new Wanted("b", 50, 70), new Wanted("c", 60, 80), new Wanted("d", 110, 95)));
        open();
        save("a", 80, "b", 60, "c", 70).then().statusCode(200);
        ask().then().statusCode(200);
        answer("a", true, 80).then().statusCode(200);
        answer("b", false, 60).then().statusCode(200);
        answer("c", true, 70).then().statusCode(200);
        as(territory.customerManager()).get(address + "/plan").then().statusCode(409);
        save("c", 80).then().statusCode(200).body("sum", equalTo(0));
    }

    @Test
    void whoDoesNotAnswerInTimeDropsOut() {
        three();
        save("large", 85, "small", 65).then().statusCode(200);
        ask().then().statusCode(200);
        answer("large", true, 85).then().statusCode(200);
        clock.pass(Duration.ofDays(8));
        shown().body("lines.state", equalTo(List.of("AGREED", "EXPIRED"))).body("sum", equalTo(-15));
        answer("small", true, 65).then().statusCode(409);
        approve(territory.marketManager()).then().statusCode(409);
        assertEquals(100, total("large"));
    }

    @Test
    void nobodyIsAskedAboutABatchThatDoesNotSumToZero() {
        three();
        save("large", 85, "small", 64).then().statusCode(200).body("sum", equalTo(-1));
        ask().then().statusCode(409).body("detail", containsString("-1"));
    }

    @Test
    void nobodyWritesLinesOfAnothersRetailers() {
        three();
        String other = territory.shop("other");
        fixtures.execute(
                "INSERT INTO retailer (licence, name, manager, market_type, size_class, status, order_interval)"
                        + " VALUES (?, 'Other', 'M-other', 'RURAL', 'SMALL', 'ACTIVE', 1)",
                other);
        save("other", 12).then().statusCode(422);
        fixtures.execute("UPDATE retailer SET manager = 'M-other' WHERE licence = ?", territory.shop("fit"));
        save("fit", 70).then().statusCode(422);
    }

    @Test
    void aBatchIsRefusedWhenARetailerHasBecomeAnothersMeanwhile() {
        three();
        agreed();
        fixtures.execute("UPDATE retailer SET manager = 'M-other' WHERE licence = ?", territory.shop("small"));
        approve(territory.marketManager()).then().statusCode(409).body("detail", containsString("M-other"));
        assertEquals(100, total("large"));
    }

    private void agreed() {
        save("large", 85, "small", 65).then().statusCode(200);
        ask().then().statusCode(200);
        answer("large", true, 85).then().statusCode(200);
        answer("small", true, 65).then().statusCode(200);
    }

    @Test
    void aLineOfAShopThatIsAnothersNowCanOnlyBeTakenOut() {
        three();
        save("large", 85, "small", 65).then().statusCode(200);
        fixtures.execute("UPDATE retailer SET manager = 'M-other' WHERE licence = ?", territory.shop("small"));
        save("small", 66).then().statusCode(422);
        save("small", null).then().statusCode(200).body("lines", hasSize(1));
    }

    @Test
    void whoDeclinedIsNotAskedAgainByASaveButByAnotherTotal() {
        three();
        save("large", 85, "small", 65).then().statusCode(200);
        ask().then().statusCode(200);
        answer("small", false, 65).then().statusCode(200);
        save("small", 65).then().statusCode(200).body("sum", equalTo(-15));
        save("small", null).then().statusCode(200).body("lines", hasSize(2));
        save("small", 64).then().statusCode(200).body("sum", equalTo(-1));
        shown().body("lines.find { it.totalAfter == 64 }.state", equalTo("DRAFT"));
    }

    @Test
    void aLineWithoutAShopIsRefusedByItsPlace() {
        three();
        Map<String, Object> line = line("large", 85);
        line.put("licence", null);
        matching(territory.customerManager())
                .body(Map.of("lines", List.of(line)))
                .put(address + "/lines")
                .then()
                .statusCode(422)
                .body("fields[0].field", equalTo("lines[0].licence"));
    }

    @Test
    void aBatchIsRefusedWhenATotalHasChangedMeanwhile() {
        three();
        agreed();
        fixtures.execute(
                "INSERT INTO agreed_total (licence, period, cartons, state, proposed_at, approved_at)"
                        + " VALUES (?, ?, 51, 'APPROVED', UTC_TIMESTAMP(6), UTC_TIMESTAMP(6))",
                territory.shop("small"),
                territory.month(4));
        approve(territory.marketManager()).then().statusCode(409).body("detail", containsString("51"));
        assertEquals(100, total("large"));
        assertEquals(51, total("small"));
    }

    @Test
    void aBatchIsRefusedWhenATotalIsApprovedForLater() {
        three();
        agreed();
        fixtures.execute(
                "INSERT INTO agreed_total (licence, period, cartons, state, proposed_at, approved_at)"
                        + " VALUES (?, ?, 55, 'APPROVED', UTC_TIMESTAMP(6), UTC_TIMESTAMP(6))",
                territory.shop("small"),
                territory.month(5));
        approve(territory.marketManager()).then().statusCode(409);
        assertEquals(100, total("large"));
    }

    @Test
    void aBatchAndATotalOfOneOfItsShopsAreNeverApprovedAtTheSameTime() throws Exception {
        for (int round = 0; round < 4; round++) {
            three();
            int proposal = as(territory.customerManager())
                    .body(Map.of("total", 90, "reason", "DEMAND", "evidence", "three months of orders"))
                    .post("/api/retailers/" + territory.shop("large") + "/total-proposals")
                    .then()
                    .statusCode(201)
                    .extract()
                    .path("id");
            as(territory.retailers().get(territory.shop("large")))
                    .body(Map.of("agrees", true, "total", 90))
                    .post("/api/total-proposals/" + proposal + "/answer")
                    .then()
                    .statusCode(200);
            agreed();
            RequestSpecification batch = matching(territory.marketManager()).body(Map.of("approves", true));
            CompletableFuture<Integer> other = CompletableFuture.supplyAsync(() -> as(territory.marketManager())
                    .body(Map.of("approves", true))
                    .post("/api/total-proposals/" + proposal + "/approval")
                    .statusCode());
            List<Integer> statuses =
                    new ArrayList<>(List.of(batch.post(address + "/approval").statusCode(), other.get()));
            boolean isBatch = statuses.get(0) == 200;
            Collections.sort(statuses);
            assertEquals(List.of(200, 409), statuses);
            assertEquals(isBatch ? 85 : 90, total("large"));
            assertEquals(isBatch ? 65 : 50, total("small"));
            putAway();
        }
    }

    @Test
    void theFiguresAreEvidenceOfATotalFarFromTheDemandAndOfNothingElse() {
        three();
        Map<String, Object> large = line("large", 85);
        large.put("evidence", " ");
        Map<String, Object> small = line("small", 65);
        small.put("evidence", null);
        matching(territory.customerManager())
                .body(Map.of("lines", List.of(large, small)))
                .put(address + "/lines")
                .then()
                .statusCode(200)
                .body("lines.evidence", equalTo(List.of("", "")))
                .body("lines.demandBefore", equalTo(List.of(70, 70)));
        ask().then().statusCode(200);
        Browser retailer = Browser.of(territory.retailers().get(territory.shop("small")));
        String line = address.substring("/api".length()) + "/lines/" + territory.shop("small");
        retailer.get(line).then().body(containsString("Asked for 70 cartons a month"));
        retailer.get("/language/zh?back=/");
        retailer.get(line).then().body(containsString("近三个月月需求 70 条"));
        large.put("reason", "SEASON");
        matching(territory.customerManager())
                .body(Map.of("lines", List.of(large)))
                .put(address + "/lines")
                .then()
                .statusCode(422)
                .body("fields[0].field", equalTo("lines[0].evidence"));
    }

    @Test
    void nobodyIsCutUnderWhatIsGrantedAlready() {
        three();
        territories.allocate(territory, Map.of("large", 98));
        save("large", 85, "small", 65).then().statusCode(200);
        ask().then().statusCode(409).body("detail", containsString("98"));
        save("large", 86, "small", 64).then().statusCode(200);
        ask().then().statusCode(200);
        answer("large", true, 86).then().statusCode(200);
        answer("small", true, 64).then().statusCode(200);
        approve(territory.marketManager()).then().statusCode(200).body("effect.number", equalTo(2));
        assertEquals(100, territories.total(territory, "large", 1));
        assertEquals(86, territories.total(territory, "large", 2));
    }

    @Test
    void aCycleThatTakesOrdersNowKeepsItsTotalsAndNobodyIsCutUnderWhatItMayStillGrant() {
        territory = territories.make(List.of(new Wanted("much", 400, 200), new Wanted("little", 200, 400)));
        territories.open(territory);
        open();
        // SMALL floats by 15 %, and after the first cycle of four at most 32.5 % of the ceiling may be granted: 149 of
        // 460.
        save("much", 129, "little", 471).then().statusCode(200);
        ask().then().statusCode(409).body("detail", containsString("149"));
        save("much", 130, "little", 470).then().statusCode(200);
        ask().then().statusCode(200);
        answer("much", true, 130).then().statusCode(200);
        answer("little", true, 470).then().statusCode(200);
        approve(territory.marketManager()).then().statusCode(200).body("effect.number", equalTo(2));
        assertEquals(400, territories.total(territory, "much", 1));
        assertEquals(130, territories.total(territory, "much", 2));
    }

    @Test
    void aKeyAccountNeedsAPlannersApprovalToo() {
        territory = territories.make(List.of(new Wanted("large", 100, 70, true), new Wanted("small", 50, 70)));
        open();
        agreed();
        approve(territory.planner()).then().statusCode(409);
        approve(territory.marketManager()).then().statusCode(200).body("state", equalTo("SIGNED"));
        assertEquals(100, total("large"));
        save("large", 84).then().statusCode(409);
        approve(territory.marketManager()).then().statusCode(409);
        approve(territory.planner()).then().statusCode(200).body("state", equalTo("APPROVED"));
        assertEquals(85, total("large"));
        watch.judge();
        assertNull(fixtures.value("SELECT code FROM quota_finding WHERE manager = ?", territory.manager()));
    }

    @Test
    void aReasonThatTheCatalogueDoesNotHoldIsRefused() {
        three();
        Map<String, Object> line = line("large", 85);
        line.put("reason", "PUNISHMENT");
        matching(territory.customerManager())
                .body(Map.of("lines", List.of(line)))
                .put(address + "/lines")
                .then()
                .statusCode(422)
                .body("fields[0].field", equalTo("lines[0].reason"));
    }

    @Test
    void aRetailerSeesAndAnswersHisOwnLineOnly() {
        three();
        save("large", 85, "small", 65).then().statusCode(200);
        Somebody small = territory.retailers().get(territory.shop("small"));
        String own = address + "/lines/" + territory.shop("small");
        as(small).get(own).then().statusCode(403);
        ask().then().statusCode(200);
        as(small).get(own).then().statusCode(200).body("totalAfter", equalTo(65));
        as(small).get(address).then().statusCode(403);
        as(small).get(address + "/lines/" + territory.shop("large")).then().statusCode(403);
        as(small)
                .body(Map.of("agrees", true, "total", 85))
                .post(address + "/lines/" + territory.shop("large") + "/answer")
                .then()
                .statusCode(403);
    }

    @Test
    void aMarketManagerOfOtherTerritoriesDoesNotEvenSeeIt() {
        three();
        agreed();
        Somebody other = fixtures.marketManager("T-elsewhere");
        as(other).get(address).then().statusCode(403);
        as(other)
                .header("If-Match", "\"1\"")
                .body(Map.of("approves", true))
                .post(address + "/approval")
                .then()
                .statusCode(403);
    }

    @Test
    void aManagerHasOneAtATimeAndMayTakeItBack() {
        three();
        String first = address;
        open();
        assertEquals(first, address);
        matching(territory.customerManager())
                .post(address + "/withdrawal")
                .then()
                .statusCode(200);
        save("large", 85).then().statusCode(409);
        open();
        assertTrue(!first.equals(address));
    }

    @Test
    void whatARetailerHasAgreedToIsWhatIsApprovedAndNothingWrittenSince() {
        three();
        agreed();
        save("large", 84, "small", 66).then().statusCode(200);
        approve(territory.marketManager()).then().statusCode(409);
        assertEquals(100, total("large"));
    }

    @Test
    void aRunThatOthersAreBuiltUponIsNotSupersededAfterwards() {
        three();
        territories.allocate(territory, Map.of("large", 20));
        agreed();
        territories.correctSupply(territory);
        approve(territory.marketManager()).then().statusCode(200);
        as(territory.planner())
                .body(Map.of("reason", "Half of it came."))
                .post("/api/cycles/" + territory.cycle(4) + "/runs")
                .then()
                .statusCode(409)
                .body("detail", containsString("re-balanced"));
    }

    @Test
    void whatCameInByAnotherWayIsFound() {
        territory = territories.make(List.of(new Wanted("large", 100, 70, true), new Wanted("small", 50, 70)));
        territories.allocate(territory, Map.of("large", 98));
        long batch = fixtures.execute(
                "INSERT INTO rebalancing (manager, made_by, made_at, state, effective_period, effective_number)"
                        + " VALUES (?, ?, UTC_TIMESTAMP(6), 'APPROVED', ?, 2)",
                territory.manager(),
                territory.customerManager().id(),
                territory.month(4));
        fixtures.execute(
                "INSERT INTO stock_check (licence, checked_at, inspector, result, recorded_by, recorded_at)"
                        + " VALUES (?, UTC_TIMESTAMP(6) - INTERVAL 2 DAY, 'I', 'ok', ?, UTC_TIMESTAMP(6))",
                territory.shop("large"),
                territory.planner().id());
        insert(batch, "large", 100, 70, "M-other", "PUNISHMENT");
        insert(batch, "small", 50, 70, "M-other", "DEMAND");
        watch.judge();
        List<String> codes = fixtures.values(
                "SELECT CONCAT(rule, ' ', code) FROM quota_finding WHERE rebalancing = ? ORDER BY subject, rule, code",
                batch);
        assertTrue(codes.contains("R7 REBALANCING_NOT_ZERO"), codes.toString());
        assertTrue(codes.contains("R7 TOTAL_OF_FOREIGN_RETAILER"), codes.toString());
        assertTrue(codes.contains("R7 TOTAL_BELOW_GRANTED"), codes.toString());
        assertTrue(codes.contains("R1 TOTAL_WITHOUT_CONSENT"), codes.toString());
        assertTrue(codes.contains("R1 TOTAL_WITHOUT_APPROVAL"), codes.toString());
        assertTrue(codes.contains("R1 TOTAL_WITHOUT_SECOND_APPROVAL"), codes.toString());
        assertTrue(codes.contains("R26 REASON_NOT_IN_CATALOGUE"), codes.toString());
        assertTrue(codes.contains("R26 CUT_AFTER_CHECK"), codes.toString());
        int before = codes.size();
        watch.judge();
        assertEquals(
                before,
                fixtures.values("SELECT id FROM quota_finding WHERE rebalancing = ?", batch)
                        .size());
        Somebody auditor = fixtures.person(io.plimsoll.service.right.Role.AUDITOR);
        as(auditor)
                .queryParam("manager", territory.manager())
                .get("/api/findings")
                .then()
                .statusCode(200)
                .body("items", hasSize(1))
                .body("items[0].source", equalTo("QUOTA"));
    }

    private void insert(long batch, String name, int before, int after, String manager, String reason) {
        fixtures.execute(
                "INSERT INTO agreed_total (licence, period, number_in_period, cartons, state, manager, total_before, reason,"
                        + " rebalancing, proposed_at, approved_at) VALUES (?, ?, 2, ?, 'APPROVED', ?, ?, ?, ?, UTC_TIMESTAMP(6),"
                        + " UTC_TIMESTAMP(6))",
                territory.shop(name),
                territory.month(4),
                after,
                manager,
                before,
                reason,
                batch);
    }
}
