package io.plimsoll.service.forecasts;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
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
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A customer manager says per brand what he expects of a month to come, until it begins; nothing he said is lost (R27). */
@QuarkusTest
@QuarkusTestResource(RealMysql.class)
class ForecastsTest {

    @Inject
    Fixtures fixtures;

    @Inject
    Months months;

    private final String run = Forms.random().replaceAll("[_-]", "x").substring(0, 8);
    private final String manager = "FM-" + run;
    private final String territory = "FT-" + run;
    private final String pine = "Pine " + run;
    private final String harbour = "Harbour " + run;
    private Fixtures.Somebody somebody;
    private String period;

    @BeforeEach
    void aManagerWithAShopAndTwoBrands() {
        fixtures.execute("INSERT INTO territory (code, name) VALUES (?, 'North')", territory);
        fixtures.execute(
                "INSERT INTO retailer (licence, manager, territory, market_type, size_class, status, order_interval)"
                        + " VALUES (?, ?, ?, 'URBAN', 'SMALL', 'ACTIVE', 1)",
                "L-" + run,
                manager,
                territory);
        sku("A-" + run, pine, true);
        sku("B-" + run, harbour, false);
        somebody = fixtures.manager(manager);
        period = months.next();
    }

    private void sku(String key, String brand, boolean isKey) {
        fixtures.execute(
                "INSERT INTO sku (sku, brand, tier, status, key_brand) VALUES (?, ?, 'TIER_2', 'NORMAL', ?)",
                key,
                brand,
                isKey);
    }

    private Response say(Fixtures.Somebody who, long version, String entries) {
        return given().auth()
                .oauth2(who.token())
                .contentType(ContentType.JSON)
                .header("If-Match", "\"" + version + "\"")
                .body("{\"forecasts\": [" + entries + "]}")
                .put("/api/forecasts/" + period + "/" + manager);
    }

    private String entry(String brand, Object cartons) {
        return "{\"brand\": \"" + brand + "\", \"cartons\": " + cartons + "}";
    }

    private String line(String brand) {
        return "lines.find { it.brand == '" + brand + "' }";
    }

    private Response read(Fixtures.Somebody who) {
        return given().auth().oauth2(who.token()).get("/api/forecasts/" + period + "/" + manager);
    }

    @Test
    void aPartMayBeSavedAndChangedAndWhatIsNotNamedStays() {
        say(somebody, 0, entry(pine, 300))
                .then()
                .statusCode(200)
                .header("ETag", "\"1\"")
                .body("open", equalTo(true))
                .body(line(pine) + ".cartons", equalTo(300))
                .body(line(harbour) + ".cartons", equalTo(null));
        say(somebody, 1, entry(harbour, 0) + "," + entry(pine, 310))
                .then()
                .statusCode(200)
                .body(line(pine) + ".cartons", equalTo(310))
                .body(line(harbour) + ".cartons", equalTo(0));
        say(somebody, 2, entry(pine, "null"))
                .then()
                .statusCode(200)
                .body(line(pine) + ".cartons", equalTo(null))
                .body(line(harbour) + ".cartons", equalTo(0));
    }

    @Test
    void everyVersionStaysAndTheJournalKnowsThatSomethingWasSaid() {
        int before = said();
        say(somebody, 0, entry(pine, 300));
        say(somebody, 1, entry(pine, 310));
        say(somebody, 2, entry(pine, "null"));
        given().auth()
                .oauth2(somebody.token())
                .get("/api/forecasts/" + period + "/" + manager + "/versions")
                .then()
                .statusCode(200)
                .body("items.cartons", equalTo(Arrays.asList(null, 310, 300)))
                .body("items.version", equalTo(List.of(3, 2, 1)));
        assertEquals(before + 3, said());
    }

    private int said() {
        return Integer.parseInt(fixtures.value("SELECT COUNT(*) FROM journal WHERE kind = 'FORECAST_SAID'"));
    }

    @Test
    void sayingTheSameAgainMakesNoVersion() {
        say(somebody, 0, entry(pine, 300));
        say(somebody, 1, entry(pine, 300)).then().statusCode(200).header("ETag", "\"1\"");
    }

