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
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
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

    @ParameterizedTest
    @CsvSource({
        "/api/territories, code, '{\"code\":\"KEY\",\"name\":\"n\"}'",
        "/api/skus, sku, '{\"sku\":\"KEY\",\"name\":\"n\",\"brand\":\"b\",\"tier\":\"TIER_1\",\"status\":\"SCARCE\"}'",
        "/api/retailers, licence, '{\"licence\":\"KEY\",\"name\":\"n\",\"manager\":\"m\",\"marketType\":\"URBAN\","
                + "\"status\":\"ACTIVE\",\"orderInterval\":1}'",
    })
    void theLongestKeyOfTheWidestCharactersIsStoredAndOneMoreIsRefused(String address, String field, String body) {
        String longest = "\uD83D\uDE00".repeat(64 - 8)
                + Forms.random().replaceAll("[^A-Za-z0-9]", "").substring(0, 8);
        String once = Forms.random();
        String token = fixtures.person(Role.PLANNER).token();
        String first = null;
        for (int i = 0; i < 2; i++) {
            var answer = post(token, address, once, body.replace("KEY", longest));
            assertEquals(201, answer.statusCode(), answer.asString());
            assertTrue(first == null || first.equals(answer.header("Location")), first);
            first = answer.header("Location");
        }
        post(token, address, Forms.random(), body.replace("KEY", longest + "x"))
                .then()
                .statusCode(422)
                .body("fields[0].field", equalTo(field));
    }

    @ParameterizedTest
    @CsvSource({"file=skus.csv&cycle=, 64, cycle"})
    void anUploadWhoseNamesAreTooLongIsRefused(String question, int most, String field) {
        for (String one : new String[] {"x", "%E4%B8%AD", "%F0%9F%98%80"}) {
            String address = "/api/uploads?" + question;
            Response wrong = upload(address + one.repeat(most + 1));
            assertEquals(422, wrong.statusCode());
            assertEquals(field, wrong.path("fields[0].field"), wrong.asString());
            Response right = upload(address + one.repeat(most));
            assertEquals(201, right.statusCode(), right.asString());
        }
    }

    private Response upload(String address) {
        return asPlanner()
                .urlEncodingEnabled(false)
                .header("Idempotency-Key", Forms.random())
                .contentType("text/csv")
                .body("nothing\n")
                .post(address);
    }

    @Test
    void anUploadIsAnsweredWithTheVersionThatIsToBeStored() {
        Response first = upload("/api/uploads?file=skus.csv");
        String tag = asPlanner().get(first.header("Location")).header("ETag");
        assertEquals(tag, first.header("ETag"));
        assertTrue(tag != null && !tag.isEmpty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"%2B999999999-12-31", "-999999999-01-01", "%2B10000-01-01", "9999-12-31", "0001-01-01"})
    void aDayThatNoDatabaseHoldsIsNone(String day) {
        for (String field : new String[] {"from", "to"}) {
            as(Role.AUDITOR)
                    .urlEncodingEnabled(false)
                    .get("/api/journal?" + field + "=" + day)
                    .then()
                    .statusCode(422)
                    .body("fields[0].field", equalTo(field));
            as(Role.AUDITOR).get("/api/journal?" + field + "=9998-12-31").then().statusCode(200);
            as(Role.AUDITOR).get("/api/journal?" + field + "=1000-01-01").then().statusCode(200);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "xx-;;; | /sign-in | lang=\"en\"",
                "en;q=abc | /sign-in | lang=\"en\"",
                "xx-;;;, zh-CN;q=0.8, en;q=x | /sign-in | lang=\"zh",
                ";q=1,,;;zh | /api/territories | code",
            })
    void aWishForALanguageThatNobodyCanReadIsPassedOver(String wish, String address, String said) {
        Response answer = RestAssured.given().header("Accept-Language", wish).get(address);
        assertEquals(address.startsWith("/api") ? 401 : 200, answer.statusCode());
        assertTrue(answer.asString().contains(said), answer.asString());
    }

    @Test
    void theDocumentOfTheApiHoldsNoPages() {
        Map<String, Object> document =
                RestAssured.get("/api/openapi?format=json").jsonPath().getMap("");
        Set<?> paths = ((Map<?, ?>) document.get("paths")).keySet();
        assertTrue(paths.stream().allMatch(path -> path.toString().startsWith("/api/")), paths.toString());
        Set<?> schemas = ((Map<?, ?>) ((Map<?, ?>) document.get("components")).get("schemas")).keySet();
        assertTrue(schemas.contains("Receipt"), schemas.toString());
        assertTrue(
                schemas.stream()
                        .noneMatch(name -> name.toString().matches(".*(Engine|Template|Resolver|Expression).*")),
                schemas.toString());
    }

    private static Response post(String token, String address, String once, String body) {
        return RestAssured.given()
                .auth()
                .oauth2(token)
                .header("Idempotency-Key", once)
                .contentType("application/json")
                .body(body)
                .post(address);
    }

    private RequestSpecification as(Role role) {
        return RestAssured.given().auth().oauth2(fixtures.person(role).token());
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
