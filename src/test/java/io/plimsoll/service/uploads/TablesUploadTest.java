package io.plimsoll.service.uploads;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plimsoll.service.Browser;
import io.plimsoll.service.Fixtures;
import io.plimsoll.service.RealMysql;
import io.plimsoll.service.cycles.TestCycles;
import io.plimsoll.service.right.Role;
import io.plimsoll.service.web.Forms;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** One table alone is judged against what is registered; what is there stays where the table must not change it. */
@QuarkusTest
@QuarkusTestResource(RealMysql.class)
class TablesUploadTest {

    private static final String RETAILERS =
            "retailer,manager,size_class,market_type,status,agreed_total,granted_in_period,interval,name,phone\n";

    @Inject
    Fixtures fixtures;

    private final String run = Forms.random().substring(0, 6);
    private Fixtures.Somebody planner;

    @BeforeEach
    void somebodyPlans() {
        planner = fixtures.person(Role.PLANNER);
    }

    private Response upload(String table, String file, String cycle) {
        return upload(table.getBytes(StandardCharsets.UTF_8), file, cycle, Forms.random());
    }

    private Response upload(byte[] content, String file, String cycle, String key) {
        return RestAssured.given()
                .auth()
                .oauth2(planner.token())
                .header("Idempotency-Key", key)
                .queryParam("file", file)
                .queryParam("cycle", cycle)
                .contentType("text/csv")
                .body(content)
                .post("/api/uploads");
    }

    private Response store(Response uploaded) {
        uploaded.then().statusCode(201);
        return RestAssured.given()
                .auth()
                .oauth2(planner.token())
                .header("If-Match", "\"" + uploaded.path("upload.version") + "\"")
                .post("/api/uploads/" + uploaded.path("upload.id") + "/store");
    }

    private String row(String shop, String sizeClass, int total, String phone) {
        return shop + run + ",CM-" + run + "," + sizeClass + ",URBAN,ACTIVE," + total + ",7,1,惠民超市," + phone + "\n";
    }

    @Test
    void retailersAreAddedAndChangedAndWhatWasGrantedIsNotTaken() {
        Charset gb18030 = Charset.forName("GB18030");
        Response first = upload(
                (RETAILERS + row("A", "SMALL", 40, "111")).getBytes(gb18030), "retailers.csv", "", Forms.random());
        first.then().body("notes", hasItem(containsString("granted_in_period")));
        store(first).then().statusCode(200);
        assertEquals("惠民超市", fixtures.value("SELECT name FROM retailer WHERE licence = ?", "A" + run));
        Response second =
                upload(RETAILERS + row("A", "SMALL", 40, "222") + row("B", "LARGE", 300, ""), "retailers.csv", "");
        store(second).then().statusCode(200);
        assertEquals(
                List.of("40"),
                fixtures.values(
                        "SELECT cartons FROM agreed_total WHERE licence = ? AND state = 'APPROVED' ORDER BY id",
                        "A" + run));
        String journal = fixtures.value("SELECT CAST(content AS CHAR) FROM journal WHERE kind = 'RETAILER_CHANGED'"
                + " AND content LIKE '%phone%' ORDER BY number DESC LIMIT 1");
        assertTrue(journal.contains("\"phone\":{\"after\":\"personal:") && !journal.contains("\"222\""), journal);
        assertEquals(
                "upload " + second.path("upload.id"),
                fixtures.value("SELECT evidence FROM retailer_change WHERE licence = ? AND field = 'phone'", "A" + run),
                "the file proves a change of the phone (R13)");
    }

    @Test
    void noTotalIsChangedByAFileForItIsProposedAndAgreed() {
        store(upload(RETAILERS + row("A", "SMALL", 40, ""), "retailers.csv", ""))
                .then()
                .statusCode(200);
        upload(RETAILERS + row("A", "SMALL", 50, ""), "retailers.csv", "")
                .then()
                .statusCode(201)
                .body("tables[0].errors.column", equalTo(List.of("agreed_total")))
                .body("tables[0].errors[0].expected", containsString("40"));
    }

    @Test
    void theFirstTotalOfAKnownShopHoldsFromAMonthThatHasNotBegun() {
        String without = (RETAILERS + row("A", "SMALL", 40, "")).replace(",ACTIVE,40,", ",ACTIVE,,");
        store(upload(without, "retailers.csv", "")).then().statusCode(200);
        store(upload(RETAILERS + row("A", "SMALL", 40, ""), "retailers.csv", ""))
                .then()
                .statusCode(200);
        upload(RETAILERS + row("A", "SMALL", 10, ""), "retailers.csv", "")
                .then()
                .statusCode(201)
                .body("tables[0].errors.column", equalTo(List.of("agreed_total")))
                .body("tables[0].errors[0].expected", containsString("40"));
        String period = fixtures.value("SELECT period FROM agreed_total WHERE licence = ?", "A" + run);
        assertEquals(
                "0",
                fixtures.value(
                        "SELECT COUNT(*) FROM cycle WHERE state <> 'CANCELLED' AND period >= ?"
                                + " AND state NOT IN ('PLANNED', 'PUBLISHED')",
                        period));
    }

