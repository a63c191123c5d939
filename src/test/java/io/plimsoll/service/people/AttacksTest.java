package io.plimsoll.service.people;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plimsoll.service.Browser;
import io.plimsoll.service.Fixtures;
import io.plimsoll.service.Fixtures.Somebody;
import io.plimsoll.service.RealMysql;
import io.plimsoll.service.TestClock;
import io.plimsoll.service.right.Role;
import io.plimsoll.service.web.Forms;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Those who would like to come in without the right, and what stops them. */
@QuarkusTest
@QuarkusTestResource(RealMysql.class)
class AttacksTest {

    private static final String WAIT = "Too many attempts";

    @Inject
    Fixtures fixtures;

    @Inject
    TestClock clock;

    @Inject
    Guard guard;

    @AfterEach
    void theRightTime() {
        clock.putBack();
        fixtures.execute("DELETE FROM sign_in_guard");
    }

    private static Response signIn(Browser browser, String name, String password) {
        return browser.post("/sign-in", "/sign-in", Map.of("name", name, "password", password));
    }

    private static Response me(String token) {
        return given().header("Authorization", "Bearer " + token).get("/api/me");
    }

    @Test
    void ofAHundredGuessesAtOnceFiveAreLookedAt() throws Exception {
        clock.stop();
        String name = fixtures.person(Role.PLANNER).name();
        assertEquals(5, lookedAt(name, 100));
    }

    @Test
    void aNameThatNobodyHasIsGuardedJustTheSame() throws Exception {
        clock.stop();
        assertEquals(5, lookedAt("nobody-" + Forms.random(), 20));
    }

    /** How many of so many wrong passwords, tried at the same time, are told to be wrong rather than to wait. */
    private static long lookedAt(String name, int guesses) throws Exception {
        Browser browser = new Browser();
        String csrf = Browser.csrf(browser.get("/sign-in").asString());
        List<Callable<String>> attempts = new ArrayList<>();
        for (int i = 0; i < guesses; i++) {
            String guess = "guess " + i;
            attempts.add(() -> browser.request()
                    .formParam("csrf", csrf)
                    .formParam("name", name)
                    .formParam("password", guess)
                    .post("/sign-in")
                    .asString());
        }
        ExecutorService attackers = Executors.newFixedThreadPool(guesses);
        try {
            long looked = 0;
            for (Future<String> answer : attackers.invokeAll(attempts)) {
                assertTrue(answer.get().contains("role=\"alert\""), answer.get());
                looked += answer.get().contains(WAIT) ? 0 : 1;
            }
            return looked;
        } finally {
            attackers.shutdown();
        }
    }

    @Test
    void aLockOutEndsByItselfAndByAnAdmin() {
        Somebody planner = fixtures.person(Role.PLANNER);
        Browser browser = new Browser();
        for (int i = 0; i < 5; i++) {
            signIn(browser, planner.name(), "wrong");
        }
        assertTrue(signIn(browser, planner.name(), Fixtures.PASSWORD).asString().contains(WAIT));
        clock.pass(Duration.ofSeconds(6));
        signIn(browser, planner.name(), "wrong").then().body(containsString("wrong"));
        clock.pass(Duration.ofSeconds(6));
        assertTrue(signIn(browser, planner.name(), Fixtures.PASSWORD).asString().contains(WAIT), "it has doubled");
        given().header("Authorization", "Bearer " + fixtures.person(Role.ADMIN).token())
                .delete("/api/people/" + planner.id() + "/lock-out")
                .then()
                .statusCode(204);
        signIn(browser, planner.name(), Fixtures.PASSWORD).then().statusCode(303);
    }

    @Test
    void oneAddressCannotTryManyNames() {
        String address = "192.0.2." + Forms.random();
        long allowed = IntStream.range(0, 60)
                .filter(i -> guard.attempt("name " + i, address).isZero())
                .count();
        assertEquals(50, allowed);
        assertTrue(guard.attempt("another name", "198.51.100.1").isZero());
    }

