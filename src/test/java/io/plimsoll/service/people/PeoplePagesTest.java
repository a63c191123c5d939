package io.plimsoll.service.people;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
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
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What people do about people, passwords and tokens on pages. */
@QuarkusTest
@QuarkusTestResource(RealMysql.class)
class PeoplePagesTest {

    private static final Pattern SECRET = Pattern.compile("class=\"secret\"><code>([^<]+)</code>");
    private static final String NEW_PASSWORD = "another battery staple";

    @Inject
    Fixtures fixtures;

    private static String secret(Response page) {
        Matcher matcher = SECRET.matcher(page.asString());
        assertTrue(matcher.find(), page.asString());
        return matcher.group(1);
    }

    private static Map<String, String> form(String name, String role, String once) {
        return Map.of(
                "name", name,
                "displayName", "Li Hua",
                "role", role,
                "retailer", "L-1",
                "manager", "",
                "territories", "East，West",
                "once", once);
    }

    private static Response signIn(Browser browser, String name, String password) {
        return browser.post("/sign-in", "/sign-in", Map.of("name", name, "password", password));
    }

    private static Response changePassword(Browser browser, String old, String chosen, String again) {
        return browser.post("/password", "/password", Map.of("old", old, "chosen", chosen, "again", again));
    }

    @Test
    void anAdminAddsAPersonWhoThenComesInByATemporaryPasswordAndChoosesHisOwn() {
        Browser admin = Browser.of(fixtures.person(Role.ADMIN));
        String name = "li." + Forms.random().substring(0, 8);
        String once = Forms.random();
        String location = admin.post("/people/new", "/people", form(name, "MARKET_MANAGER", once))
                .then()
                .statusCode(303)
                .extract()
                .header("Location");
        String again = admin.post("/people/new", "/people", form(name, "MARKET_MANAGER", once))
                .header("Location");
        assertEquals(location, again);
        String address = location.replaceAll("\\?.*", "").replaceAll("^https?://[^/]+", "");
        admin.get(address).then().body(containsString("East, West")).body(not(containsString("L-1")));
        String password = secret(admin.post(address, address + "/password", Map.of("version", "0")));

        Browser person = new Browser();
        signIn(person, name, password).then().statusCode(303).header("Location", containsString("/password"));
        for (String page : List.of("/", "/tokens")) {
            person.get(page).then().statusCode(303).header("Location", containsString("/password"));
        }
        person.get("/language/zh").then().statusCode(303);
        person.get("/assets/plimsoll.css").then().statusCode(200);
        person.get("/password").then().body(containsString("只有自己知道的密码"));
        changePassword(person, password, NEW_PASSWORD, NEW_PASSWORD).then().statusCode(303);
        person.get("/").then().statusCode(200);
        signIn(new Browser(), name, password).then().statusCode(401);
    }

    @Test
    void theNextPageOfAListKeepsToTheFilterAndTheSize() {
        Browser admin = Browser.of(fixtures.person(Role.ADMIN));
        fixtures.person(Role.ADMIN);
        admin.get("/people?search=&role=ADMIN&active=&size=1")
                .then()
                .statusCode(200)
                .body(containsString("href=\"?role=ADMIN&amp;size=1&amp;page=2\""));
    }

    @Test
    void aFormThatIsRefusedKeepsWhatWasTypedAndLeadsToTheFields() {
        Browser admin = Browser.of(fixtures.person(Role.ADMIN));
        Map<String, String> typed = new HashMap<>(form("not a name", "", Forms.random()));
        admin.post("/people/new", "/people", typed)
                .then()
                .statusCode(422)
                .body(containsString("href=\"#name\""))
                .body(containsString("href=\"#role\""))
                .body(containsString("value=\"not a name\""))
                .body(containsString("value=\"East，West\""));
    }

    @Test
    void whoSavesAnOldVersionLosesNothingOfAnothers() {
        Browser admin = Browser.of(fixtures.person(Role.ADMIN));
        Somebody planner = fixtures.person(Role.PLANNER);
        String address = "/people/" + planner.id();
        Map<String, String> change =
                Map.of("displayName", "First", "role", "PLANNER", "active", "true", "version", "0");
        admin.post(address, address, change).then().statusCode(303);
        Map<String, String> late = Map.of("displayName", "Second", "role", "PLANNER", "active", "true", "version", "0");
        admin.post(address, address, late)
                .then()
                .statusCode(412)
                .body(containsString("Second"))
                .body(containsString("Somebody else has changed it"));
        admin.get(address).then().body(containsString("<h1>First</h1>"));
        admin.post(address, address + "/password", Map.of("version", "0"))
                .then()
                .statusCode(412);
    }

