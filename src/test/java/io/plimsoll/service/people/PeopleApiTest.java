package io.plimsoll.service.people;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plimsoll.service.Browser;
import io.plimsoll.service.Fixtures;
import io.plimsoll.service.Fixtures.Somebody;
import io.plimsoll.service.RealMysql;
import io.plimsoll.service.right.Role;
import io.plimsoll.service.web.Forms;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What programs of admins can do with people. */
@QuarkusTest
@QuarkusTestResource(RealMysql.class)
class PeopleApiTest {

    @Inject
    Fixtures fixtures;

    private Somebody admin;

    @BeforeEach
    void anAdmin() {
        admin = fixtures.person(Role.ADMIN);
    }

    private static RequestSpecification as(Somebody somebody) {
        return given().header("Authorization", "Bearer " + somebody.token()).contentType("application/json");
    }

    private static String unused() {
        return "p" + Forms.random().substring(0, 12).replace('-', '.');
    }

    private Response add(String name, String key) {
        return as(admin)
                .header("Idempotency-Key", key)
                .body("{\"name\":\"%s\",\"displayName\":\"王敏\",\"role\":\"PLANNER\"}".formatted(name))
                .post("/api/people");
    }

    private int added() {
        return add(unused(), unused()).then().statusCode(201).extract().path("id");
    }

    private Response change(int id, String etag, String body) {
        return as(admin).header("If-Match", etag).body(body).put("/api/people/" + id);
    }

    @Test
    void aPersonIsAddedOnceHoweverOftenTheRequestIsSentAndHasNoPassword() {
        String name = unused();
        String key = unused();
        Response first = add(name, key);
        first.then()
                .statusCode(201)
                .body("name", equalTo(name))
                .body("displayName", equalTo("王敏"))
                .body("hasPassword", equalTo(false))
                .header("Location", containsString("/api/people/"));
        Response again = add(name, key);
        again.then().statusCode(201);
        assertEquals((int) first.path("id"), (int) again.path("id"));
        add(name, unused()).then().statusCode(409).body("detail", containsString(name));
        add(name.toUpperCase(Locale.ROOT), unused()).then().statusCode(409);
    }

    @Test
    void everyFieldThatIsWrongIsNamedInTheLanguageAskedFor() {
        as(admin)
                .header("Idempotency-Key", unused())
                .header("Accept-Language", "zh")
                .body("{\"name\":\" a b\",\"displayName\":\"\",\"role\":\"RETAILER\",\"manager\":\"M1\"}")
                .post("/api/people")
                .then()
                .statusCode(422)
                .body("fields.field", equalTo(java.util.List.of("name", "displayName", "retailer", "manager")))
                .body("fields[2].reason", containsString("许可证号"));
        as(admin)
                .header("Idempotency-Key", unused())
                .body("{\"role\":\"KING\"}")
                .post("/api/people")
                .then()
                .statusCode(400);
        as(admin).header("Idempotency-Key", unused()).post("/api/people").then().statusCode(400);
    }

    @Test
    void aChangeNeedsTheVersionThatWasSeen() {
        int id = added();
        String body = "{\"displayName\":\"B\",\"role\":\"AUDITOR\",\"active\":true}";
        as(admin).body(body).put("/api/people/" + id).then().statusCode(428);
        change(id, "\"0\"", body)
                .then()
                .statusCode(200)
                .body("role", equalTo("AUDITOR"))
                .header("ETag", "\"1\"");
        change(id, "\"0\"", body).then().statusCode(412).body("code", equalTo("STALE"));
        change(
                        id,
                        "\"1\"",
                        "{\"displayName\":\"B\",\"role\":\"MARKET_MANAGER\",\"territories\":[\"East\",\"东片\"],\"active\":true}")
                .then()
                .statusCode(200)
                .body("territories", equalTo(java.util.List.of("East", "东片")));
        as(admin).get("/api/people/" + id).then().header("ETag", "\"2\"");
    }