    @Test
    void aClockThatIsSetBackLocksNobodyOutAndForgetsNoGuess() {
        Fixtures.Somebody planner = fixtures.person(Role.PLANNER);
        clock.pass(Duration.ofDays(40));
        for (int i = 0; i < 9; i++) {
            guard.attempt(planner.name(), "192.0.2.17");
        }
        clock.putBack();
        assertEquals(Duration.ZERO, guard.attempt(planner.name(), "192.0.2.17"));
        assertFalse(guard.attempt(planner.name(), "192.0.2.17").isZero(), "the guesses of before still count");
    }

    @Test
    void delaysDoubleUpToAQuarterOfAnHour() {
        assertEquals(Duration.ZERO, Guard.delayAfter(-1));
        assertEquals(Duration.ofSeconds(5), Guard.delayAfter(0));
        assertEquals(Duration.ofSeconds(40), Guard.delayAfter(3));
        assertEquals(Duration.ofMinutes(15), Guard.delayAfter(8));
        assertEquals(Duration.ofMinutes(15), Guard.delayAfter(Integer.MAX_VALUE));
    }

    @Test
    void aCookieThatSomebodyElseHasSetIsNeverSignedIn() {
        String planted = Forms.random();
        Somebody planner = fixtures.person(Role.PLANNER);
        Browser browser = new Browser();
        String csrf = Browser.csrf(browser.get("/sign-in").asString());
        Response answer = browser.request()
                .cookie("plimsoll_session", planted)
                .formParam("csrf", csrf)
                .formParam("name", planner.name())
                .formParam("password", Fixtures.PASSWORD)
                .post("/sign-in");
        answer.then().statusCode(303);
        assertNotEquals(planted, answer.getCookie("plimsoll_session"));
        given().redirects()
                .follow(false)
                .cookie("plimsoll_session", planted)
                .get("/")
                .then()
                .statusCode(303);
        assertNotEquals(
                answer.getCookie("plimsoll_session"),
                signIn(new Browser(), planner.name(), Fixtures.PASSWORD).getCookie("plimsoll_session"));
    }

    @Test
    void noScriptAndNoOtherSiteGetsTheCookie() {
        Response answer = signIn(new Browser(), fixtures.person(Role.PLANNER).name(), Fixtures.PASSWORD);
        String cookie = answer.getHeaders().getValues("Set-Cookie").stream()
                .filter(each -> each.startsWith("plimsoll_session="))
                .findFirst()
                .orElseThrow();
        assertTrue(cookie.toLowerCase(Locale.ROOT).contains("httponly"), cookie);
        assertTrue(cookie.contains("SameSite=Lax"), cookie);
        assertTrue(cookie.contains("Path=/"), cookie);
        assertFalse(cookie.contains("Max-Age"), "it ends with the browser: " + cookie);
    }

    @Test
    void aSessionEndsTwoHoursAfterTheLastRequest() {
        Browser browser = Browser.of(fixtures.person(Role.PLANNER));
        clock.pass(Duration.ofMinutes(119));
        browser.get("/").then().statusCode(200);
        clock.pass(Duration.ofMinutes(119));
        browser.get("/").then().statusCode(200);
        clock.pass(Duration.ofMinutes(121));
        browser.get("/").then().statusCode(303);
    }

    @Test
    void aSessionEndsAfterTwelveHoursHoweverBusy() {
        Browser browser = Browser.of(fixtures.person(Role.PLANNER));
        for (int hour = 1; hour < 12; hour++) {
            clock.pass(Duration.ofHours(1));
            browser.get("/").then().statusCode(200);
        }
        clock.pass(Duration.ofMinutes(61));
        browser.get("/").then().statusCode(303);
    }

