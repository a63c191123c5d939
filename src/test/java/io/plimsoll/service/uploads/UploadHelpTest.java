package io.plimsoll.service.uploads;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plimsoll.service.Browser;
import io.plimsoll.service.Fixtures;
import io.plimsoll.service.RealMysql;
import io.plimsoll.service.right.Role;
import io.plimsoll.service.web.Forms;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whoever uploads a table can read beforehand what it has to hold, and is led to the cycle that it changed. */
@QuarkusTest
@QuarkusTestResource(RealMysql.class)
class UploadHelpTest {

    @Inject
    Fixtures fixtures;

    private final String run = Forms.random().replaceAll("[_-]", "x").substring(0, 8);
    private Fixtures.Somebody planner;

    @BeforeEach
    void somebodyPlans() {
        planner = fixtures.person(Role.PLANNER);
    }

    /** The month of these cycles is no longer the present one. */
    @AfterEach
    void noneOfThemIsThere() {
        fixtures.execute("UPDATE cycle SET state = 'CANCELLED' WHERE period = '9997-01'");
    }

    private Response upload(String table, String file, String cycle) {
        return RestAssured.given()
                .auth()
                .oauth2(planner.token())
                .header("Idempotency-Key", Forms.random())
                .queryParam("file", file)
                .queryParam("cycle", cycle)
                .contentType("text/csv")
                .body(table)
                .post("/api/uploads");
    }

    /** One that opens before all others, which stand first in the list. */
    private void cycle(String name, String state, int number) {
        fixtures.execute(
                "INSERT INTO cycle (cycle, seed, period, number_in_period, of_period, state, opens_at) VALUES (?, 's',"
                        + " '9997-01', ?, 1000000000, ?, '1990-01-01')",
                name,
                Math.floorMod((name + number).hashCode(), 1_000_000_000),
                state);
    }

    @Test
    void thePageSaysEveryColumnOfEveryTableThatComesInInBothLanguages() {
        Browser browser = Browser.of(planner);
        String page = browser.get("/uploads/new").asString();
        for (TableHelp.Help help : TableHelp.all()) {
            assertTrue(page.contains(help.shape().file()), help.shape().file());
            help.shape()
                    .columns()
                    .forEach(column -> assertTrue(page.contains("<code>" + column.name() + "</code>"), column.name()));
            assertTrue(page.contains("download=\"" + help.shape().file() + "\""));
        }
        assertTrue(page.contains("one of RETURNED, PAYMENT_FAILED"), page);
        assertFalse(page.contains("column."), "a column has no word");
        browser.get("/language/zh?back=/");
        browser.get("/uploads/new").then().body(containsString("店铺许可证号")).body(not(containsString("column.")));
    }

    @Test
    void everyExampleIsTakenByTheReaderItself() {
        for (TableHelp.Help help : TableHelp.all()) {
            // Another test may have registered the shop of the example as a large one.
            String example = help.example().replace("L620119", "L-" + run);
            Response preview = upload(example, help.shape().file(), "");
            List<Map<String, Object>> tables =
                    preview.then().statusCode(201).extract().path("tables");
            // Its Sku and its manager are registered by nobody.
            boolean namesSomebody = List.of("supply.csv", "listing_plans.csv", "guidance.csv", "earlier_months.csv")
                    .contains(help.shape().file());
            int expected = namesSomebody ? 1 : 0;
            assertEquals(1, tables.size(), preview.asString());
            assertEquals(
                    expected,
                    ((List<?>) tables.get(0).get("errors")).size(),
                    help.shape().file() + " " + preview.asString());
        }
    }

    @Test
    void onlyCyclesThatATableCanBeForAreOffered() {
        for (String state : List.of("PLANNED", "OPEN", "CLOSED", "ALLOCATED", "DELIVERED", "CANCELLED")) {
            cycle(state + "-" + run, state, 1);
        }
        String page = Browser.of(planner).get("/uploads/new").asString();
        int back = page.indexOf("What came back: cycles");
        int planned = place(page, "PLANNED");
        assertTrue(0 < planned && planned < back, page);
        assertTrue(place(page, "ALLOCATED") > back && place(page, "DELIVERED") > back, page);
        for (String state : List.of("OPEN", "CLOSED", "CANCELLED")) {
            assertEquals(-1, place(page, state), state);
        }
    }

    private int place(String page, String state) {
        return page.indexOf("<option value=\"" + state + "-" + run + "\"");
    }

    @Test
    void whatIsStoredLeadsToTheCycleThatItChanged() {
        String cycle = "U-" + run;
        cycle(cycle, "PLANNED", 2);
        fixtures.execute(
                "INSERT INTO sku (sku, name, brand, tier, status) VALUES (?, ?, 'Pine', 'TIER_3', 'NORMAL')",
                "S-" + run,
                "Pine");
        Response sent = upload("sku,supply,forecast\nS-" + run + ",12,\n", "supply.csv", cycle);
        String page = "/uploads/" + sent.path("upload.id");
        Browser browser = Browser.of(planner);
        browser.get(page).then().body(not(containsString("href=\"/cycles/" + cycle + "\"")));
        browser.post(
                        page,
                        page + "/store",
                        Map.of("version", sent.path("upload.version").toString()))
                .then()
                .statusCode(303);
        browser.get(page)
                .then()
                .body(containsString("href=\"/cycles/" + cycle + "\""))
                .body(containsString("href=\"/cycles/" + cycle + "/supply\""));
    }

    @Test
    void aMisspeltColumnIsSaidTogetherWithTheOneThatIsMissing() {
        upload("sku,suply,forecast\n", "supply.csv", "")
                .then()
                .statusCode(201)
                .body(containsString("suply"))
                .body(containsString("missing is: supply"));
    }
}
