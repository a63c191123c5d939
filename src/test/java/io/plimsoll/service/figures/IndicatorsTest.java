package io.plimsoll.service.figures;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plimsoll.service.Browser;
import io.plimsoll.service.Fixtures;
import io.plimsoll.service.RealMysql;
import io.plimsoll.service.figures.FigureCycles.Line;
import io.plimsoll.service.right.Role;
import io.plimsoll.service.runs.TestRuns;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Shares over time and people are those of the rows they are made of; key accounts stand in their five dimensions. */
@QuarkusTest
@QuarkusTestResource(RealMysql.class)
class IndicatorsTest {

    @Inject
    Fixtures fixtures;

    @Inject
    FigureCycles cycles;

    private final String key = TestRuns.random();
    private String year;
    private String one;
    private String two;
    private Fixtures.Somebody manager;

    /** Two months of a cycle each: in the first one shop of two runs dry, in the second one begins with a surge. */
    @BeforeEach
    void twoShops() {
        year = cycles.year();
        one = cycles.shop(key);
        two = cycles.shop(key);
        cycles.agree(one, 20);
        cycles.agree(two, 1_200);
        String over = cycles.cycle(year + "-05", 1, 1);
        cycles.order(over, one, 0, 22, new Line(40, 22, "AGREED_TOTAL"));
        cycles.order(over, two, 0, 1_650, new Line(1_200, 1_100, "SUPPLY"));
        String first = cycles.cycle(year + "-06", 1, 4);
        cycles.order(first, one, 0, 100, new Line(40, 40, "NONE"));
        cycles.order(first, two, 0, 1_650, new Line(500, 500, "NONE"));
        cycles.derive(over, first);
        manager = fixtures.manager("M-" + key);
    }

    @AfterEach
    void forgotten() {
        cycles.forget();
    }

    private static Response get(Fixtures.Somebody somebody, String address) {
        return given().header("Authorization", "Bearer " + somebody.token()).get(address);
    }

    private Map<String, Object> sheet(Fixtures.Somebody somebody, Measure measure, String query) {
        return get(somebody, "/api/indicators" + query)
                .then()
                .statusCode(200)
                .extract()
                .path("indicators.find { it.measure == '" + measure + "' }");
    }

    private String rows(Measure measure, String query) {
        return String.valueOf(get(manager, "/api/indicators" + query)
                .then()
                .statusCode(200)
                .extract()
                .<Object>path("indicators.find { it.measure == '" + measure
                        + "' }.rows.collect { it.key + '=' + it.part + '/' + it.whole }"));
    }

    @Test
    void sharesAreToldMonthByMonth() {
        String may = year + "-05";
        String june = year + "-06";
        assertEquals("[" + may + "=1/2]", rows(Measure.STARVED, ""));
        assertEquals("[" + june + "=1/2]", rows(Measure.SURGED, ""));
        assertEquals("[" + may + "=1122/1240, " + june + "=540/540]", rows(Measure.MET, ""));
        assertEquals("[" + may + "=1122/1240, " + june + "=540/540]", rows(Measure.NORMAL_MET, ""));
        assertEquals("[" + may + "=0/2, " + june + "=0/2]", rows(Measure.AT_CEILING, ""));
        assertEquals("[" + may + "=1/2, " + june + "=0/2]", rows(Measure.ABOVE_CEILING, ""));
        assertEquals("[" + may + "=2/2, " + june + "=2/2]", rows(Measure.SELF_REPORTED, ""));
        assertEquals("[" + june + "=1/2]", rows(Measure.MISFIT, ""));
        assertEquals("[" + june + "=0/2]", rows(Measure.COMPLETE, ""));
    }

    @Test
    void theyAreToldSideBySideTheWorstFirst() {
        String from = "?from=" + year + "-05&by=";
        assertEquals("[M-" + key + "=1662/1780]", rows(Measure.MET, from + "MANAGER"));
        assertEquals("[T-" + key + "=1662/1780]", rows(Measure.MET, from + "TERRITORY"));
        assertEquals("[SMALL=1662/1780]", rows(Measure.MET, from + "SIZE_CLASS"));
        assertEquals("[TIER_2=1662/1780]", rows(Measure.MET, from + "TIER"));
        assertEquals("null", String.valueOf(sheet(manager, Measure.STARVED, from + "TIER")));
        assertEquals("[M-" + key + "=1/2]", rows(Measure.MISFIT, from + "MANAGER"));
    }

    @Test
    void monthsOutsideAreLeftOut() {
        assertEquals("[" + year + "-06=540/540]", rows(Measure.MET, "?from=" + year + "-06"));
        assertEquals("[" + year + "-05=1122/1240]", rows(Measure.MET, "?to=" + year + "-05"));
    }