    @Test
    void whoIsNoLongerActiveIsOutAtOnce() {
        Somebody planner = fixtures.person(Role.PLANNER);
        Browser browser = Browser.of(planner);
        browser.get("/").then().statusCode(200);
        me(planner.token()).then().statusCode(200);
        fixtures.execute("UPDATE person SET active = FALSE WHERE id = ?", planner.id());
        browser.get("/").then().statusCode(303);
        me(planner.token()).then().statusCode(401);
        signIn(new Browser(), planner.name(), Fixtures.PASSWORD)
                .then()
                .statusCode(401)
                .body(containsString("Name or password is wrong"));
    }

    @Test
    void aTokenThatHasExpiredOrIsRevokedIsWorthNothing() {
        Somebody planner = fixtures.person(Role.PLANNER);
        fixtures.execute(
                "UPDATE api_token SET expires_at = UTC_TIMESTAMP(6) + INTERVAL 1 DAY WHERE person_id = ?",
                planner.id());
        me(planner.token()).then().statusCode(200);
        clock.pass(Duration.ofHours(25));
        me(planner.token()).then().statusCode(401);
        Somebody other = fixtures.person(Role.PLANNER);
        fixtures.execute("UPDATE api_token SET revoked_at = UTC_TIMESTAMP(6) WHERE person_id = ?", other.id());
        me(other.token()).then().statusCode(401);
        me(planner.token().substring(1)).then().statusCode(401);
        me(planner.token() + "x").then().statusCode(401);
        me("").then().statusCode(401);
    }

    @Test
    void whoIsLockedOutOfSigningInIsLockedOutOfChangingHisPasswordToo() {
        Somebody planner = fixtures.person(Role.PLANNER);
        Browser browser = Browser.of(planner);
        for (int i = 0; i < 5; i++) {
            change(browser, "guess " + i).then().statusCode(422);
        }
        change(browser, Fixtures.PASSWORD).then().statusCode(429).body(containsString(WAIT));
    }

    private static Response change(Browser browser, String old) {
        String chosen = "a longer password than before";
        return browser.post("/password", "/password", Map.of("old", old, "chosen", chosen, "again", chosen));
    }

    @Test
    void passwordsAndTokensAreInNoLogAndNoRowAndNoLaterPage() {
        List<String> logged = new ArrayList<>();
        Handler listener = new Handler() {
            @Override
            public void publish(LogRecord entry) {
                logged.add(entry.getMessage() + " " + Arrays.toString(entry.getParameters())
                        + (entry.getThrown() == null ? "" : entry.getThrown()));
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        Logger root = Logger.getLogger("");
        root.addHandler(listener);
        Somebody planner = fixtures.person(Role.PLANNER);
        String typed = "typed " + Forms.random();
        try {
            signIn(new Browser(), planner.name(), typed).then().statusCode(401);
            signIn(new Browser(), typed, typed).then().statusCode(401);
            me("plm_" + typed).then().statusCode(401);
            Browser browser = Browser.of(planner);
            change(browser, typed).then().statusCode(422);
            browser.post("/password", "/password", Map.of("old", Fixtures.PASSWORD, "chosen", typed, "again", typed))
                    .then()
                    .statusCode(303);
            me(planner.token()).then().statusCode(200);
            assertFalse(browser.get("/tokens").asString().contains(planner.token()));
        } finally {
            root.removeHandler(listener);
        }
        for (String secret : List.of(typed, planner.token())) {
            assertTrue(logged.stream().noneMatch(line -> line.contains(secret)), logged.toString());
            for (String rows : List.of(
                    "journal WHERE INSTR(content, ?)",
                    "idempotent_request WHERE INSTR(body, ?)",
                    "person WHERE INSTR(password_hash, ?)",
                    "api_token WHERE INSTR(token_hash, ?)",
                    "sign_in_session WHERE INSTR(token_hash, ?)",
                    "sign_in_guard WHERE INSTR(subject, ?)")) {
                assertEquals("0", fixtures.value("SELECT COUNT(*) FROM " + rows, secret), rows);
            }
        }
    }
}
