package io.plimsoll.service.plans;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.plimsoll.exchange.Exports;
import io.plimsoll.exchange.TableFormat;
import io.plimsoll.service.Browser;
import io.plimsoll.service.Fixtures;
import io.plimsoll.service.RealMysql;
import io.plimsoll.service.background.TestWork;
import io.plimsoll.service.right.Role;
import io.plimsoll.service.runs.AllocatedCycles;
import io.plimsoll.service.web.Forms;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Targets, listing plans and guidance come in with a preview and are reported to staff, the target beside the figure. */
@QuarkusTest
@QuarkusTestResource(RealMysql.class)
class PlansTest {

    @Inject
    Fixtures fixtures;

    @Inject
    AllocatedCycles cycles;

    @Inject
    TestWork work;

    private final String run = Forms.random().replaceAll("[_-]", "x").substring(0, 8);
    private final String manager = "PM-" + run;
    private Fixtures.Somebody planner;
    private String month;

    @BeforeEach
    void aManagerWithFourShops() {
        planner = fixtures.person(Role.PLANNER);
        for (int i = 0; i < 4; i++) {
            fixtures.execute(
                    "INSERT INTO retailer (licence, manager, market_type, size_class, status, order_interval)"
                            + " VALUES (?, ?, 'URBAN', 'SMALL', 'ACTIVE', 1)",
                    "L" + i + "-" + run,
                    manager);
        }
        month = "%d-%02d"
                .formatted(1500 + Math.floorMod(run.hashCode(), 100), 1 + Math.floorMod(run.hashCode() / 100, 12));
    }

    private Response upload(byte[] table, String file) {
        return given().auth()
                .oauth2(planner.token())
                .header("Idempotency-Key", Forms.random())
                .queryParam("file", file)
                .contentType("application/octet-stream")
                .body(table)
                .post("/api/uploads");
    }

    private Response upload(String table, String file) {
        return upload(table.getBytes(StandardCharsets.UTF_8), file);
    }

    private Response store(Response uploaded) {
        uploaded.then().statusCode(201).body("upload.kind", equalTo("FIGURES")).body("upload.errors", equalTo(0));
        return given().auth()
                .oauth2(planner.token())
                .header("If-Match", "\"" + uploaded.path("upload.version") + "\"")
                .post("/api/uploads/" + uploaded.path("upload.id") + "/store");
    }

    private ValidatableResponse plans(Fixtures.Somebody who, String path) {
        return given().auth()
                .oauth2(who.token())
                .get("/api/plans" + path + "?size=500")
                .then()
                .statusCode(200);
    }

    private String ours(String field) {
        return "items.find { it.period == '" + month + "' && it.manager == '" + manager + "' }." + field;
    }

    @Test
    void guidanceIsHeldToSixtyAndEightyPercentUnlessTheFileSaysOtherwise() {
        store(upload("period,manager,guided,effective\n" + month + "," + manager + ",3,2\n", "guidance.csv"))
                .then()
                .statusCode(200);
        plans(planner, "/guidance")
                .body(ours("shops"), equalTo(4))
                .body(ours("coverage"), equalTo(75.0f))
                .body(ours("coverageTarget"), equalTo(60))
                .body(ours("effect"), equalTo(66.7f))
                .body(ours("effectiveTarget"), equalTo(80));
        store(upload(
                        "period,manager,guided,effective,shops,coverage_target\n" + month + "," + manager
                                + ",3,3,10,62.5\n",
                        "guidance.csv"))
                .then()
                .statusCode(200);
        plans(planner, "/guidance")
                .body(ours("coverage"), equalTo(30.0f))
                .body(ours("coverageTarget"), equalTo(62.5f))
                .body(ours("effect"), equalTo(100.0f));
        Browser.of(planner)
                .get("/plans/guidance?size=500")
                .then()
                .body(containsString(manager))
                .body(containsString("62.5 %"));
    }