    @Test
    void peopleAreFoundByNameRoleAndState() {
        String name = unused();
        add(name, unused());
        as(admin)
                .queryParam("search", name.toUpperCase(Locale.ROOT))
                .get("/api/people")
                .then()
                .statusCode(200)
                .body("items", hasSize(1))
                .body("total", equalTo(1));
        as(admin)
                .queryParam("search", name)
                .queryParam("role", "AUDITOR")
                .get("/api/people")
                .then()
                .body("total", equalTo(0));
        as(admin)
                .queryParam("search", name)
                .queryParam("active", "false")
                .get("/api/people")
                .then()
                .body("total", equalTo(0));
        as(admin)
                .queryParam("search", name.substring(0, 3) + "%")
                .get("/api/people")
                .then()
                .body("total", equalTo(0));
        as(admin)
                .queryParam("size", "1")
                .queryParam("page", "2")
                .get("/api/people")
                .then()
                .body("items", hasSize(1));
    }

    @Test
    void onlyAdminsGetToPeople() {
        int id = added();
        for (Role role : Role.values()) {
            if (role != Role.ADMIN) {
                Somebody other = fixtures.person(role);
                as(other).get("/api/people").then().statusCode(403);
                as(other).get("/api/people/" + id).then().statusCode(403);
                as(other).get("/api/people/999999999").then().statusCode(403);
                as(other).post("/api/people/" + id + "/password").then().statusCode(403);
                Browser.of(other).get("/people").then().statusCode(403);
            }
        }
        as(admin).get("/api/people/999999999").then().statusCode(404);
        given().get("/api/people").then().statusCode(401);
    }

    @Test
    void noAnswerHoldsAHash() {
        Somebody planner = fixtures.person(Role.PLANNER);
        String answer = as(admin).get("/api/people/" + planner.id()).asString()
                + as(admin)
                        .queryParam("search", planner.name())
                        .get("/api/people")
                        .asString();
        assertFalse(answer.contains("$2"), answer);
        assertFalse(answer.toLowerCase(Locale.ROOT).contains("hash"), answer);
    }

    @Test
    void anAdminTakesNeitherHisOwnRightNorIsAnybodyLeftWithoutOne() {
        String demoted = "{\"displayName\":\"B\",\"role\":\"PLANNER\",\"active\":true}";
        String inactive = "{\"displayName\":\"B\",\"role\":\"ADMIN\",\"active\":false}";
        int own = (int) admin.id();
        change(own, "\"0\"", demoted).then().statusCode(409).body("detail", containsString("own admin right"));
        change(own, "\"0\"", inactive).then().statusCode(409);
        change(own, "\"0\"", "{\"displayName\":\"Anew\",\"role\":\"ADMIN\",\"active\":true}")
                .then()
                .statusCode(200)
                .body("displayName", equalTo("Anew"));
        Somebody other = fixtures.person(Role.ADMIN);
        change((int) other.id(), "\"0\"", inactive).then().statusCode(200);
        as(other).get("/api/me").then().statusCode(401);
    }

    @Test
    void aTemporaryPasswordIsToldOnceAndKeptNowhere() {
        Somebody planner = fixtures.person(Role.PLANNER);
        Browser before = Browser.of(planner);
        Response answer = as(admin).header("If-Match", "\"0\"").post("/api/people/" + planner.id() + "/password");
        String password = answer.then()
                .statusCode(200)
                .header("Cache-Control", "no-store")
                .extract()
                .path("password");
        before.get("/").then().statusCode(303);
        assertEquals("0", fixtures.value("SELECT COUNT(*) FROM idempotent_request WHERE INSTR(body, ?) > 0", password));
        assertEquals("0", fixtures.value("SELECT COUNT(*) FROM journal WHERE INSTR(content, ?) > 0", password));
        as(admin).get("/api/people/" + planner.id()).then().body("passwordIsTemporary", equalTo(true));
        new Browser()
                .post("/sign-in", "/sign-in", Map.of("name", planner.name(), "password", password))
                .then()
                .statusCode(303)
                .header("Location", containsString("/password"));
    }

