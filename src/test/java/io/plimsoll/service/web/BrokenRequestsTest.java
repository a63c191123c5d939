package io.plimsoll.service.web;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plimsoll.service.Browser;
import io.plimsoll.service.Fixtures;
import io.plimsoll.service.RealMysql;
import io.plimsoll.service.right.Role;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.config.EncoderConfig;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests that are broken below what any page looks at are refused in words, and do nothing. */
@QuarkusTest
@QuarkusTestResource(RealMysql.class)
class BrokenRequestsTest {

    @Inject
    Fixtures fixtures;

    @ParameterizedTest
    @ValueSource(strings = {"/{x}", "/<", "/\"", "/%zz", "//elsewhere.example", "/\\elsewhere.example", "elsewhere"})
    void signingInLeadsHomeWhereTheAddressToGoOnToIsNone(String next) {
        Fixtures.Somebody somebody = fixtures.person(Role.PLANNER);
        new Browser()
                .post(
                        "/sign-in",
                        "/sign-in",
                        Map.of("name", somebody.name(), "password", Fixtures.PASSWORD, "next", next))
                .then()
                .statusCode(303)
                .header("Location", equalTo("/"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/%3C", "/%7C", "/%22", "/%5Ba", "/%7Ba%7D", "/%25zz"})
    void theSwitchOfTheLanguageLeadsHomeAsWell(String back) {
        RestAssured.given()
                .redirects()
                .follow(false)
                .urlEncodingEnabled(false)
                .get("/language/en?back=" + back)
                .then()
                .statusCode(303)
                .header("Location", equalTo("/"));
    }

    @Test
    void anAddressToGoOnToKeepsItsQuestion() {
        new Browser()
                .request()
                .urlEncodingEnabled(false)
                .get("/language/en?back=%2Fretailers%3Fsearch%3D%25E4%25B8%25AD%26page%3D2")
                .then()
                .header("Location", equalTo("/retailers?search=%E4%B8%AD&page=2"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"%", "a=%zz", "many"})
    void aFormThatIsBrokenIsRefused(String body) {
        String form = body.equals("many") ? "a=1&".repeat(3000) : body;
        RestAssured.given()
                .redirects()
                .follow(false)
                .config(RestAssured.config()
                        .encoderConfig(EncoderConfig.encoderConfig()
                                .encodeContentTypeAs("application/x-www-form-urlencoded", ContentType.TEXT)))
                .contentType("application/x-www-form-urlencoded")
                .body(form)
                .post("/sign-in")
                .then()
                .statusCode(400)
                .contentType(startsWith("text/html"));
    }

    @ParameterizedTest
    @CsvSource({
        "/api/uploads, boundary=bb, ''",
        "/api/uploads, boundary=bb, --bb--",
        "/api/uploads, boundary=bb, cut",
        "/api/uploads, boundary=, --bb--",
        "/api/policies, boundary=bb, cut",
    })
    void anUploadThatWasCutOffIsRefused(String address, String boundary, String body) throws IOException {
        String sent = body.equals("cut")
                ? "--bb\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.csv\"\r\n\r\nlicence,"
                : body;
        String token = fixtures.person(Role.PLANNER).token();
        String answer = raw("POST " + address + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
                + "Authorization: Bearer " + token + "\r\nIdempotency-Key: k\r\n"
                + "Content-Type: multipart/form-data; " + boundary + "\r\n"
                + "Content-Length: " + sent.length() + "\r\n\r\n" + sent);
        assertTrue(answer.matches("(?s)HTTP/1.1 4\\d\\d .*"), answer);
        assertTrue(answer.contains("application/problem+json"), answer);
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET / HTTP/1.0\r\n\r\n", "GET /api/me HTTP/1.1\r\nHost:\r\nConnection: close\r\n\r\n"})
    void whatNamesNoHostIsToldToNameOne(String request) throws IOException {
        String answer = raw(request);
        assertTrue(answer.contains(" 400 ") && answer.contains("\"Host\" is expected"), answer);
    }

    @Test
    void whereToGoOnIsNeverSaidWithTheHostThatTheAskerNamed() throws IOException {
        String answer = raw("GET /account HTTP/1.1\r\nHost: elsewhere.example\r\nConnection: close\r\n\r\n");
        assertTrue(!answer.contains("elsewhere.example"), answer);
        String home = raw("GET / HTTP/1.1\r\nHost: elsewhere.example\r\nConnection: close\r\n\r\n");
        assertTrue(home.contains("/sign-in?next=%2F") && !home.contains("elsewhere.example"), home);
    }

    @ParameterizedTest
    @ValueSource(strings = {"page=abc", "page=99999999999999", "size=1.5", "size="})
    void aPageThatIsNoNumberIsNamed(String question) {
        asPlanner()
                .get("/api/retailers?" + question)
                .then()
                .statusCode(422)
                .body("fields[0].field", equalTo(question.substring(0, 4)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"code\":\"T-X\",\"name\":\"n\",\"minimum\":5} | minimum",
                "{\"code\":\"T-X\",\"name\":[1]} | name",
                "{\"code\":\"T-X\",\"code\":\"T-Y\",\"name\":\"n\"} | ",
            })
    void aFieldThatMeansNothingOrStandsTwiceIsRefused(String body, String field) {
        var answer = asPlanner()
                .header("Idempotency-Key", Forms.random())
                .contentType("application/json")
                .body(body)
                .post("/api/territories")
                .then()
                .statusCode(400);
        if (field != null) {
            answer.body("fields[0].field", equalTo(field));
        }
    }

    @Test
    void aKeyOfDotsIsNoKey() {
        asPlanner()
                .header("Idempotency-Key", Forms.random())
                .contentType("application/json")
                .body("{\"code\":\"..\",\"name\":\"n\"}")
                .post("/api/territories")
                .then()
                .statusCode(422)
                .body("fields[0].field", equalTo("code"));
    }

    @Test
    void aKeyOfARequestThatIsTooLongIsNotSaidToBeMissing() {
        asPlanner()
                .header("Idempotency-Key", "x".repeat(300))
                .contentType("application/json")
                .body("{\"code\":\"T-LONG\",\"name\":\"n\"}")
                .post("/api/territories")
                .then()
                .statusCode(400)
                .body("code", equalTo("MALFORMED"))
                .body("detail", containsString("100"));
    }

    @Test
    void aFilterByACycleThatIsNotThereIsNamed() {
        asPlanner()
                .get("/api/retailers?withoutOrderIn=nope")
                .then()
                .statusCode(422)
                .body("fields[0].field", equalTo("withoutOrderIn"));
        assertEquals(
                422,
                Browser.of(fixtures.person(Role.PLANNER))
                        .get("/retailers?withoutOrderIn=nope")
                        .statusCode());
    }

    private RequestSpecification asPlanner() {
        return RestAssured.given()
                .header(
                        "Authorization",
                        "Bearer " + fixtures.person(Role.PLANNER).token());
    }

    private static String raw(String request) throws IOException {
        try (Socket socket = new Socket("localhost", RestAssured.port)) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            socket.getOutputStream().flush();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