    @Test
    void everyListIsTakenOutAsATable() {
        store(upload("period,manager,guided,effective\n" + month + "," + manager + ",3,2\n", "guidance.csv"))
                .then()
                .statusCode(200);
        table("guidance", "csv").statusCode(200).body(containsString(month + "," + manager + ",4,3,75.0,60,2,66.7,80"));
        table("listings", "csv").statusCode(200).body(startsWith("period,manager,brands,mean,"));
        table("targets", "csv-marked").statusCode(200).body(containsString("period,volume,sold,"));
        table("new-brands", "xlsx").statusCode(200).header("Content-Disposition", containsString("new-brands.xlsx"));
        table("grants", "csv").statusCode(404);
        table("listings", "pdf").statusCode(422).body(containsString("csv-gb18030"));
    }

    private ValidatableResponse table(String table, String format) {
        return given().auth()
                .oauth2(planner.token())
                .get("/api/plans/tables/" + table + "?format=" + format)
                .then();
    }

    @Test
    void aWorkbookComesInAsWell() throws Exception {
        ByteArrayOutputStream book = new ByteArrayOutputStream();
        Exports.table(
                TableFormat.XLSX,
                "listing_plans",
                List.of("period", "manager", "brands"),
                List.of(List.of(month, manager, 25)).iterator(),
                book);
        store(upload(book.toByteArray(), "listing_plans.xlsx")).then().statusCode(200);
        plans(planner, "/listings")
                .body(ours("brands"), equalTo(25))
                .body(ours("shops"), equalTo(0))
                .body(ours("reachedPercent"), equalTo(null));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "quantity",
                "cartons",
                "volume",
                "min_brands",
                "sku",
                "brand",
                "demand",
                "数量",
                "条数",
                "规格",
                "quota",
                "total"
            })
    void aListingPlanWithAQuantityOrABrandIsRefusedByName(String column) {
        upload("period,manager,brands," + column + "\n" + month + "," + manager + ",25,3\n", "listing_plans.csv")
                .then()
                .statusCode(201)
                .body("tables[0].errors.column", hasItem(column))
                .body("tables[0].errors[0].expected", containsString(column.startsWith("min") ? "R3" : "R32"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"retailer", "licence", "零售户"})
    void andOneOfAShopIsToo(String column) {
        upload("period,manager,brands," + column + "\n" + month + "," + manager + ",25,3\n", "listing_plans.csv")
                .then()
                .body("tables[0].errors[0].expected", containsString("R4"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "guidance.csv; period,manager,guided,effective; M,K,3,4; effective",
                "guidance.csv; period,manager,guided,effective,shops; M,K,9,4,8; guided",
                "guidance.csv; period,manager,guided,effective; M,nobody,3,2; manager",
                "guidance.csv; period,manager,guided,effective; 2026-13,K,3,2; period",
                "listing_plans.csv; period,manager,brands; M,K,2.5; brands",
                "listing_plans.csv; period,manager,brands; M,nobody,2; manager",
                "guidance.csv; period,manager,guided,effective; M,K,5,2; guided",
                "company_targets.csv; period,volume,price_percent; M,-1,; volume",
                "company_targets.csv; period,volume,price_percent; M,1,low; price_percent",
                "earlier_demand.csv; period,manager,brand,cartons; 9998-01,K,Pine,1; period",
                "earlier_demand.csv; period,manager,brand,cartons; M,K,Pine,0; cartons",
            })
    void aRowThatIsWrongIsToldByItsColumnAndNothingIsStored(String file, String header, String row, String column) {
        String table = header + "\n" + row.replace("M,", month + ",").replace("K,", manager + ",") + "\n";
        Response uploaded = upload(table, file);
        uploaded.then().statusCode(201).body("tables[0].errors.column", equalTo(List.of(column)));
        given().auth()
                .oauth2(planner.token())
                .header("If-Match", "\"" + uploaded.path("upload.version") + "\"")
                .post("/api/uploads/" + uploaded.path("upload.id") + "/store")
                .then()
                .statusCode(422);
    }

    @Test
    void aTargetStandsBesideWhatWasGrantedLessWhatCameBack() {
        String cycle = cycles.allocated();
        month = fixtures.value("SELECT period FROM cycle WHERE cycle = ?", cycle);
        long granted = Long.parseLong(fixtures.value(
                "SELECT SUM(g.granted) FROM grant_line g JOIN allocation_run a ON a.id = g.run WHERE a.cycle = ? AND a.in_force",
                cycle));
        fixtures.execute(
                "INSERT INTO came_back (cycle, licence, sku, cartons, kind, recorded_at) SELECT a.cycle, g.licence, g.sku, 1,"
                        + " 'RETURNED', UTC_TIMESTAMP(6) FROM grant_line g JOIN allocation_run a ON a.id = g.run"
                        + " WHERE a.cycle = ? AND a.in_force AND g.granted > 0 LIMIT 1",
                cycle);
        store(upload(
                        "period,volume,price_percent,last_year_price\n" + month + "," + 2 * granted + ",103.5,100\n",
                        "company_targets.csv"))
                .then()
                .statusCode(200);
        String target = "items.find { it.period == '" + month + "' }.";
        Float price = plans(planner, "/targets")
                .body(target + "volume", equalTo((int) (2 * granted)))
                .body(target + "sold", equalTo((int) (granted - 1)))
                .body(target + "whole", equalTo(false))
                .body(target + "pricePercent", equalTo(103.5f))
                .extract()
                .path(target + "price");
        assertEquals(
                Double.parseDouble(fixtures.value(
                        "SELECT ROUND(SUM(g.granted * d.price) / SUM(g.granted), 2) FROM grant_line g JOIN allocation_run a"
                                + " ON a.id = g.run AND a.in_force JOIN cycle_sku_detail d ON d.cycle = a.cycle AND d.sku = g.sku"
                                + " WHERE a.cycle = ?",
                        cycle)),
                price,
                0.011);
        Browser.of(planner).get("/plans/targets?size=500").then().body(containsString("103.5 %"));
    }

    @Test
    void aListingPlanStandsBesideHowManyBrandsShopsWereGranted() {
        String cycle = cycles.allocated();
        month = fixtures.value("SELECT period FROM cycle WHERE cycle = ?", cycle);
        work.goOn();
        String one = fixtures.value("SELECT MIN(manager) FROM shelf_count WHERE period = ?", month);
        String counts =
                "SELECT COUNT(*) FROM (SELECT g.licence, COUNT(DISTINCT k.brand) AS brands FROM allocation_run a"
                        + " JOIN grant_line g ON g.run = a.id AND g.granted > 0 JOIN cycle_retailer r ON r.cycle = a.cycle"
                        + " AND r.licence = g.licence JOIN cycle_sku k ON k.cycle = a.cycle AND k.sku = g.sku"
                        + " WHERE a.cycle = ? AND a.in_force AND r.manager = ? GROUP BY g.licence) x WHERE brands >= ?";
        store(upload("period,manager,brands\n" + month + "," + one + ",3\n", "listing_plans.csv"))
                .then()
                .statusCode(200);
        String plan = "items.find { it.period == '" + month + "' && it.manager == '" + one + "' }.";
        plans(planner, "/listings")
                .body(plan + "shops", equalTo(Integer.valueOf(fixtures.value(counts, cycle, one, 1))))
                .body(plan + "reached", equalTo(Integer.valueOf(fixtures.value(counts, cycle, one, 3))));
    }

    @Test
    void aNewBrandsFirstMonthIsReportedWithWhoAskedAgain() {
        String cycle = cycles.allocated();
        String brand = fixtures.value(
                "SELECT k.brand FROM demand_line l JOIN cycle_sku k ON k.cycle = l.cycle AND k.sku = l.sku"
                        + " WHERE l.cycle = ? GROUP BY k.brand ORDER BY COUNT(*) DESC LIMIT 1",
                cycle);
        String fresh = "Fresh " + run;
        // A brand of this test's own: that of the county is every test's.
        fixtures.execute("UPDATE cycle_sku SET brand = ? WHERE cycle = ? AND brand = ?", fresh, cycle, brand);
        String opened = fixtures.value("SELECT DATE(opens_at) FROM cycle WHERE cycle = ?", cycle);
        fixtures.execute(
                "INSERT INTO sku (sku, brand, tier, status, first_sold) VALUES (?, ?, 'TIER_2', 'NORMAL', ?)",
                "F-" + run,
                fresh,
                opened);
        String lines = " FROM demand_line l JOIN cycle_sku k ON k.cycle = l.cycle AND k.sku = l.sku WHERE l.cycle = ?"
                + " AND k.brand = ? AND l.demand > 0";
        given().auth()
                .oauth2(planner.token())
                .queryParam("brand", fresh)
                .get("/api/plans/new-brands/report")
                .then()
                .statusCode(200)
                .body(
                        "asked",
                        equalTo(Integer.valueOf(
                                fixtures.value("SELECT COUNT(DISTINCT l.licence)" + lines, cycle, fresh))))
                .body("again", equalTo(0))
                .body("demand", equalTo(Integer.valueOf(fixtures.value("SELECT SUM(l.demand)" + lines, cycle, fresh))))
                .body("cycles", hasSize(1));
        Browser.of(planner)
                .get("/plans/new-brands/report?brand=" + fresh)
                .then()
                .statusCode(200)
                .body(containsString("New brand " + fresh));
    }

    @Test
    void managersSeeTheirOwnAndPlannersAll() {
        store(upload("period,manager,guided,effective\n" + month + "," + manager + ",3,2\n", "guidance.csv"));
        store(upload("period,manager,brands\n" + month + "," + manager + ",25\n", "listing_plans.csv"));
        Fixtures.Somebody own = fixtures.manager(manager);
        Fixtures.Somebody other = fixtures.manager("PO-" + run);
        for (String page : List.of("/guidance", "/listings")) {
            plans(own, page).body("total", equalTo(1));
            plans(other, page).body("total", equalTo(0));
            plans(fixtures.person(Role.AUDITOR), page).body("items.manager", hasItem(manager));
        }
    }

    @Test
    void suchATableNeverComesInWithinACycle() {
        // A workbook whose sheets make a whole cycle would hide it: alone it is known, and of no cycle.
        upload("period,manager,brands\n" + month + "," + manager + ",25\n", "listing_plans.csv")
                .then()
                .body("upload.cycle", equalTo(null));
    }

    @Test
    void earlierDemandComesInByWholeMonthsThatLieBeforeTheService() {
        String rows = "period,manager,brand,cartons\n" + month + "," + manager + ",Pine,40\n" + month + "," + manager
                + ",Harbour,60\n";
        store(upload(rows, "earlier_demand.csv")).then().statusCode(200);
        store(upload(rows.replace(",40", ",50"), "earlier_demand.csv")).then().statusCode(200);
        assertEquals(
                List.of("60", "50"),
                fixtures.values("SELECT cartons FROM brand_demand WHERE manager = ? ORDER BY brand", manager));
        String cycle = cycles.allocated();
        upload(
                        rows.replace(month, fixtures.value("SELECT period FROM cycle WHERE cycle = ?", cycle)),
                        "earlier_demand.csv")
                .then()
                .body("tables[0].errors.column", equalTo(List.of("period", "period")));
    }

    @Test
    void thePagesAreEmptyInWordsAndReadInChinese() {
        Browser browser = Browser.of(fixtures.manager("PE-" + run));
        browser.get("/plans/listings").then().body(containsString("listing_plans.csv"));
        browser.get("/language/zh?back=/");
        browser.get("/plans/guidance").then().body(containsString("指导面")).body(not(containsString("PLANS_")));
        browser.get("/plans/targets").then().body(containsString("公司指标"));
        browser.get("/plans").then().body(containsString("新品牌"));
    }
}
