package io.plimsoll.service.uploads;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import io.plimsoll.service.Browser;
import io.plimsoll.service.Fixtures;
import io.plimsoll.service.Fixtures.Somebody;
import io.plimsoll.service.RealMysql;
import io.plimsoll.service.right.Role;
import io.plimsoll.service.web.Forms;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.nio.charset.Charset;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Everybody takes out the rows that are his to see, and no others. */
@QuarkusTest
@QuarkusTestResource(RealMysql.class)
class DownloadsTest {

    private static final int MOST_PAGES = 20;

    @Inject
    Fixtures fixtures;

    private final String run = Forms.random().substring(0, 6);
    private final String cycle = "D-" + run;

    @BeforeEach
    void twoShopsThatOrdered() {
        fixtures.execute(
                "INSERT INTO cycle (cycle, seed, period, number_in_period, of_period, state)"
                        + " VALUES (?, 's', ?, 1, 4, 'ALLOCATED')",
                cycle,
                "1%03d-%02d"
                        .formatted(
                                ThreadLocalRandom.current().nextInt(1_000),
                                ThreadLocalRandom.current().nextInt(1, 13)));
        fixtures.execute(
                "INSERT INTO sku (sku, brand, tier, status) VALUES (?, '=1+1', 'TIER_1', 'SCARCE')", "S-" + run);
        long allocated = fixtures.execute(
                "INSERT INTO allocation_run (cycle, made_at, record) VALUES (?, UTC_TIMESTAMP(6), '')", cycle);
        for (String shop : new String[] {"OWN-" + run, "FOREIGN-" + run}) {
            fixtures.execute("INSERT INTO territory (code, name) VALUES (?, '镇')", "T-" + shop);
            fixtures.execute(
                    "INSERT INTO retailer (licence, name, manager, territory, market_type, size_class, status,"
                            + " order_interval) VALUES (?, '惠民超市', ?, ?, 'URBAN', 'SMALL', 'ACTIVE', 1)",
                    shop,
                    "M-" + shop,
                    "T-" + shop);
            fixtures.execute(
                    "INSERT INTO demand_order (cycle, licence, state) VALUES (?, ?, 'ALLOCATED')", cycle, shop);
            fixtures.execute(
                    "INSERT INTO demand_line (cycle, licence, line_rank, sku, demand) VALUES (?, ?, 1, ?, 9)",
                    cycle,
                    shop,
                    "S-" + run);
            fixtures.execute(
                    "INSERT INTO grant_line (run, licence, line_rank, sku, demand, granted, binding)"
                            + " VALUES (?, ?, 1, ?, 9, 4, 'SUPPLY')",
                    allocated,
                    shop,
                    "S-" + run);
        }
    }

    private static Response get(Somebody who, String address) {
        return RestAssured.given().auth().oauth2(who.token()).get("/api/exports/" + address);
    }

    @Test
    void aManagerAndARetailerGetTheirOwnRowsOnly() {
        String own = "OWN-" + run;
        Somebody manager = fixtures.manager("M-" + own);
        for (Somebody who : new Somebody[] {fixtures.retailer(own), manager, fixtures.marketManager("T-" + own)}) {
            for (String table : new String[] {"orders", "grants"}) {
                String rows = get(who, "cycles/" + cycle + "/" + table)
                        .then()
                        .statusCode(200)
                        .extract()
                        .asString();
                assertTrue(rows.contains(own) && !rows.contains("FOREIGN"), rows);
            }
        }
        String register = get(manager, "register/retailers").asString();
        assertTrue(register.contains(own) && !register.contains("FOREIGN"), register);
    }

    @Test
    void whatIsNotSomebodysIsRefusedInTheSameWordsAsWhatIsNot() {
        Somebody retailer = fixtures.retailer("OWN-" + run);
        for (String address : new String[] {
            "cycles/" + cycle,
            "cycles/" + cycle + "/submissions",
            "cycles/" + cycle + "/nothing",
            "cycles/NONE-" + run + "/orders",
            "register/retailers"
        }) {
            get(retailer, address).then().statusCode(403);
        }
        get(fixtures.person(Role.ADMIN), "cycles/" + cycle + "/orders").then().statusCode(403);
        get(fixtures.person(Role.PLANNER), "cycles/NONE-" + run).then().statusCode(404);
        get(fixtures.person(Role.PLANNER), "cycles/" + cycle).then().statusCode(409);
    }

