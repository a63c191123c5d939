package io.plimsoll.service.people;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plimsoll.service.Browser;
import io.plimsoll.service.Fixtures;
import io.plimsoll.service.RealMysql;
import io.plimsoll.service.right.Role;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Who knows his password is let in, and nobody else. */
@QuarkusTest
@QuarkusTestResource(RealMysql.class)
class SignInTest {

    @Inject
    Fixtures fixtures;

    @Test
    void aPersonSignsInSeesHisNameAndSignsOut() {
        Fixtures.Somebody planner = fixtures.person(Role.PLANNER);
        Browser browser = Browser.of(planner);
        browser.get("/").then().statusCode(200).body(containsString(planner.name()));
        browser.post("/", "/sign-out", Map.of()).then().statusCode(303);
        browser.get("/").then().statusCode(303).header("Location", containsString("/sign-in"));
    }

    @Test
    void aStolenCookieIsWorthNothingAfterSigningOut() {
        Browser browser = Browser.of(fixtures.person(Role.PLANNER));
        String cookie = browser.get("/").getDetailedCookies().toString();
        browser.post("/", "/sign-out", Map.of());
        given().redirects()
                .follow(false)
                .header("Cookie", cookie)
                .get("/")
                .then()
                .statusCode(303);
    }

    @Test
    void aWrongPasswordAndAnUnknownNameAreAnsweredAlike() {
        Fixtures.Somebody planner = fixtures.person(Role.PLANNER);
        String wrong = attempt(planner.name(), "wrong").replace(planner.name(), "X");
        String unknown = attempt("nobody-has-this", "wrong").replace("nobody-has-this", "X");
        assertEquals(withoutTokens(wrong), withoutTokens(unknown));
    }

    @Test
    void whoeverGuessesHasToWaitEvenWithTheRightPassword() {
        Fixtures.Somebody planner = fixtures.person(Role.PLANNER);
        for (int i = 0; i < 6; i++) {
            attempt(planner.name(), "guess " + i);
        }
        String answer = attempt(planner.name(), Fixtures.PASSWORD);
        assertTrue(answer.contains("Too many attempts"), answer);
    }

    @Test
    void aLicenceInSmallLettersAndBlanksAroundItSignInItsRetailerOnly() {
        Fixtures.Somebody retailer = fixtures.retailer(null);
        Fixtures.Somebody planner = fixtures.person(Role.PLANNER);
        String licence = "L-" + retailer.id();
        String office = "O-" + planner.id();
        fixtures.execute("UPDATE person SET name = ? WHERE id = ?", licence, retailer.id());
        fixtures.execute("UPDATE person SET name = ? WHERE id = ?", office, planner.id());
        assertEquals(303, signIn(licence));
        assertEquals(303, signIn("  " + licence.toLowerCase(Locale.ROOT) + " "));
        assertEquals(303, signIn(office));
        assertEquals(401, signIn(office.toLowerCase(Locale.ROOT)), "whoever is no retailer has a name, not a licence");
        new Browser().get("/sign-in").then().body(containsString("Name or licence number"));
    }

    @Test
    void anotherWhoseNameIsLetterByLetterWhatWasTypedComesFirst() {
        Fixtures.Somebody retailer = fixtures.retailer(null);
        Fixtures.Somebody planner = fixtures.person(Role.PLANNER);
        fixtures.execute("UPDATE person SET name = ? WHERE id = ?", "X-" + retailer.id(), retailer.id());
        fixtures.execute("UPDATE person SET name = ? WHERE id = ?", "x-" + retailer.id(), planner.id());
        Browser browser = new Browser();
        browser.post("/sign-in", "/sign-in", Map.of("name", "x-" + retailer.id(), "password", Fixtures.PASSWORD));
        browser.get("/").then().body(containsString(planner.name()));
    }

    @Test
    void largeAndSmallLettersGiveNobodyMoreAttempts() {
        String name = "nobody-" + fixtures.person(Role.PLANNER).id();
        for (int i = 0; i < 6; i++) {
            attempt(i % 2 == 0 ? name : name.toUpperCase(Locale.ROOT), "guess " + i);
        }
        String answer = attempt(name.toUpperCase(Locale.ROOT), "guess");
        assertTrue(answer.contains("Too many attempts"), answer);
    }

    private static int signIn(String name) {
        return new Browser()
                .post("/sign-in", "/sign-in", Map.of("name", name, "password", Fixtures.PASSWORD))
                .statusCode();
    }

    @Test
    void aFormFromElsewhereIsRefused() {
        given().redirects()
                .follow(false)
                .formParam("name", "x")
                .formParam("password", "y")
                .post("/sign-in")
                .then()
                .statusCode(403)
                .body(containsString("another site"));
        Browser browser = Browser.of(fixtures.person(Role.PLANNER));
        browser.request().formParam("csrf", "made up").post("/sign-out").then().statusCode(403);
        browser.get("/").then().statusCode(200);
    }

    @Test
    void aProgramUsesItsTokenUnderApiOnly() {
        Fixtures.Somebody planner = fixtures.person(Role.PLANNER);
        given().header("Authorization", "Bearer " + planner.token())
                .get("/api/me")
                .then()
                .statusCode(200)
                .body("name", equalTo(planner.name()))
                .body("role", equalTo("PLANNER"));
        given().redirects()
                .follow(false)
                .header("Authorization", "Bearer " + planner.token())
                .get("/")
                .then()
                .statusCode(303);
        Browser.of(planner).get("/api/me").then().statusCode(401).body("code", equalTo("NOT_SIGNED_IN"));
    }

    @Test
    void aTokenThatIsNoneIsRefusedWithAProblem() {
        given().header("Authorization", "Bearer plm_made-up")
                .get("/api/me")
                .then()
                .statusCode(401)
                .contentType("application/problem+json")
                .body("code", equalTo("NOT_SIGNED_IN"));
    }

    @Test
    void thePageIsInTheLanguageOfTheBrowserOrTheSwitch() {
        given().header("Accept-Language", "zh-CN,zh;q=0.9")
                .get("/sign-in")
                .then()
                .body(containsString("登录"));
        Browser browser = new Browser();
        browser.get("/language/zh?back=/sign-in").then().statusCode(303);
        browser.get("/sign-in").then().body(containsString("登录"));
        browser.get("/language/en?back=//elsewhere.example")
                .then()
                .header("Location", not(containsString("elsewhere")));
    }

    @Test
    void everySignInIsInTheJournalWithoutANameInIt() {
        Fixtures.Somebody planner = fixtures.person(Role.PLANNER);
        String before = fixtures.value("SELECT COALESCE(MAX(number), 0) FROM journal");
        Browser.of(planner);
        String entry = fixtures.value(
                "SELECT CONCAT(actor, ' ', kind, ' ', subject, ' ', CONVERT(content USING utf8mb4)) FROM journal"
                        + " WHERE number > ? AND kind = 'SIGNED_IN'",
                before);
        assertTrue(entry.contains("SIGNED_IN"), entry);
        assertFalse(entry.contains(planner.name()), entry);
        assertFalse(entry.contains(":" + planner.id()), entry);
    }

    private static String attempt(String name, String password) {
        return new Browser()
                .post("/sign-in", "/sign-in", Map.of("name", name, "password", password))
                .then()
                .statusCode(401)
                .extract()
                .asString();
    }

    private static String withoutTokens(String page) {
        return page.replaceAll("name=\"csrf\" value=\"[^\"]*\"", "");
    }
}
