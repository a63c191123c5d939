package io.plimsoll.service.uploads;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plimsoll.files.CycleFolder;
import io.plimsoll.service.Fixtures;
import io.plimsoll.service.RealMysql;
import io.plimsoll.service.right.Role;
import io.plimsoll.service.web.Forms;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A cycle comes in whole or not at all, never over one whose orders are taken here, and goes out as it came. */
@QuarkusTest
@QuarkusTestResource(RealMysql.class)
class CycleUploadTest {

    @Inject
    Fixtures fixtures;

    @Inject
    CameInPolicies policies;

    private final Path folder = SentFiles.newFolder();

    private Fixtures.Somebody planner;

    @BeforeEach
    void somebodyPlans() {
        planner = fixtures.person(Role.PLANNER);
    }

    private Response upload(byte[] content, String file) {
        return RestAssured.given()
                .auth()
                .oauth2(planner.token())
                .header("Idempotency-Key", Forms.random())
                .queryParam("file", file)
                .contentType("application/octet-stream")
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

    private byte[] export(String cycle, String form) {
        return RestAssured.given()
                .auth()
                .oauth2(planner.token())
                .queryParam("form", form)
                .get("/api/exports/cycles/" + cycle)
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();
    }

    @Test
    void aCycleGoesOutWithTheBytesThatItCameInWith() throws Exception {
        Map<String, byte[]> county = SentFiles.county();
        store(upload(SentFiles.zip(county), "county.zip"))
                .then()
                .statusCode(200)
                .body("upload.state", equalTo("STORED"));
        SentFiles.unpack(export(SentFiles.name(county), "exact"), folder.resolve("out"));
        SentFiles.unpack(SentFiles.zip(county), folder.resolve("in"));
        assertEquals(
                CycleFolder.read(folder.resolve("in")).digests(),
                CycleFolder.read(folder.resolve("out")).digests());
    }

    @Test
    void everyWayOutIsAWayBackIn() throws Exception {
        Map<String, byte[]> county = SentFiles.county();
        Map<String, byte[]> added = Map.of(
                "policy/launches.csv", "sku,launched_on\nNEW-1,2026-12-01\n".getBytes(StandardCharsets.UTF_8),
                "policy/unsold_skus.csv", "sku\nNEW-1\nNEW-2\n".getBytes(StandardCharsets.UTF_8),
                "policy/class_totals.csv",
                        "size_class,market_type,total\nSMALL,*,40\n".getBytes(StandardCharsets.UTF_8));
        county.putAll(added);
        store(upload(SentFiles.zip(county), "county.zip")).then().statusCode(200);
        SentFiles.unpack(SentFiles.zip(county), folder.resolve("in"));
        for (String form : List.of("exact", "spreadsheets", "workbook")) {
            byte[] out = export(SentFiles.name(county), form);
            store(upload(out, form.equals("workbook") ? "back.xlsx" : "back.zip"))
                    .then()
                    .statusCode(200);
            Path back = folder.resolve(form);
            SentFiles.unpack(export(SentFiles.name(county), "exact"), back);
            assertEquals(
                    CycleFolder.read(folder.resolve("in")).digests(),
                    CycleFolder.read(back).digests(),
                    form);
        }
        assertEquals(
                "3",
                fixtures.value(
                        "SELECT COUNT(*) FROM journal WHERE kind = 'CYCLE_REPLACED' AND subject = ?",
                        "cycle:" + SentFiles.name(county)));
    }

    @Test
    void itIsClosedWithItsSilentRetailersAndWithoutABindingPolicy() {
        Map<String, byte[]> county = SentFiles.county();
        SentFiles.alter(county, "policy/weights.csv", "SMALL,1", "SMALL," + (2 + (System.nanoTime() & 255)));
        String name = SentFiles.name(county);
        Response uploaded = upload(SentFiles.zip(county), "county.zip");
        uploaded.then().body("notes", hasItem(containsString("only when another planner has approved it")));
        store(uploaded).then().statusCode(200);
        assertEquals("CLOSED", fixtures.value("SELECT state FROM cycle WHERE cycle = ? AND came_in", name));
        assertEquals(
                List.of("CLOSED", "NO_DEMAND"),
                fixtures.values("SELECT DISTINCT state FROM demand_order WHERE cycle = ? ORDER BY state", name));
        policies.bindApproved();
        assertNull(fixtures.value("SELECT policy FROM cycle WHERE cycle = ?", name));
        String digest = fixtures.value("SELECT policy FROM cycle_origin WHERE cycle = ?", name);
        RestAssured.given()
                .auth()
                .oauth2(fixtures.person(Role.PLANNER).token())
                .header("Idempotency-Key", Forms.random())
                .contentType("application/json")
                .body(Map.of("decision", "APPROVED"))
                .post("/api/policies/" + digest + "/approval")
                .then()
                .statusCode(201);
        policies.bindApproved();
        assertEquals(digest, fixtures.value("SELECT policy FROM cycle WHERE cycle = ?", name));
    }

    @Test
    void ordersNeverComeInForACycleWhoseWindowsAreHere() {
        Map<String, byte[]> county = SentFiles.county();
        String name = SentFiles.name(county);
        fixtures.execute(
                "INSERT INTO cycle (cycle, seed, period, number_in_period, of_period, state) VALUES (?, 's', ?, 3, 4, 'PLANNED')",
                name,
                name.substring(0, 7));
        Response uploaded = upload(SentFiles.zip(county), "county.zip");
        uploaded.then()
                .statusCode(201)
                .body("upload.errors", equalTo(1))
                .body("refusals", hasItem(containsString("takes its orders here")));
        store(uploaded).then().statusCode(422);
        assertEquals("0", fixtures.value("SELECT COUNT(*) FROM demand_order WHERE cycle = ?", name));
        assertEquals("0", fixtures.value("SELECT COUNT(*) FROM supply WHERE cycle = ?", name));
    }

    @Test
    void nobodyCanHaveOrderedInAMonthThatHasNotBegun() {
        Map<String, byte[]> county = SentFiles.county();
        String name = SentFiles.name(county);
        SentFiles.alter(county, "cycle.csv", name.substring(0, 7) + ",", "9999-12,");
        Response uploaded = upload(SentFiles.zip(county), "county.zip");
        uploaded.then().statusCode(201).body("refusals[0]", containsString("9999-12"));
        store(uploaded).then().statusCode(422);
        assertEquals("0", fixtures.value("SELECT COUNT(*) FROM cycle WHERE cycle = ?", name));
    }

    @Test
    void whatBecameOfACycleMeanwhileIsSeenWhenItIsStored() {
        Map<String, byte[]> county = SentFiles.county();
        String name = SentFiles.name(county);
        Response first = upload(SentFiles.zip(county), "county.zip");
        Response second = upload(SentFiles.zip(county), "county.zip");
        store(first).then().statusCode(200);
        store(first).then().statusCode(412);
        fixtures.execute("INSERT INTO allocation_run (cycle, made_at, record) VALUES (?, UTC_TIMESTAMP(6), '')", name);
        store(second).then().statusCode(422).body("code", equalTo("INVALID"));
        RestAssured.given()
                .auth()
                .oauth2(planner.token())
                .get("/api/uploads/" + second.path("upload.id"))
                .then()
                .body("upload.state", equalTo("PREVIEWED"))
                .body("refusals", hasItem(containsString("has gone on since")));
    }

    @Test
    void everyErrorIsListedByRowAndNothingIsStored() {
        Map<String, byte[]> county = SentFiles.county();
        String name = SentFiles.name(county);
        SentFiles.alter(county, "orders.csv", "L620000,1,HB-01,1", "L620000,one,HB-99,1.5");
        SentFiles.alter(county, "retailers.csv", "Li's Grocery 1", "L".repeat(121));
        SentFiles.alter(county, "cycle.csv", name.substring(0, 7) + ",", "November,");
        Response uploaded = upload(SentFiles.zip(county), "county.zip");
        uploaded.then()
                .statusCode(201)
                .body("upload.errors", equalTo(5))
                .body(
                        "tables.find { it.file == 'orders.csv' }.errors.column",
                        equalTo(List.of("rank", "sku", "demand")))
                .body("tables.find { it.file == 'orders.csv' }.errors[1].value", equalTo("HB-99"))
                .body("tables.find { it.file == 'orders.csv' }.errors[1].line", equalTo(2))
                .body("tables.find { it.file == 'retailers.csv' }.errors[0].column", equalTo("name"))
                .body("tables.find { it.file == 'cycle.csv' }.errors[0].expected", containsString("2026-11"));
        store(uploaded).then().statusCode(422);
        assertEquals("0", fixtures.value("SELECT COUNT(*) FROM cycle WHERE cycle = ?", name));
    }

    @Test
    void whatIsStoredLeavesNoRowsBehindAndNoFile() throws Exception {
        Map<String, byte[]> county = SentFiles.county();
        Response uploaded = upload(SentFiles.zip(county), "county.zip");
        String id = uploaded.path("upload.id").toString();
        assertTrue(Files.exists(Path.of("target/uploads/waiting", id)));
        store(uploaded).then().statusCode(200).body("tables[0].firstRows", equalTo(List.of()));
        assertFalse(Files.exists(Path.of("target/uploads/waiting", id)));
        String journal = fixtures.value(
                "SELECT CAST(content AS CHAR) FROM journal WHERE kind = 'UPLOAD_STORED' AND subject = ?",
                "upload:" + id);
        assertTrue(journal.contains("\"orders.csv\":") && !journal.contains("L620000"), journal);
    }
}