    @Test
    void aClassAndATotalThatWereSettledHereStayAsTheyAre() {
        store(upload(RETAILERS + row("A", "SMALL", 40, ""), "retailers.csv", ""))
                .then()
                .statusCode(200);
        fixtures.execute(
                "INSERT INTO agreed_total (licence, period, cartons, state, proposed_by, proposed_at)"
                        + " VALUES (?, '2000-01', 60, 'PROPOSED', ?, UTC_TIMESTAMP(6))",
                "A" + run,
                planner.id());
        upload(RETAILERS + row("A", "LARGE", 300, ""), "retailers.csv", "")
                .then()
                .statusCode(201)
                .body("tables[0].errors.column", equalTo(List.of("size_class", "agreed_total")))
                .body("tables[0].errors[1].expected", containsString("40"));
    }

    @Test
    void supplyComesInForACycleThatIsStillPlanned() {
        String skus = "sku,brand,tier,status,supply,forecast\nS" + run + ",Pine,TIER_1,SCARCE,,\n";
        store(upload(skus, "skus.csv", "")).then().statusCode(200);
        String withSupply = skus.replace(",SCARCE,,", ",SCARCE,10,12.5");
        upload(withSupply, "skus.csv", "").then().body("refusals", hasItem(containsString("belong to a cycle")));
        fixtures.execute(
                "INSERT INTO cycle (cycle, seed, period, number_in_period, of_period, state) VALUES (?, 's', ?, 1, 4, 'PLANNED')",
                "C-" + run,
                TestCycles.period());
        store(upload(withSupply, "skus.csv", "C-" + run)).then().statusCode(200);
        store(upload("sku,supply,forecast\nS" + run + ",20,\n", "supply.csv", "C-" + run))
                .then()
                .statusCode(200);
        assertEquals("20", fixtures.value("SELECT supply FROM supply WHERE cycle = ?", "C-" + run));
        upload("sku,supply,forecast\nNOBODY," + run + ",\n", "supply.csv", "C-" + run)
                .then()
                .body("tables[0].errors.column", equalTo(List.of("sku", "supply")));
        fixtures.execute("UPDATE cycle SET state = 'OPEN' WHERE cycle = ?", "C-" + run);
        upload(withSupply, "skus.csv", "C-" + run)
                .then()
                .body("refusals", hasItem(containsString("not planned any more")));
    }

    @Test
    void ordersAndPoliciesDoNotComeInAlone() {
        upload("retailer,rank,sku,demand\n", "orders.csv", "")
                .then()
                .body("upload.kind", equalTo("NOTHING"))
                .body("refusals", hasItem(containsString("retailers' own")));
        upload("size_class,percent\nLARGE,10\n", "floats.csv", "")
                .then()
                .body("refusals", hasItem(containsString("page for policies")));
    }

    @Test
    void theSameUploadUnderTheSameKeyIsOne() {
        String key = Forms.random();
        byte[] table = (RETAILERS + row("K", "SMALL", 40, "")).getBytes(StandardCharsets.UTF_8);
        String first = upload(table, "retailers.csv", "", key)
                .then()
                .statusCode(201)
                .extract()
                .header("Location");
        assertEquals(first, upload(table, "retailers.csv", "", key).header("Location"));
        upload(new byte[] {'x'}, "retailers.csv", "", key).then().statusCode(422);
    }

    @Test
    void aPersonSeesWhatIsInTheFileBeforeItIsStored() {
        Browser browser = Browser.of(planner);
        String page = browser.get("/uploads/new").asString();
        String upload = browser.request()
                .multiPart("csrf", Browser.csrf(page))
                .multiPart("once", Forms.random())
                .multiPart(
                        "file",
                        "retailers.csv",
                        (RETAILERS + row("P", "SMALL", 40, "")).getBytes(StandardCharsets.UTF_8))
                .post("/uploads")
                .then()
                .statusCode(303)
                .extract()
                .header("Location")
                .replaceFirst("https?://[^/]+", "");
        browser.get(upload)
                .then()
                .statusCode(200)
                .body(containsString("P" + run))
                .body(containsString("/store"));
        String version = fixtures.value("SELECT version FROM upload WHERE id = ?", upload.substring(9));
        browser.post(upload, upload + "/store", Map.of("version", version))
                .then()
                .statusCode(303);
        assertEquals("SMALL", fixtures.value("SELECT size_class FROM retailer WHERE licence = ?", "P" + run));
        browser.get(upload).then().statusCode(200);
        browser.get("/uploads").then().statusCode(200).body(containsString("retailers.csv"));
    }
}
