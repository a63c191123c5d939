package io.plimsoll.service.people;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
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
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** People whom a provider of OpenID Connect sends, and those whom it should not have sent. */
@QuarkusTest
@QuarkusTestResource(RealMysql.class)
@TestProfile(SingleSignOnTest.WithProvider.class)
class SingleSignOnTest {

    /** Single sign-on is configured. */
    public static class WithProvider implements QuarkusTestProfile {
        @Override
        public List<TestResourceEntry> testResources() {
            return List.of(new TestResourceEntry(FakeProvider.class));
        }
    }

    private static final String START = "/sign-in/single-sign-on";

    @Inject
    Fixtures fixtures;

    /** Goes to the provider as somebody, and comes back. */
    private static Response comeBack(Browser browser, String claims) {
        return arrive(browser, back(browser, claims));
    }

    /** Our own page is asked twice: with what the provider has sent, and once more without. */
    private static Response arrive(Browser browser, String back) {
        Response first = browser.request().urlEncodingEnabled(false).get(back);
        String to = first.statusCode() == 302
                ? URI.create(first.getHeader("Location")).getRawPath()
                : "";
        return to.equals(START) ? browser.get(START) : first;
    }

    private static String back(Browser browser, String claims) {
        String provider = browser.get(START).then().statusCode(302).extract().header("Location");
        String as = claims == null ? "" : "&as=" + URLEncoder.encode(claims, StandardCharsets.UTF_8);
        String back = given().redirects()
                .follow(false)
                .urlEncodingEnabled(false)
                .get(provider + as)
                .then()
                .statusCode(302)
                .extract()
                .header("Location");
        URI uri = URI.create(back);
        assertEquals(START, uri.getRawPath());
        return uri.getRawPath() + "?" + uri.getRawQuery();
    }

    private static String claims(String subject, String email, boolean verified) {
        return "{\"sub\":\"%s\",\"email\":\"%s\",\"email_verified\":%s,\"groups\":[\"ADMIN\",\"PLANNER\"]}"
                .formatted(subject, email, verified);
    }

    private Somebody withMail(Role role) {
        Somebody somebody = fixtures.person(role);
        String mail = "p" + somebody.id() + "@county.example";
        fixtures.execute("UPDATE person SET name = ?, password_hash = NULL WHERE id = ?", mail, somebody.id());
        return new Somebody(somebody.id(), mail, somebody.token());
    }

    @Test
    void theSignInPageOffersTheProviderByItsName() {
        given().get("/sign-in").then().body(containsString("Sign in with County ID"));
        given().header("Accept-Language", "zh").get("/sign-in").then().body(containsString("通过County ID登录"));
    }

    @Test
    void somebodyIsBoundByHisVerifiedMailAndFromThenOnKnownByHisAccount() {
        Somebody auditor = withMail(Role.AUDITOR);
        String subject = Forms.random();
        Browser browser = new Browser();
        Response answer = comeBack(browser, claims(subject, auditor.name(), true));
        answer.then().statusCode(303).header("Location", not(containsString("sign-in")));
        browser.get("/").then().statusCode(200).body(containsString("Auditor"));
        browser.post("/", "/sign-out", Map.of()).then().statusCode(303);
        browser.get("/").then().statusCode(303);

        Browser again = new Browser();
        comeBack(again, claims(subject, "another@county.example", false)).then().statusCode(303);
        again.get("/").then().statusCode(200).body(containsString("Auditor"));
        assertEquals(
                "1",
                fixtures.value(
                        "SELECT COUNT(*) FROM journal WHERE kind = 'SINGLE_SIGN_ON_BOUND' AND subject ="
                                + " (SELECT reference FROM reference WHERE kind = 'PERSON' AND subject_key = ?)",
                        Long.toString(auditor.id())));
    }

