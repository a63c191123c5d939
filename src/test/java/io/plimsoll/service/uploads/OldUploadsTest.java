package io.plimsoll.service.uploads;

import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plimsoll.service.Fixtures;
import io.plimsoll.service.RealMysql;
import io.plimsoll.service.TestClock;
import io.plimsoll.service.right.Role;
import io.plimsoll.service.web.Forms;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What nobody stores is gone after 24 hours, with what was seen of it; what was stored stays. */
@QuarkusTest
@QuarkusTestResource(RealMysql.class)
class OldUploadsTest {

    @Inject
    Fixtures fixtures;

    @Inject
    TestClock clock;

    @Inject
    Uploading uploading;

    @Inject
    UploadFolder folder;

    private final String run = Forms.random().substring(0, 6);
    private Fixtures.Somebody planner;

    @BeforeEach
    void somebodyPlans() {
        planner = fixtures.person(Role.PLANNER);
    }

    @AfterEach
    void theClockIsRightAgain() {
        clock.putBack();
    }

    private RequestSpecification asPlanner() {
        return RestAssured.given().auth().oauth2(planner.token());
    }

    /** An upload with a phone in it. */
    private long upload() {
        String table = "retailer,manager,size_class,market_type,status,agreed_total,granted_in_period,interval,phone\n"
                + "L" + run + ",M" + run + ",SMALL,URBAN,ACTIVE,,0,1,13800" + run + "\n";
        Response seen = asPlanner()
                .header("Idempotency-Key", Forms.random())
                .queryParam("file", "retailers.csv")
                .contentType("text/csv")
                .body(table.getBytes(StandardCharsets.UTF_8))
                .post("/api/uploads");
        seen.then().statusCode(201);
        return ((Number) seen.path("upload.id")).longValue();
    }

    private Response store(long id) {
        String version =
                asPlanner().get("/api/uploads/" + id).path("upload.version").toString();
        return asPlanner().header("If-Match", "\"" + version + "\"").post("/api/uploads/" + id + "/store");
    }

    private String state(long id) {
        return fixtures.value("SELECT state FROM upload WHERE id = ?", id);
    }

    @Test
    void anUploadWaitsForADay() {
        long id = upload();
        clock.pass(Duration.ofHours(24).minusMinutes(5));
        uploading.discardOld();
        assertEquals("PREVIEWED", state(id));
        assertTrue(folder.kept(id).isPresent());
        store(id).then().statusCode(200);
    }

    @Test
    void afterADayFileRowsAndValuesAreGoneAndThatIsJournalled() {
        long id = upload();
        clock.pass(Duration.ofHours(24).plusMinutes(5));
        uploading.discardOld();
        assertEquals("DISCARDED", state(id));
        assertFalse(folder.kept(id).isPresent(), "the file");
        String preview = fixtures.value("SELECT preview FROM upload WHERE id = ?", id);
        assertFalse(preview.contains("13800" + run), preview);
        assertEquals(
                "system",
                fixtures.value(
                        "SELECT actor FROM journal WHERE kind = 'UPLOAD_DISCARDED' AND subject = ?", "upload:" + id));
        asPlanner().get("/api/uploads/" + id).then().statusCode(200).body("upload.state", equalTo("DISCARDED"));
        store(id).then().statusCode(409);
        assertEquals("0", fixtures.value("SELECT COUNT(*) FROM retailer WHERE licence = ?", "L" + run));
    }

    @Test
    void whatWasStoredIsNeverDiscardedAndTheSecondTimeDoesNothing() {
        long stored = upload();
        store(stored).then().statusCode(200);
        long old = upload();
        clock.pass(Duration.ofHours(25));
        long young = upload();
        uploading.discardOld();
        uploading.discardOld();
        assertEquals("STORED", state(stored));
        assertEquals("DISCARDED", state(old));
        assertEquals("PREVIEWED", state(young));
        assertTrue(folder.kept(young).isPresent());
        assertEquals(
                "1",
                fixtures.value(
                        "SELECT COUNT(*) FROM journal WHERE kind = 'UPLOAD_DISCARDED' AND subject = ?",
                        "upload:" + old));
    }

    @Test
    void aFileThatNoUploadKnowsGoesWithTheOldOnes() {
        long id = upload();
        fixtures.execute("DELETE FROM upload WHERE id = ?", id);
        clock.pass(Duration.ofHours(25));
        uploading.discardOld();
        assertFalse(folder.kept(id).isPresent());
    }
}
