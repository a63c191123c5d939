package io.plimsoll.service.rights;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plimsoll.service.Browser;
import io.plimsoll.service.Fixtures;
import io.plimsoll.service.RealMysql;
import io.plimsoll.service.right.Role;
import io.plimsoll.service.rights.Rows.Whose;
import io.plimsoll.service.web.Forms;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Forecasts, company targets, listing plans and guidance are for staff: no page, endpoint or export that a retailer may read
 * holds one of them (R27, R28, R32, R33).
 */
@QuarkusTest
@QuarkusTestResource(RealMysql.class)
class NeverForRetailersTest {

    private static final List<String> TABLES =
            List.of("forecast", "company_target", "listing_plan", "guidance", "plan");

    @Inject
    Fixtures fixtures;

    private final Matrix matrix = Matrix.read();
    private Rows rows;

    /** Numbers that nothing else here has. */
    private final Map<String, String> marks = Map.of(
            "forecast", "7654321",
            "company target", "987654321",
            "price", "377.77",
            "listing plan", "9412765",
            "guidance", "812345");

    @BeforeEach
    void oneOfEachIsThere() {
        rows = new Rows(fixtures);
        Fixtures.Somebody manager = rows.person(Role.CUSTOMER_MANAGER);
        String key = fixtures.value("SELECT manager FROM person WHERE id = ?", manager.id());
        String month = "%d-01".formatted(1700 + Math.floorMod(Forms.random().hashCode(), 200));
        long upload = fixtures.execute(
                "INSERT INTO upload (file, kind, content_hash, bytes, state, errors, preview, uploaded_by, uploaded_at)"
                        + " VALUES ('a.csv', 'FIGURES', '', 0, 'STORED', 0, ?, ?, UTC_TIMESTAMP(6))",
                "{\"kind\":\"FIGURES\",\"tables\":[],\"refusals\":[],\"notes\":[]}",
                rows.person(Role.PLANNER).id());
        fixtures.execute("INSERT INTO forecast_sheet (period, manager, version) VALUES (?, ?, 1)", month, key);
        fixtures.execute(
                "INSERT INTO forecast (period, manager, brand, version, cartons, said_by, said_at)"
                        + " VALUES (?, ?, 'Harbour', 1, 7654321, ?, UTC_TIMESTAMP(6))",
                month,
                key,
                manager.id());
        fixtures.execute(
                "INSERT INTO forecast_score (period, manager, brand, key_brand, demand, forecast, met)"
                        + " VALUES (?, ?, 'Harbour', TRUE, 7654321, 7654321, 7654321)",
                month,
                key);
        fixtures.execute(
                "INSERT IGNORE INTO company_target (period, volume, price_percent, upload) VALUES (?, 987654321, 377.77, ?)",
                month,
                upload);
        fixtures.execute(
                "INSERT INTO listing_plan (period, manager, brands, upload) VALUES (?, ?, 9412765, ?)",
                month,
                key,
                upload);
        fixtures.execute(
                "INSERT INTO guidance (period, manager, guided, effective, coverage_target, effective_target, upload)"
                        + " VALUES (?, ?, 812345, 812345, 60, 80, ?)",
                month,
                key,
                upload);
    }

    @Test
    void theMatrixGivesRetailersNothingOfIt() {
        List<Endpoint> ofThem = matrix.all().stream()
                .filter(endpoint -> TABLES.stream()
                        .anyMatch(
                                word -> endpoint.path().matches("(/api)?/" + word.replace("_", "-") + "s?(-.*|/.*)?")))
                .toList();
        assertTrue(ofThem.size() >= 20, ofThem.toString());
        ofThem.forEach(endpoint -> assertEquals("403", matrix.answers(endpoint).get("RETAILER"), endpoint.toString()));
    }

    @Test
    void nothingThatARetailerCanReadHoldsAnyOfIt() {
        Fixtures.Somebody retailer = rows.person(Role.RETAILER);
        Browser browser = Browser.of(retailer);
        List<String> told = new ArrayList<>();
        TreeSet<String> read = new TreeSet<>();
        for (Endpoint endpoint : matrix.all()) {
            if (!endpoint.method().equals("GET")) {
                continue;
            }
            String address = rows.address(endpoint, Whose.OWN, retailer);
            Response answer = endpoint.isApi()
                    ? RestAssured.given().auth().oauth2(retailer.token()).get(address)
                    : browser.get(address);
            read.add(endpoint.path());
            String body = new String(answer.asByteArray(), StandardCharsets.UTF_8);
            marks.forEach((what, mark) -> {
                boolean isTold = body.matches("(?s).*(?<![0-9.])" + grouped(mark) + "(?![0-9]).*");
                if (isTold) {
                    told.add(what + " in " + endpoint);
                }
            });
        }
        assertTrue(read.size() > 100, "read " + read.size());
        assertEquals(List.of(), told);
    }

    /** With or without commas between thousands. */
    private static String grouped(String number) {
        return number.replace(".", "\\.").replaceAll("(\\d)(?=(\\d{3})+$)", "$1,?");
    }

    @Test
    void aPlannerDoesReadThem() {
        for (String path : List.of("/plans/targets", "/plans/listings", "/plans/guidance", "/forecasts/accuracy")) {
            String body = Browser.of(rows.person(Role.PLANNER))
                    .get(path + "?size=500")
                    .asString();
            assertTrue(
                    marks.values().stream().anyMatch(mark -> body.matches("(?s).*" + grouped(mark) + ".*")),
                    path + ": the marks of this test are of no use");
        }
    }

    /** What leads to them: no place in the navigation, no word on the home. */
    @Test
    void noPlaceOfARetailerLeadsThere() {
        String home = Browser.of(rows.person(Role.RETAILER)).get("/").asString();
        assertTrue(!home.contains("/forecasts") && !home.contains("/plans"));
    }
}