    @Test
    void theSessionIsOursAndNothingOfTheProvidersCountsElsewhere() {
        Somebody auditor = withMail(Role.AUDITOR);
        Browser browser = new Browser();
        String back = back(browser, claims(Forms.random(), auditor.name(), true));
        Response answer = arrive(browser, back);
        List<String> cookies = answer.getHeaders().getValues("Set-Cookie");
        assertTrue(cookies.stream().anyMatch(each -> each.startsWith("plimsoll_session=")), cookies.toString());
        assertTrue(
                cookies.stream()
                        .filter(each -> each.startsWith("q_session"))
                        .allMatch(each -> each.contains("Max-Age=0") || each.startsWith("q_session=;")),
                cookies.toString());
        browser.get("/people").then().statusCode(403);
        arrive(browser, back).then().statusCode(not(303));
    }

    @Test
    void nobodyIsMadeAPersonAndNobodyIsBoundByAMailThatIsNotVerified() {
        Somebody planner = withMail(Role.PLANNER);
        for (String claims : List.of(
                claims(Forms.random(), "stranger@county.example", true),
                claims(Forms.random(), planner.name(), false),
                "{\"sub\":\"%s\",\"preferred_username\":\"%s\"}".formatted(Forms.random(), planner.name()))) {
            Browser browser = new Browser();
            comeBack(browser, claims).then().statusCode(403).body(containsString("Ask an admin"));
            browser.get("/").then().statusCode(303);
        }
        assertEquals("0", fixtures.value("SELECT COUNT(*) FROM person WHERE name = 'stranger@county.example'"));
    }

    @Test
    void whoIsBoundIsNotTakenOverByAnotherAccountUntilAnAdminUnbindsHim() {
        Somebody planner = withMail(Role.PLANNER);
        comeBack(new Browser(), claims(Forms.random(), planner.name(), true))
                .then()
                .statusCode(303);
        String other = claims(Forms.random(), planner.name(), true);
        comeBack(new Browser(), other).then().statusCode(403);
        given().header("Authorization", "Bearer " + fixtures.person(Role.ADMIN).token())
                .delete("/api/people/" + planner.id() + "/single-sign-on")
                .then()
                .statusCode(204);
        comeBack(new Browser(), other).then().statusCode(303);
    }

    @Test
    void whoIsInactiveIsNotAdmitted() {
        Somebody planner = withMail(Role.PLANNER);
        String claims = claims(Forms.random(), planner.name(), true);
        comeBack(new Browser(), claims).then().statusCode(303);
        fixtures.execute("UPDATE person SET active = FALSE WHERE id = ?", planner.id());
        comeBack(new Browser(), claims).then().statusCode(403);
    }

    @Test
    void whoIsRefusedThereOrBringsAForgedTokenOrAnothersCodeIsToldSo() {
        Somebody planner = withMail(Role.PLANNER);
        Browser refused = new Browser();
        String away = comeBack(refused, null).then().statusCode(302).extract().header("Location");
        assertTrue(away.contains("/sign-in/single-sign-on/refused"), away);
        refused.get("/sign-in/single-sign-on/refused")
                .then()
                .statusCode(403)
                .body(containsString("did not let you in"));
        String forged = claims(Forms.random(), planner.name(), true).replace("{", "{\"forged\":true,");
        comeBack(new Browser(), forged).then().statusCode(303).header("Location", containsString("/refused"));
        String code = back(new Browser(), claims(Forms.random(), planner.name(), true));
        Browser other = new Browser();
        arrive(other, code).then().statusCode(302).header("Location", containsString("/authorize"));
        other.get("/").then().statusCode(303);
    }

    @Test
    void passwordsAndTokensWorkAsBefore() {
        Somebody planner = fixtures.person(Role.PLANNER);
        Browser.of(planner).get("/").then().statusCode(200);
        given().header("Authorization", "Bearer " + planner.token())
                .get("/api/me")
                .then()
                .statusCode(200);
        given().header("Authorization", "Bearer eyJhbGciOiJub25lIn0.e30.")
                .get("/api/me")
                .then()
                .statusCode(401);
        new Browser().get("/").then().statusCode(303).header("Location", containsString("/sign-in?next="));
    }
}
