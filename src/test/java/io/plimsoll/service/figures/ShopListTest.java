package io.plimsoll.service.figures;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plimsoll.service.Browser;
import io.plimsoll.service.Fixtures;
import io.plimsoll.service.RealMysql;
import io.plimsoll.service.figures.FigureCycles.Line;
import io.plimsoll.service.journal.References;
import io.plimsoll.service.journal.Subject;
import io.plimsoll.service.right.Role;
import io.plimsoll.service.runs.TestRuns;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever looks after shops finds his own, the worst first, each with its numbers; nobody finds another's. */
@QuarkusTest
@QuarkusTestResource(RealMysql.class)
class ShopListTest {

    @Inject
    Fixtures fixtures;

    @Inject
    FigureCycles cycles;

    @Inject
    References references;

    private final String key = TestRuns.random();
    private String small;
    private String large;
    private String right;
    private Fixtures.Somebody manager;

    /** One total is too small, one too large, one fits; all of one manager. */
    @BeforeEach
    void threeShops() {
        String year = cycles.year();
        small = cycles.shop(key);
        large = cycles.shop(key);
        right = cycles.shop(key);
        cycles.agree(small, 20);
        cycles.agree(large, 90);
        cycles.agree(right, 50);
        for (String shop : new String[] {small, large, right}) {
            for (int month = 3; month <= 5; month++) {
                cycles.earlier(shop, year + "-0" + month, 50, 40, 100);
            }
        }
        String cycle = cycles.cycle(year + "-06", 1, 4);
        cycles.order(cycle, small, 0, 22, new Line(22, 22, "NONE"));
        cycles.order(cycle, large, 0, 99, new Line(10, 10, "NONE"));
        cycles.order(cycle, right, 0, 55, new Line(10, 10, "NONE"));
        cycles.derive(cycle);
        manager = fixtures.manager("M-" + key);
    }

    @AfterEach
    void forgotten() {
        cycles.forget();
    }

    private static Response ask(Fixtures.Somebody somebody, String query) {
        return given().header("Authorization", "Bearer " + somebody.token()).get("/api/shops" + query);
    }

    private ValidatableResponse list(String query) {
        return ask(manager, query).then().statusCode(200);
    }

    @Test
    void aManagerFindsHisOwnShopsTheWorstFirst() {
        list("").body("total", equalTo(3))
                .body("items.licence", contains(small, large, right))
                .body("items[0].watches", hasItem("TOTAL_TOO_SMALL"))
                .body("items[0].watches", hasItem("AT_CEILING"))
                .body("items[0].indicator.agreedTotal", equalTo(20))
                .body("items[0].indicator.monthlyDemand", equalTo(50))
                .body("items[1].watches", hasItem("TOTAL_TOO_LARGE"))
                .body("items[2].watches", not(hasItem("TOTAL_TOO_SMALL")))
                .body("items[0].months", hasSize(12))
                .body("items[0].months[11].demand", equalTo(22))
                .body("items[0].months[11].ceiling", equalTo(22))
                .body("items[0].months[10].demand", equalTo(50))
                .body("items[0].months[0].demand", nullValue());
    }

    @Test
    void eachStandsBesideItsPeers() {
        String peers =
                fixtures.value("SELECT shops FROM peer_figure WHERE size_class = 'SMALL' AND market_type = 'URBAN'");
        assertEquals(
                fixtures.value("SELECT COUNT(*) FROM retailer WHERE size_class = 'SMALL' AND market_type = 'URBAN'"
                        + " AND status = 'ACTIVE'"),
                peers);
        list("").body("items[0].peers.shops", equalTo(Integer.parseInt(peers)));
    }

    @ParameterizedTest
    @CsvSource({"fit, 0", "-fit, 1", "atCeiling, 0", "-concern, 2", "misfit, 0", "-misfit, 2"})
    void itIsSortedAsAskedFor(String sort, int first) {
        list("?sort=" + sort).body("items[0].licence", equalTo(new String[] {small, large, right}[first]));
    }