    @Test
    void aPasswordIsChangedByWhoKnowsTheOldOneToOneThatIsGoodEnough() {
        Somebody planner = fixtures.person(Role.PLANNER);
        Browser browser = Browser.of(planner);
        Browser elsewhere = Browser.of(planner);
        String old = Fixtures.PASSWORD;
        changePassword(browser, "wrong", NEW_PASSWORD, NEW_PASSWORD)
                .then()
                .statusCode(422)
                .body(containsString("href=\"#old\""));
        changePassword(browser, old, "elevenchars", "elevenchars").then().statusCode(422);
        changePassword(browser, old, planner.name() + "12345", planner.name() + "12345")
                .then()
                .statusCode(422);
        changePassword(browser, old, "密".repeat(25), "密".repeat(25)).then().statusCode(422);
        changePassword(browser, old, old, old).then().statusCode(422);
        changePassword(browser, old, NEW_PASSWORD, "a different one").then().statusCode(422);
        elsewhere.get("/").then().statusCode(200);
        changePassword(browser, old, "密码".repeat(12), "密码".repeat(12)).then().statusCode(303);
        browser.get("/").then().statusCode(200);
        elsewhere.get("/").then().statusCode(303);
        signIn(new Browser(), planner.name(), old).then().statusCode(401);
        signIn(new Browser(), planner.name(), "密码".repeat(12)).then().statusCode(303);
    }

    @Test
    void aTokenIsShownOnceWorksAndIsRevoked() {
        Somebody planner = fixtures.person(Role.PLANNER);
        Browser browser = Browser.of(planner);
        Map<String, String> form = Map.of("name", "nightly <export>", "days", "30", "once", Forms.random());
        Response made = browser.post("/tokens", "/tokens", form);
        made.then().statusCode(200).header("Cache-Control", "no-store");
        String token = secret(made);
        given().header("Authorization", "Bearer " + token)
                .get("/api/me")
                .then()
                .statusCode(200)
                .body("name", equalTo(planner.name()));
        browser.post("/tokens", "/tokens", form).then().statusCode(303).header("Location", containsString("already"));
        browser.get("/tokens")
                .then()
                .body(containsString("nightly &lt;export&gt;"))
                .body(not(containsString(token)));
        String id = fixtures.value("SELECT MAX(id) FROM api_token WHERE person_id = ?", planner.id());
        Browser.of(fixtures.person(Role.PLANNER))
                .post("/tokens", "/tokens/" + id + "/revoke", Map.of())
                .then()
                .statusCode(403);
        browser.post("/tokens", "/tokens/" + id + "/revoke", Map.of()).then().statusCode(303);
        given().header("Authorization", "Bearer " + token).get("/api/me").then().statusCode(401);
    }

    @Test
    void nobodyHasMoreThanTwentyValidTokens() {
        Somebody planner = fixtures.person(Role.PLANNER);
        for (int i = 1; i < Tokens.MOST_OF_A_PERSON; i++) {
            fixtures.token(planner.id(), "plm_" + Forms.random());
        }
        Browser browser = Browser.of(planner);
        Map<String, String> form = Map.of("name", "one more", "days", "0", "once", Forms.random());
        browser.post("/tokens", "/tokens", form).then().statusCode(409).body(containsString("at most 20"));
    }

    @Test
    void aTokenThatLastsNoKnownTimeOrHasNoNameIsNotMade() {
        Browser browser = Browser.of(fixtures.person(Role.PLANNER));
        for (String days : List.of("", "-1", "x", "99999")) {
            browser.post("/tokens", "/tokens", Map.of("name", "n", "days", days, "once", Forms.random()))
                    .then()
                    .statusCode(422);
        }
        browser.post("/tokens", "/tokens", Map.of("name", " ", "days", "30", "once", Forms.random()))
                .then()
                .statusCode(422)
                .body(containsString("href=\"#name\""));
    }
}
