package io.plimsoll.service.forecasts;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plimsoll.service.Browser;
import io.plimsoll.service.Fixtures;
import io.plimsoll.service.RealMysql;
import io.plimsoll.service.background.TestWork;
import io.plimsoll.service.right.Role;
import io.plimsoll.service.runs.AllocatedCycles;
import io.plimsoll.service.web.Forms;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Once a month is known, forecasts of it are held to what was reported, beside what the past alone would have said (R27). */
@QuarkusTest
@QuarkusTestResource(RealMysql.class)
class AccuracyOnMysqlTest {

    /** Months of no other test: each takes a few years of its own. */
    private static final int FIRST_YEAR = 1200;

    private static final AtomicInteger YEARS = new AtomicInteger(FIRST_YEAR);

    @Inject
    Fixtures fixtures;

    @Inject
    Tallies tallies;

    @Inject
    AllocatedCycles cycles;

    @Inject
    TestWork work;

    private final String run = Forms.random().replaceAll("[_-]", "x").substring(0, 8);
    private final String manager = "AM-" + run;
    private final String pine = "Pine " + run;
    private final String harbour = "Harbour " + run;
    private String lastYear;
    private String period;
    private Fixtures.Somebody somebody;

    @BeforeEach
    void aManagerWhoForecastTwoBrands() {
        int year = YEARS.getAndAdd(3);
        lastYear = year + "-05";
        period = (year + 1) + "-05";
        somebody = fixtures.manager(manager);
        fixtures.execute(
                "INSERT INTO sku (sku, brand, tier, status, key_brand) VALUES (?, ?, 'TIER_2', 'NORMAL', TRUE)",
                "A-" + run,
                pine);
        said(pine, 90);
        said(harbour, 400);
    }

    private void said(String brand, long cartons) {
        fixtures.execute(
                "INSERT IGNORE INTO forecast_sheet (period, manager, version) VALUES (?, ?, 1)", period, manager);
        fixtures.execute(
                "INSERT INTO forecast (period, manager, brand, version, cartons, said_by, said_at)"
                        + " VALUES (?, ?, ?, 1, ?, ?, UTC_TIMESTAMP(6))",
                period,
                manager,
                brand,
                cartons,
                somebody.id());
    }

    private void reported(String month, Object... brandsAndCartons) {
        List<Tallies.EarlierRow> rows = new ArrayList<>();
        for (int i = 0; i < brandsAndCartons.length; i += 2) {
            rows.add(new Tallies.EarlierRow(
                    month,
                    new Tallies.Row(
                            manager, (String) brandsAndCartons[i], ((Number) brandsAndCartons[i + 1]).longValue())));
        }
        QuarkusTransaction.requiringNew().run(() -> tallies.cameIn(rows, Instant.now()));
    }

    private ValidatableResponse ask(Fixtures.Somebody who, String path) {
        return given().auth()
                .oauth2(who.token())
                .get("/api/forecast-accuracy" + path)
                .then();
    }

    private ValidatableResponse overview(String filter) {
        return ask(somebody, "/overview?from=" + period + "&to=" + period + filter)
                .statusCode(200);
    }

    @Test
    void accuracyIsWeightedByVolumeBesideTheSeasonalNaiveForecastTopTwentyFirst() {
        reported(lastYear, pine, 80, harbour, 500);
        reported(period, pine, 100, harbour, 500);
        // Pine met 90 of 100, Harbour 400 of 500; last year's month 80 of 100, and 500 of 500.
        overview("")
                .body("all.demand", equalTo(600))
                .body("all.met", equalTo(490))
                .body("all.accuracy", equalTo(81.7f))
                .body("all.naiveAccuracy", equalTo(96.7f))
                .body("keyBrands.accuracy", equalTo(90.0f))
                .body("keyBrands.naiveAccuracy", equalTo(80.0f))
                .body("brands.key", equalTo(List.of(pine, harbour)))
                .body("managers", hasSize(1))
                .body("months.key", equalTo(List.of(period)));
        overview("&keyBrands=true").body("all.demand", equalTo(100));
    }

    @Test
    void whatComesInOfOneBrandLeavesTheOthersOfItsMonthAsTheyAre() {
        reported(period, pine, 100, harbour, 500);
        reported(period, pine, 120);
        overview("").body("all.demand", equalTo(620));
    }

    @Test
    void withoutLastYearsMonthTheLastKnownOneIsTheNaiveForecast() {
        String before = Months.of(Months.number(period) - 1);
        reported(before, pine, 70);
        reported(period, pine, 100);
        ask(somebody, "?from=" + period)
                .statusCode(200)
                .body("items.find { it.brand == '" + pine + "' }.naiveOf", equalTo(before))
                .body("items.find { it.brand == '" + pine + "' }.naive", equalTo(70))
                .body("items.find { it.brand == '" + harbour + "' }.naive", equalTo(0));
    }

    @Test
    void whatNobodyForecastCountsAsUncoveredAndNotAsMissed() {
        reported(lastYear, pine, 100);
        reported(period, pine, 90, "Ash " + run, 910);
        overview("")
                .body("all.demand", equalTo(1000))
                .body("all.forecastDemand", equalTo(90))
                .body("all.accuracy", equalTo(100.0f))
                .body("all.naiveDemand", equalTo(90))
                .body("all.covered", equalTo(9.0f));
    }