    @Test
    void aFormThatIsSentTwiceIsStoredOnceAndBothTimesDone() {
        Browser browser = Browser.of(somebody);
        Map<String, String> form = Map.of("period", period, "version", "0", "brand", pine, "cartons", "300");
        for (int time = 0; time < 2; time++) {
            browser.post("/forecasts", "/forecasts", form).then().statusCode(303);
        }
        read(somebody).then().body("version", equalTo(1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "10000000", "1.5", "\"300\"", "true"})
    void whatIsNoQuantityIsRefusedAndNothingIsStored(String cartons) {
        int status =
                say(somebody, 0, entry(harbour, 5) + "," + entry(pine, cartons)).statusCode();
        assertTrue(status == 422 || status == 400, "was " + status);
        read(somebody).then().body("version", equalTo(0)).body(line(harbour) + ".cartons", equalTo(null));
    }

    @Test
    void onlyBrandsAreForecastEachOnceAndNoSkuAndNoShop() {
        say(somebody, 0, entry("A-" + run, 5))
                .then()
                .statusCode(422)
                .body("fields[0].field", equalTo("forecasts[0].brand"));
        say(somebody, 0, entry(pine, 5) + "," + entry(pine, 6))
                .then()
                .statusCode(422)
                .body("fields[0].field", equalTo("forecasts[1].brand"));
        for (String column : List.of("sku", "licence", "retailer")) {
            say(somebody, 0, "{\"brand\": \"" + pine + "\", \"" + column + "\": \"A-" + run + "\", \"cartons\": 5}")
                    .then()
                    .statusCode(400);
            assertEquals(
                    "0",
                    fixtures.value(
                            "SELECT COUNT(*) FROM information_schema.columns WHERE table_schema = DATABASE()"
                                    + " AND table_name LIKE 'forecast%' AND column_name = ?",
                            column),
                    "no table of forecasts has a column " + column);
        }
    }

    @Test
    void whoHasSeenAnotherVersionIsTold() {
        say(somebody, 0, entry(pine, 300));
        say(somebody, 0, entry(pine, 999)).then().statusCode(412);
        read(somebody).then().body(line(pine) + ".cartons", equalTo(300));
    }

    @Test
    void ofManyWhoSaveAtOnceOneDoes() throws Exception {
        ExecutorService people = Executors.newFixedThreadPool(6);
        try {
            List<Future<Integer>> answers = IntStream.range(0, 6)
                    .mapToObj(each -> people.submit(
                            () -> say(somebody, 0, entry(pine, 100 + each)).statusCode()))
                    .toList();
            int done = 0;
            for (Future<Integer> answer : answers) {
                done += answer.get() == 200 ? 1 : 0;
            }
            assertEquals(1, done);
            read(somebody).then().body("version", equalTo(1));
        } finally {
            people.shutdownNow();
        }
    }

    @Test
    void onceTheMonthHasBegunItIsFrozen() {
        say(somebody, 0, entry(pine, 300));
        String cycle = "FC-" + run;
        fixtures.execute(
                "INSERT INTO cycle (cycle, seed, period, number_in_period, of_period, state) VALUES (?, 's', ?, ?, 1000000000,"
                        + " 'OPEN')",
                cycle,
                period,
                Math.floorMod(run.hashCode(), 1_000_000_000));
        try {
            say(somebody, 1, entry(pine, 999)).then().statusCode(409).body("detail", containsString(period));
            read(somebody).then().body("open", equalTo(false)).body(line(pine) + ".cartons", equalTo(300));
            Browser browser = Browser.of(somebody);
            browser.get("/forecasts?period=" + period)
                    .then()
                    .statusCode(200)
                    .body(containsString("The month has begun"))
                    .body(not(containsString("<button class=\"btn btn-primary\">Save")));
            browser.post(
                            "/forecasts",
                            "/forecasts",
                            Map.of("period", period, "version", "1", "brand", pine, "cartons", "999"))
                    .then()
                    .statusCode(409);
        } finally {
            fixtures.execute("UPDATE cycle SET state = 'CANCELLED' WHERE cycle = ?", cycle);
        }
    }

    @Test
    void aMonthThatIsOverTakesNoForecast() {
        period = "2020-02";
        say(somebody, 0, entry(pine, 1)).then().statusCode(409);
    }

    @Test
    void otherManagersNeitherReadNorSayItAndStaffOnlyRead() {
        Fixtures.Somebody other = fixtures.manager("FO-" + run);
        read(other).then().statusCode(403);
        say(other, 0, entry(pine, 1)).then().statusCode(403);
        read(fixtures.marketManager("FX-NONE")).then().statusCode(403);
        for (Fixtures.Somebody reader : List.of(
                fixtures.marketManager(territory), fixtures.person(Role.PLANNER), fixtures.person(Role.AUDITOR))) {
            read(reader).then().statusCode(200);
            say(reader, 0, entry(pine, 1)).then().statusCode(403);
        }
        for (Fixtures.Somebody none :
                List.of(fixtures.retailer("L-" + run), fixtures.person(Role.ORDER_DESK), fixtures.person(Role.ADMIN))) {
            read(none).then().statusCode(403);
        }
    }

    @Test
    void aMarketManagersListHasTheManagersOfHisTerritoriesAndHowFarTheyAre() {
        say(somebody, 0, entry(pine, 300) + "," + entry(harbour, 50));
        given().auth()
                .oauth2(fixtures.marketManager(territory).token())
                .get("/api/forecasts?period=" + period)
                .then()
                .statusCode(200)
                .body("total", equalTo(1))
                .body("items[0].manager", equalTo(manager))
                .body("items[0].brands", equalTo(2))
                .body("items[0].keyBrands", equalTo(1))
                .body("items[0].cartons", equalTo(350));
        Browser.of(fixtures.marketManager(territory))
                .get("/forecasts?period=" + period)
                .then()
                .body(containsString("/forecasts/" + period + "/" + manager));
    }

    @Test
    void theFormFillsNothingInPutsTopTwentyFirstAndShowsWhatThePastSays() {
        // The same month of the year before, and the month before that one, of no other manager.
        String lastYear = Months.of(Months.number(period) - 12);
        earlier(lastYear, pine, 4321);
        Browser browser = Browser.of(somebody);
        String page = browser.get("/forecasts").then().statusCode(200).extract().asString();
        assertTrue(page.indexOf(">" + pine + "<") < page.indexOf(">" + harbour + "<"), "key brands first");
        assertTrue(page.contains("Seasonal naive: as in " + lastYear));
        assertTrue(page.contains("4,321"));
        assertFalse(page.matches("(?s).*name=\"cartons\"[^>]*value=\"[^\"]+\".*"), "a field is filled in");
        browser.get("/language/zh?back=/");
        browser.get("/forecasts").then().body(containsString("季节性基准")).body(containsString("前20"));
    }

    private void earlier(String month, String brand, long cartons) {
        fixtures.execute(
                "INSERT IGNORE INTO demand_tally (period, source, tallied_at) VALUES (?, '', UTC_TIMESTAMP(6))", month);
        fixtures.execute(
                "INSERT INTO brand_demand (manager, period, brand, source, cartons) VALUES (?, ?, ?, '', ?)",
                manager,
                month,
                brand,
                cartons);
    }

    @Test
    void theFormStoresWhatIsTypedAlsoInWideDigitsAndKeepsWhatIsWrong() {
        Browser browser = Browser.of(somebody);
        browser.post(
                        "/forecasts",
                        "/forecasts",
                        Map.of(
                                "period",
                                period,
                                "version",
                                "0",
                                "brand",
                                List.of(pine, harbour),
                                "cartons",
                                List.of("３００", "")))
                .then()
                .statusCode(303)
                .header("Location", containsString("saved"));
        read(somebody).then().body(line(pine) + ".cartons", equalTo(300));
        browser.get("/forecasts").then().body(containsString("value=\"300\""));
        browser.post(
                        "/forecasts",
                        "/forecasts",
                        Map.of(
                                "period",
                                period,
                                "version",
                                "1",
                                "brand",
                                List.of(pine, harbour),
                                "cartons",
                                List.of("about 300", "7")))
                .then()
                .statusCode(422)
                .body(containsString("value=\"about 300\""))
                .body(containsString("value=\"7\""))
                .body(containsString("A whole number of cartons"));
        read(somebody)
                .then()
                .body(line(pine) + ".cartons", equalTo(300))
                .body(line(harbour) + ".cartons", equalTo(null));
    }

    @ParameterizedTest
    @CsvSource({"period=2026-13, period", "period=soon, period"})
    void aMonthThatIsNoneIsRefusedByName(String query, String field) {
        given().auth()
                .oauth2(somebody.token())
                .get("/api/forecasts?" + query)
                .then()
                .statusCode(422)
                .body("fields.field", hasItem(field));
        given().auth()
                .oauth2(somebody.token())
                .get("/api/forecasts/2026-13/" + manager)
                .then()
                .statusCode(404);
    }
}
