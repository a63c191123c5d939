package io.plimsoll.service.rights;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.plimsoll.service.Browser;
import io.plimsoll.service.Fixtures;
import io.plimsoll.service.Fixtures.Somebody;
import io.plimsoll.service.RealMysql;
import io.plimsoll.service.ledger.Seals;
import io.plimsoll.service.right.Role;
import io.plimsoll.service.rights.Rows.Whose;
import io.plimsoll.service.web.Forms;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Every address of the service, asked by everybody, for an own row, another's and one that does not exist. */
@QuarkusTest
@QuarkusTestResource(RealMysql.class)
class RightsTest {

    private static final String NOBODY = "nobody";

    @Inject
    Fixtures fixtures;

    @Inject
    Seals seals;

    private final Matrix matrix = Matrix.read();

    private final Browser nobody = new Browser();

    /** What the forms of a browser carry, for as long as it is signed in. */
    private final Map<Browser, String> tokens = new HashMap<>();

    private final Map<Role, Browser> browsers = new EnumMap<>(Role.class);

    @Test
    void everyAddressStandsInTheMatrix() {
        assertEquals(Endpoint.ofTheService(), matrix.endpoints());
    }

    /** Which fields are tried out with wrong values is read off the examples. */
    @Test
    void theExampleOfEveryBodyShowsEveryField() {
        Examples examples = Examples.ofOpenApi();
        for (Endpoint endpoint : matrix.all()) {
            examples.schema(endpoint).ifPresent(schema -> {
                TreeSet<String> shown = new TreeSet<>();
                examples.body(endpoint).orElseThrow().fieldNames().forEachRemaining(shown::add);
                TreeSet<String> known = new TreeSet<>();
                schema.path("properties").fieldNames().forEachRemaining(known::add);
                assertEquals(known, shown, endpoint.toString());
            });
        }
    }

    @Test
    void everybodyIsAnsweredAsTheMatrixSays() {
        // So that the journal has an entry, and the ledger its seal.
        Browser.of(fixtures.person(Role.PLANNER));
        seals.all();
        Rows rows = new Rows(fixtures);
        Examples examples = Examples.ofOpenApi();
        List<String> wrong = new ArrayList<>();
        for (Endpoint endpoint : matrix.all()) {
            matrix.answers(endpoint).forEach((who, expected) -> {
                String answered = answered(rows, examples, endpoint, who);
                if (!answered.equals(expected)) {
                    wrong.add(endpoint + " " + who + ": expected " + expected + ", was " + answered);
                }
            });
        }
        assertEquals(List.of(), wrong, String.join("\n", wrong));
    }

    private String answered(Rows rows, Examples examples, Endpoint endpoint, String who) {
        Response own = ask(rows, examples, endpoint, who, Whose.OWN);
        if (!Rows.isAboutARow(endpoint)) {
            return Integer.toString(own.statusCode());
        }
        Response foreign = ask(rows, examples, endpoint, who, Whose.FOREIGN);
        Response missing = ask(rows, examples, endpoint, who, Whose.MISSING);
        if (own.statusCode() == foreign.statusCode()) {
            return Integer.toString(own.statusCode());
        }
        if (foreign.statusCode() == 403 && !withoutTokens(foreign).equals(withoutTokens(missing))) {
            return own.statusCode() + "/" + foreign.statusCode() + ", but a missing row is told from a foreign one";
        }
        return own.statusCode() + "/" + foreign.statusCode();
    }

    private static String withoutTokens(Response response) {
        return response.statusCode() + response.asString().replaceAll("value=\"[^\"]*\"|back=[^\"]*", "");
    }

    private Response ask(Rows rows, Examples examples, Endpoint endpoint, String who, Whose whose) {
        Somebody asker = rows.person(who.equals(NOBODY) ? Role.PLANNER : Role.valueOf(who));
        String address = rows.address(endpoint, whose, asker);
        RequestSpecification request = endpoint.isApi() ? program(rows, who) : browser(rows, who);
        if (!endpoint.method().equals("GET")) {
            if (endpoint.isApi()) {
                request.header("Idempotency-Key", Forms.random()).header("If-Match", "\"0\"");
                if (endpoint.path().equals("/api/uploads")) {
                    request.contentType("text/csv")
                            .queryParam("file", "skus.csv")
                            .body("no such table");
                }
                examples.body(endpoint)
                        .ifPresent(
                                body -> request.contentType("application/json").body(Rows.anew(body)));
            } else {
                request.formParam("csrf", csrf(rows, who));
            }
        }
        Response response = request.request(endpoint.method(), address);
        if (endpoint.path().equals("/sign-out")) {
            browsers.clear();
        }
        return response;
    }

    private static RequestSpecification program(Rows rows, String who) {
        RequestSpecification request = RestAssured.given().redirects().follow(false);
        return who.equals(NOBODY)
                ? request
                : request.header(
                        "Authorization",
                        "Bearer " + rows.person(Role.valueOf(who)).token());
    }

    private RequestSpecification browser(Rows rows, String who) {
        return person(rows, who).request();
    }

    private String csrf(Rows rows, String who) {
        Browser browser = person(rows, who);
        return tokens.computeIfAbsent(
                browser, each -> Browser.csrf(each.get("/sign-in").asString()));
    }

    private Browser person(Rows rows, String who) {
        return who.equals(NOBODY)
                ? nobody
                : browsers.computeIfAbsent(Role.valueOf(who), role -> Browser.of(rows.person(role)));
    }
}