    @Test
    void eachSeesThoseThatHeLooksAfter() {
        Fixtures.Somebody other = fixtures.manager("M-other-" + key);
        get(other, "/api/indicators?manager=M-" + key)
                .then()
                .statusCode(200)
                .body("indicators.collectMany { it.rows }", hasSize(0));
        assertTrue(sheet(fixtures.marketManager("T-" + key), Measure.MET, "")
                .toString()
                .contains(year + "-05"));
        assertTrue(sheet(fixtures.person(Role.PLANNER), Measure.MET, "?manager=M-" + key)
                .toString()
                .contains(year + "-05"));
    }

    @ParameterizedTest
    @CsvSource({"by=MOON, by", "from=2026-13, from", "to=May, to"})
    void aFilterThatSaysNothingIsRefusedByName(String filter, String field) {
        get(manager, "/api/indicators?" + filter).then().statusCode(422).body("fields[0].field", equalTo(field));
    }

    @ParameterizedTest
    @EnumSource(By.class)
    void thePageSaysWhatIsSeenAndHasTheTableBehindIt(By by) {
        Browser.of(manager)
                .get("/indicators?by=" + by)
                .then()
                .statusCode(200)
                .body(containsString("of demand for Skus in normal supply was met"))
                .body(containsString("data-chart=\"percent\""))
                .body(containsString("id=\"NORMAL_MET\""));
    }

    @Test
    void theyGoOutAsATable() {
        String table = get(manager, "/api/indicators/table?format=csv").asString();
        assertTrue(table.startsWith("rule,measure,by,key,part,whole,share"), table);
        assertTrue(table.contains("R8,STARVED,MONTH," + year + "-05,1,2,0.5"), table);
        get(manager, "/api/indicators/table?format=xlsx").then().statusCode(200);
    }

    @Test
    void aKeyAccountIsOneByItsVolumeOrBecauseTheRegisterSaysSo() {
        get(manager, "/api/key-accounts")
                .then()
                .statusCode(200)
                .body("items.licence", contains(two))
                .body("items[0].registered", nullValue())
                .body("items[0].large", equalTo(true))
                .body("items[0].sales.monthlyGranted", equalTo(1_100))
                .body("items[0].cooperation.own", equalTo(2))
                .body("items[0].cooperation.cycles", equalTo(2))
                .body("items[0].lawfulness.findings", nullValue());
        fixtures.execute("UPDATE retailer SET key_account = TRUE WHERE licence = ?", one);
        get(manager, "/api/key-accounts").then().body("items.licence", contains(two, one));
        get(manager, "/api/key-accounts?standing=REGISTERED").then().body("items.licence", contains(one));
        get(manager, "/api/key-accounts?standing=NOT_REGISTERED").then().body("items.licence", contains(two));
        get(manager, "/api/key-accounts?standing=MAYBE").then().statusCode(422);
    }

    @Test
    void aKeyAccountStandsInItsFiveDimensions() {
        fixtures.execute(
                "INSERT INTO visit (licence, visited_at, place, purpose, recorded_by, recorded_at) VALUES (?, NOW(), 'shop',"
                        + " 'talk', ?, NOW())",
                two,
                manager.id());
        fixtures.execute(
                "INSERT INTO stock_check (licence, checked_at, inspector, result, recorded_by, recorded_at) VALUES (?, NOW(),"
                        + " 'Li', 'fine', ?, NOW())",
                two,
                manager.id());
        fixtures.execute(
                "INSERT INTO run_finding (run, position, rule, severity, subject, code, evidence) SELECT id, 700, 'D19',"
                        + " 'CRITICAL', ?, 'X', '' FROM allocation_run WHERE cycle = (SELECT cycle FROM cycle WHERE period = ?)",
                two + " / F-SKU-0",
                year + "-05");
        get(fixtures.person(Role.PLANNER), "/api/key-accounts?manager=M-" + key)
                .then()
                .body("items[0].visits.count", equalTo(1))
                .body("items[0].inspection.count", equalTo(1))
                .body("items[0].lawfulness.findings", equalTo(1))
                .body("items[0].lawfulness.violations", equalTo(0));
        Browser.of(manager).get("/key-accounts").then().statusCode(200).body(containsString("/retailers/" + two));
    }

    @Test
    void anothersKeyAccountsDoNotExist() {
        get(fixtures.manager("M-other-" + key), "/api/key-accounts?manager=M-" + key)
                .then()
                .body("total", equalTo(0));
        get(fixtures.person(Role.ORDER_DESK), "/api/key-accounts").then().statusCode(403);
        get(fixtures.retailer(two), "/api/key-accounts").then().statusCode(403);
    }
}