    @Test
    void aMonthThatComesInAgainIsScoredAnewAndSoIsTheYearAfterIt() {
        reported(lastYear, pine, 50);
        reported(period, pine, 100);
        overview("").body("keyBrands.naiveAccuracy", equalTo(50.0f));
        reported(lastYear, pine, 100);
        overview("").body("keyBrands.naiveAccuracy", equalTo(100.0f));
        reported(period, pine, 90);
        overview("").body("keyBrands.accuracy", equalTo(100.0f));
    }

    @Test
    void everybodySeesTheManagersWhomHeLooksAfter() {
        reported(period, pine, 100);
        fixtures.execute("INSERT INTO territory (code, name) VALUES (?, 'North')", "AT-" + run);
        fixtures.execute(
                "INSERT INTO retailer (licence, manager, territory, market_type, size_class, status, order_interval)"
                        + " VALUES (?, ?, ?, 'URBAN', 'SMALL', 'ACTIVE', 1)",
                "L-" + run,
                manager,
                "AT-" + run);
        String ours = "?manager=" + manager;
        ask(fixtures.manager("AO-" + run), ours).body("total", equalTo(0));
        ask(fixtures.marketManager("AX-" + run), ours).body("total", equalTo(0));
        for (Fixtures.Somebody reader : List.of(
                somebody,
                fixtures.marketManager("AT-" + run),
                fixtures.person(Role.PLANNER),
                fixtures.person(Role.AUDITOR))) {
            ask(reader, ours).body("total", equalTo(2));
        }
        ask(fixtures.retailer("L-" + run), ours).statusCode(403);
    }

    @ParameterizedTest
    @CsvSource({"from=2026, from", "to=x, to", "keyBrands=maybe, keyBrands", "sort=sideways, sort"})
    void aFilterThatSaysNothingIsRefusedByName(String filter, String field) {
        ask(somebody, "?" + filter).statusCode(422).body("fields[0].field", equalTo(field));
    }

    @Test
    void theTableCanBeTakenAway() {
        reported(period, pine, 100, harbour, 500);
        String csv = ask(somebody, "/table?format=csv&from=" + period)
                .statusCode(200)
                .extract()
                .asString();
        assertTrue(csv.contains(period + "," + manager + "," + pine + ",true,100,90,90.0,"), csv);
        Browser.of(somebody)
                .get("/forecasts/accuracy/table?format=xlsx&from=" + period)
                .then()
                .statusCode(200)
                .header("Content-Disposition", containsString("forecasts.xlsx"));
    }

    @Test
    void thePageSaysItInBothLanguagesWithTheTableBehindEachChart() {
        reported(lastYear, pine, 80, harbour, 500);
        reported(period, pine, 100, harbour, 500);
        Browser browser = Browser.of(somebody);
        browser.get("/forecasts/accuracy?from=" + period)
                .then()
                .statusCode(200)
                .body(containsString("81.7 %"))
                .body(containsString("The seasonal naive forecast met 96.7 %"))
                .body(containsString("data-chart=\"percent\" data-table=\"brands\""))
                .body(containsString("data-value=\"90.0\""));
        browser.get("/language/zh?back=/");
        browser.get("/forecasts/accuracy?from=" + period).then().body(containsString("预测准确率"));
    }

    @Test
    void aRunIsTalliedInTheBackgroundByWhatWasReportedAndASecondRunChangesNothing() {
        String cycle = cycles.allocated();
        String month = fixtures.value("SELECT period FROM cycle WHERE cycle = ?", cycle);
        work.goOn();
        String sum = "SELECT SUM(cartons) FROM brand_demand WHERE source = ?";
        String asked = fixtures.value("SELECT SUM(demand) FROM demand_line WHERE cycle = ?", cycle);
        assertEquals(asked, fixtures.value(sum, cycle));
        assertEquals(
                fixtures.values(
                        "SELECT SUM(l.demand) FROM demand_line l JOIN cycle_retailer r ON r.cycle = l.cycle AND"
                                + " r.licence = l.licence WHERE l.cycle = ? GROUP BY r.manager ORDER BY r.manager",
                        cycle),
                fixtures.values(
                        "SELECT SUM(cartons) FROM brand_demand WHERE source = ? GROUP BY manager ORDER BY manager",
                        cycle));
        assertEquals(
                "0",
                fixtures.value("SELECT COUNT(*) FROM forecast_score WHERE period = ?", month),
                "one of four cycles is no whole month");
        cycles.allocateAnew(cycle);
        work.goOn();
        assertEquals(asked, fixtures.value(sum, cycle));
        assertEquals("0", fixtures.value("SELECT COUNT(*) FROM waiting_work WHERE kind = 'BRANDS'"));
    }

    @Test
    void aMonthIsKnownOnceItsLastCycleIsAllocatedAndWhatCameInOfItCountsNoLonger() {
        String cycle = cycles.allocated();
        String month = fixtures.value("SELECT period FROM cycle WHERE cycle = ?", cycle);
        fixtures.execute("UPDATE cycle SET of_period = 1 WHERE cycle = ?", cycle);
        reported(month, pine, 5);
        work.goOn();
        assertEquals("0", fixtures.value("SELECT COUNT(*) FROM brand_demand WHERE period = ? AND source = ''", month));
        assertEquals(
                fixtures.value("SELECT SUM(demand) FROM demand_line WHERE cycle = ?", cycle),
                fixtures.value("SELECT SUM(demand) FROM forecast_score WHERE period = ?", month));
    }
}