    @Test
    void everyRowGoesToAnAuditorAndThatHeReadItIsJournalled() {
        Somebody auditor = fixtures.person(Role.AUDITOR);
        String rows = get(auditor, "cycles/" + cycle + "/grants").asString();
        assertEquals(
                "retailer,rank,sku,demand,granted,binding\nFOREIGN-" + run + ",1,S-" + run + ",9,4,SUPPLY\nOWN-" + run
                        + ",1,S-" + run + ",9,4,SUPPLY\n",
                rows);
        assertEquals(
                "1",
                fixtures.value(
                        "SELECT COUNT(*) FROM journal WHERE kind = 'DATA_TAKEN_OUT' AND subject = ?",
                        "cycle:" + cycle));
    }

    @Test
    void aTableGoesOutInEveryFormatAndNothingInItIsRun() {
        Somebody planner = fixtures.person(Role.PLANNER);
        byte[] chinese = get(planner, "register/retailers?format=csv-gb18030").asByteArray();
        assertTrue(new String(chinese, Charset.forName("GB18030")).contains("惠民超市"));
        assertTrue(get(planner, "register/skus?format=csv-marked").asString().contains(",'=1+1,"));
        get(planner, "register/skus?format=xlsx")
                .then()
                .statusCode(200)
                .header("Content-Disposition", containsString("skus.xlsx"));
        get(planner, "register/skus?format=pdf").then().statusCode(422);
    }

    @Test
    void aTotalThatNobodyApprovedIsBlankAndStaysSoWhenTheRegisterComesInAgain() {
        Somebody planner = fixtures.person(Role.PLANNER);
        Somebody manager = fixtures.manager("M-OWN-" + run);
        String row = "OWN-" + run + ",M-OWN-" + run + ",SMALL,URBAN,ACTIVE,,0,1,";
        for (String format : new String[] {"csv", "csv-marked", "csv-gb18030", "xlsx"}) {
            byte[] register =
                    get(manager, "register/retailers?format=" + format).asByteArray();
            Response seen = RestAssured.given()
                    .auth()
                    .oauth2(planner.token())
                    .header("Idempotency-Key", Forms.random())
                    .queryParam("file", "retailers." + format)
                    .contentType("application/octet-stream")
                    .body(register)
                    .post("/api/uploads");
            seen.then().statusCode(201).body("tables[0].errors.size()", equalTo(0));
            RestAssured.given()
                    .auth()
                    .oauth2(planner.token())
                    .header("If-Match", "\"" + seen.path("upload.version") + "\"")
                    .post("/api/uploads/" + seen.path("upload.id") + "/store")
                    .then()
                    .statusCode(200);
            String again = get(manager, "register/retailers").asString();
            assertTrue(again.contains(row), again);
        }
        assertEquals("0", fixtures.value("SELECT COUNT(*) FROM agreed_total WHERE licence = ?", "OWN-" + run));
    }

    @Test
    void withoutATotalForTheMonthTheLastOneApprovedGoesOut() {
        fixtures.execute(
                "INSERT INTO agreed_total (licence, period, cartons, state, proposed_at)"
                        + " VALUES (?, '0999-01', 77, 'APPROVED', UTC_TIMESTAMP(6)),"
                        + " (?, '0999-02', 0, 'APPROVED', UTC_TIMESTAMP(6)),"
                        + " (?, '0999-03', 99, 'AGREED', UTC_TIMESTAMP(6))",
                "OWN-" + run,
                "FOREIGN-" + run,
                "OWN-" + run);
        String register =
                get(fixtures.person(Role.PLANNER), "register/retailers").asString();
        assertTrue(register.contains("OWN-" + run + ",M-OWN-" + run + ",SMALL,URBAN,ACTIVE,77,"), "the last approved");
        assertTrue(
                register.contains("FOREIGN-" + run + ",M-FOREIGN-" + run + ",SMALL,URBAN,ACTIVE,0,"), "agreed: none");
    }

    @Test
    void aPageOffersWhatSomebodyMayTakeOut() {
        Browser browser = Browser.of(fixtures.retailer("OWN-" + run));
        String page = pageWith(browser, "/downloads/cycles/" + cycle + "/grants");
        assertFalse(page.contains("submissions") || page.contains("/downloads/register"), page);
        browser.get("/downloads/cycles/" + cycle + "/grants")
                .then()
                .statusCode(200)
                .body(containsString("OWN-" + run));
    }

    /** Other tests have made many cycles, and this one's is of long ago. */
    private static String pageWith(Browser browser, String link) {
        for (int number = 1; number <= MOST_PAGES; number++) {
            String page = browser.get("/downloads?size=500&page=" + number)
                    .then()
                    .statusCode(200)
                    .extract()
                    .asString();
            if (page.contains(link)) {
                return page;
            }
        }
        return fail(link + " is offered nowhere");
    }
}