    @Test
    void theWorstFitIsTheFurthestFromOneUpOrDown() {
        list("?sort=misfit").body("items.licence", contains(small, large, right));
        fixtures.execute("UPDATE shop_indicator SET fit = 4 WHERE licence = ?", large);
        list("?sort=misfit").body("items.licence", contains(large, small, right));
        fixtures.execute("UPDATE shop_indicator SET fit = 0 WHERE licence = ?", right);
        list("?sort=misfit").body("items.licence", contains(right, large, small));
        list("?sort=-misfit").body("items.licence", contains(small, large, right));
        fixtures.execute("UPDATE shop_indicator SET fit = NULL WHERE licence = ?", large);
        list("?sort=misfit").body("items.licence", contains(right, small, large));
        list("?sort=-misfit").body("items.licence", contains(small, right, large));
    }

    @Test
    void theNextApprovedTotalStandsBesideTheOneInForce() {
        String month = list("").extract().path("items[0].indicator.period");
        String next = month.substring(0, 5) + "07";
        approve(small, next, 1, 100, "APPROVED");
        approve(small, month.substring(0, 5) + "09", 1, 300, "APPROVED");
        approve(large, month, 2, 70, "APPROVED");
        approve(right, next, 1, 60, "AGREED");
        list("").body("items[0].indicator.agreedTotal", equalTo(20))
                .body("items[0].coming.period", equalTo(next))
                .body("items[0].coming.cartons", equalTo(100))
                .body("items[1].coming.number", equalTo(2))
                .body("items[2].coming", nullValue());
        String words = "from " + next + ": 100";
        Browser browser = Browser.of(manager);
        for (String page : new String[] {"/shops", "/", "/retailers/" + small}) {
            browser.get(page).then().body(containsString(words));
        }
        browser.get("/shops").then().body(containsString("from cycle 2 of " + month + ": 70"));
        browser.get("/retailers/" + right).then().body(not(containsString("from " + next)));
        Browser.of(fixtures.retailer(small)).get("/").then().body(containsString(words));
    }

    private void approve(String licence, String period, int number, int total, String state) {
        fixtures.execute(
                "INSERT INTO agreed_total (licence, period, number_in_period, cartons, state, proposed_at)"
                        + " VALUES (?, ?, ?, ?, ?, UTC_TIMESTAMP(6))",
                licence,
                period,
                number,
                total,
                state);
    }

    @Test
    void thePageSaysByWhatItIsOrdered() {
        Browser browser = Browser.of(manager);
        browser.get("/shops")
                .then()
                .body(containsString("Order: Most concerns first."))
                .body(containsString("sort=misfit"));
        browser.get("/shops?sort=misfit").then().body(containsString("Order: Worst fit first."));
        browser.get("/").then().body(containsString("href=\"/shops?sort=misfit\""));
    }

    @ParameterizedTest
    @CsvSource({
        "watch=TOTAL_TOO_SMALL, 1",
        "watch=TOTAL_TOO_LARGE, 1",
        "watch=AT_CEILING, 1",
        "watch=INCOMPLETE, 3",
        "watch=FEW_SKUS, 3",
        "watch=STARVED, 0",
        "watch=SURGE, 0",
        "watch=UNMET, 3",
        "sizeClass=SMALL, 3",
        "sizeClass=LARGE, 0",
        "marketType=URBAN, 3",
        "marketType=RURAL, 0",
        "size=2, 3"
    })
    void filtersLeaveWhatTheySay(String filter, int left) {
        list("?" + filter).body("total", equalTo(left));
    }

    @Test
    void searchManagerAndTerritoryLeaveThose() {
        list("?search=" + small).body("items.licence", contains(small));
        list("?manager=M-" + key).body("total", equalTo(3));
        list("?manager=M-nobody").body("total", equalTo(0));
        list("?territory=T-" + key).body("total", equalTo(3));
    }

