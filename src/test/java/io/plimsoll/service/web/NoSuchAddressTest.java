package io.plimsoll.service.web;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import io.plimsoll.service.Browser;
import io.plimsoll.service.Fixtures;
import io.plimsoll.service.RealMysql;
import io.plimsoll.service.right.Role;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is asked for in a way that nothing answers to is refused in the form its reader knows. */
@QuarkusTest
@QuarkusTestResource(RealMysql.class)
class NoSuchAddressTest {

    @Inject
    Fixtures fixtures;

    @ParameterizedTest
    @ValueSource(strings = {"/nothing", "/people/x", "/cycles/a/b/c/d", "/static/nothing.css"})
    void isAPageForWhoeverIsSignedIn(String address) {
        Browser.of(fixtures.person(Role.ADMIN))
                .get(address)
                .then()
                .statusCode(404)
                .contentType(startsWith("text/html"))
                .body(containsString("action=\"/sign-out\""));
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /api/nothing, 404, NOT_FOUND",
        "GET, /api/people/1/nothing, 404, NOT_FOUND",
        "PATCH, /api/people, 405, METHOD_NOT_ALLOWED",
        "DELETE, /api/cycles, 405, METHOD_NOT_ALLOWED",
    })
    void isAProblemForAProgram(String method, String address, int status, String code) {
        RestAssured.given()
                .header("Authorization", "Bearer " + fixtures.person(Role.ADMIN).token())
                .request(method, address)
                .then()
                .statusCode(status)
                .contentType(startsWith("application/problem+json"))
                .body("code", equalTo(code))
                .body("status", equalTo(status));
    }

    @Test
    void isNotThereForWhoeverIsNotSignedInEither() {
        new Browser().get("/nothing").then().statusCode(404).body(not(containsString("action=\"/sign-out\"")));
        RestAssured.get("/api/nothing").then().statusCode(404).contentType(startsWith("application/problem+json"));
    }

    @Test
    void aBodyOfAnotherKindIsNamed() {
        RestAssured.given()
                .header(
                        "Authorization",
                        "Bearer " + fixtures.person(Role.PLANNER).token())
                .header("Idempotency-Key", Forms.random())
                .contentType("text/plain")
                .body("Harbour quarter")
                .post("/api/territories")
                .then()
                .statusCode(415)
                .contentType(startsWith("application/problem+json"))
                .body("code", equalTo("UNSUPPORTED_MEDIA_TYPE"));
    }
}