    @Test
    void anotherRoleEndsSessionsAndNoLongerBeingActiveEndsTokensForGood() {
        Somebody planner = fixtures.person(Role.PLANNER);
        Browser browser = Browser.of(planner);
        int id = (int) planner.id();
        change(id, "\"0\"", "{\"displayName\":\"P\",\"role\":\"PLANNER\",\"active\":true}")
                .then()
                .statusCode(200);
        browser.get("/").then().statusCode(200);
        change(id, "\"1\"", "{\"displayName\":\"P\",\"role\":\"AUDITOR\",\"active\":true}")
                .then()
                .statusCode(200);
        browser.get("/").then().statusCode(303);
        as(planner).get("/api/me").then().statusCode(200).body("role", equalTo("AUDITOR"));
        change(id, "\"2\"", "{\"displayName\":\"P\",\"role\":\"AUDITOR\",\"active\":false}")
                .then()
                .statusCode(200);
        as(planner).get("/api/me").then().statusCode(401);
        change(id, "\"3\"", "{\"displayName\":\"P\",\"role\":\"AUDITOR\",\"active\":true}")
                .then()
                .statusCode(200);
        as(planner).get("/api/me").then().statusCode(401);
    }

    @Test
    void twoManagersNeverShareAKey() {
        String key = unused();
        String body = "{\"displayName\":\"M\",\"role\":\"CUSTOMER_MANAGER\",\"manager\":\"%s\",\"active\":true}"
                .formatted(key);
        change(added(), "\"0\"", body).then().statusCode(200);
        change(added(), "\"0\"", body).then().statusCode(409).body("detail", containsString(key));
    }

    @Test
    void nobodyOfTheStaffBecomesARetailerNorARetailerStaff() {
        int staff = added();
        change(staff, "\"0\"", "{\"displayName\":\"P\",\"role\":\"RETAILER\",\"retailer\":\"L-77\",\"active\":true}")
                .then()
                .statusCode(409)
                .body("code", equalTo("CONFLICT"));
        Somebody retailer = fixtures.retailer("L-78");
        change((int) retailer.id(), "\"0\"", "{\"displayName\":\"P\",\"role\":\"PLANNER\",\"active\":true}")
                .then()
                .statusCode(409);
        assertEquals("RETAILER", fixtures.value("SELECT role FROM person WHERE id = ?", retailer.id()));
    }

    @Test
    void everyActIsInTheJournalAndNobodysName() {
        String before = fixtures.value("SELECT COALESCE(MAX(number), 0) FROM journal");
        String name = unused();
        int id = add(name, unused()).path("id");
        change(
                id,
                "\"0\"",
                "{\"displayName\":\"另一个\",\"role\":\"CUSTOMER_MANAGER\",\"manager\":\"L-77\",\"active\":true}");
        as(admin).delete("/api/people/" + id + "/sessions").then().statusCode(204);
        as(admin).delete("/api/people/" + id + "/lock-out").then().statusCode(204);
        as(admin).delete("/api/people/" + id + "/tokens").then().statusCode(204);
        as(admin).delete("/api/people/" + id + "/single-sign-on").then().statusCode(204);
        String entries = fixtures.value(
                "SELECT GROUP_CONCAT(CONCAT_WS(' ', kind, actor, subject, CONVERT(content USING utf8mb4)) ORDER BY number)"
                        + " FROM journal WHERE number > ?",
                before);
        assertTrue(entries.matches("(?s)PERSON_ADDED .*PERSON_CHANGED .*SESSIONS_ENDED .*LOCK_OUT_ENDED .*"), entries);
        for (String personal : new String[] {name, "王敏", "另一个", "L-77", ":" + id}) {
            assertFalse(entries.contains(personal), personal + " in " + entries);
        }
    }

    @Test
    void aProgramSeesAndRevokesItsOwnersTokensButMakesNone() {
        Somebody planner = fixtures.person(Role.PLANNER);
        int id = as(planner)
                .get("/api/tokens")
                .then()
                .statusCode(200)
                .body("items", hasSize(1))
                .body("items.name", hasItem("test"))
                .body("items[0].state", equalTo("VALID"))
                .body("items[0].id", notNullValue())
                .body("items[0].toString()", not(containsString("plm_")))
                .extract()
                .path("items[0].id");
        as(planner)
                .header("Idempotency-Key", unused())
                .body("{\"name\":\"more\"}")
                .post("/api/tokens")
                .then()
                .statusCode(405);
        as(admin).delete("/api/tokens/" + id).then().statusCode(403);
        as(admin).delete("/api/tokens/999999999").then().statusCode(403);
        as(planner).delete("/api/tokens/" + id).then().statusCode(204);
        as(planner).get("/api/me").then().statusCode(401);
    }
}