    @Test
    void theLastPageIsShortAndNoShopStandsOnTwo() {
        String first = list("?size=2&page=1").extract().path("items.licence").toString();
        list("?size=2&page=2").body("items", hasSize(1)).body("items[0].licence", equalTo(right));
        assertTrue(!first.contains(right), first);
    }

    @ParameterizedTest
    @CsvSource({"sort=sideways, sort", "watch=NOTHING, watch", "sizeClass=HUGE, sizeClass", "marketType=SEA, marketType"
    })
    void aFilterThatSaysNothingIsRefusedByName(String filter, String field) {
        ask(manager, "?" + filter).then().statusCode(422).body("fields[0].field", equalTo(field));
    }

    @Test
    void anotherManagersShopsDoNotExist() {
        Fixtures.Somebody other = fixtures.manager("M-other-" + key);
        ask(other, "").then().statusCode(200).body("total", equalTo(0));
        ask(other, "?manager=M-" + key).then().body("total", equalTo(0));
        ask(fixtures.marketManager("T-" + key), "").then().body("total", equalTo(3));
        ask(fixtures.marketManager(), "").then().body("total", equalTo(0));
        ask(fixtures.person(Role.PLANNER), "?manager=M-" + key).then().body("total", equalTo(3));
    }

    @ParameterizedTest
    @EnumSource(
            value = Role.class,
            names = {"ORDER_DESK", "ADMIN"})
    void theyAreForThoseWhoLookAfterShops(Role role) {
        ask(fixtures.person(role), "").then().statusCode(403);
        ask(fixtures.retailer(small), "").then().statusCode(403);
    }

    @Test
    void anAuditorsReadingIsJournalledAndNobodyElsesIs() {
        String count = "SELECT COUNT(*) FROM journal WHERE kind = 'RETAILERS_READ' AND content LIKE ?";
        String ours = "%" + references.of(Subject.retailer(small)) + "%";
        list("");
        assertEquals("0", fixtures.value(count, ours));
        ask(fixtures.person(Role.AUDITOR), "?manager=M-" + key).then().body("total", equalTo(3));
        assertEquals("1", fixtures.value(count, ours));
    }

    @Test
    void thePageShowsThemAsPicturesWithWords() {
        Browser browser = Browser.of(manager);
        browser.get("/shops")
                .then()
                .statusCode(200)
                .body(containsString("/retailers/" + small))
                .body(containsString("total too small"))
                .body(containsString("<title>From "))
                .body(containsString("neither an order nor a target"));
        browser.get("/").then().body(containsString("/retailers/" + small)).body(containsString("href=\"/shops\""));
    }

    @Test
    void aRetailerSeesHisOwnMonthsAndNothingOfHisPeers() {
        Browser.of(fixtures.retailer(small))
                .get("/retailers/" + small)
                .then()
                .statusCode(200)
                .body(containsString("<title>From "))
                .body(not(containsString("Its peers")))
                .body(not(containsString("total too small")));
        Browser.of(fixtures.retailer(small)).get("/retailers/" + right).then().statusCode(403);
        Browser.of(manager)
                .get("/retailers/" + small)
                .then()
                .body(containsString("Its peers"))
                .body(containsString("total too small"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"csv", "csv-marked", "csv-gb18030", "xlsx"})
    void theyGoOutAsATable(String format) {
        ask(manager, "/table?format=" + format).then().statusCode(200);
        ask(manager, "/table?format=pdf").then().statusCode(422);
    }

    @Test
    void theTableHasTheRowsOfTheListAndIsJournalled() {
        String table = ask(manager, "/table?format=csv").asString();
        assertEquals(4, table.strip().split("\n").length, table);
        assertTrue(table.contains(small + ",Shop " + small + ",M-" + key + ",T-" + key + ",SMALL,URBAN,"), table);
        assertEquals(
                "1",
                fixtures.value(
                        "SELECT COUNT(*) FROM journal WHERE kind = 'DATA_TAKEN_OUT' AND actor = ? AND content LIKE '%shops%'",
                        references.of(Subject.person(manager.id()))));
    }
}
