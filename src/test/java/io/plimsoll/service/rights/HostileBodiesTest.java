package io.plimsoll.service.rights;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.plimsoll.service.Fixtures;
import io.plimsoll.service.RealMysql;
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
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Bodies with every field wrong in turn, and wrong in many ways at once: each is refused as a whole, and none breaks anything. */
@QuarkusTest
@QuarkusTestResource(RealMysql.class)
class HostileBodiesTest {

    private static final int BODIES = 10_000;
    private static final long SEED = 20261124;

    /** After so many refusals it is looked whether any of them has changed something. */
    private static final int REFUSALS_A_LOOK = 50;

    @Inject
    Fixtures fixtures;

    private final Map<Integer, Integer> answers = new TreeMap<>();
    private final List<String> broken = new ArrayList<>();
    private String before;
    private int refusedSince;

    @Test
    void noBodyBreaksAnythingAndARefusedOneChangesNothing() {
        Rows rows = new Rows(fixtures);
        Examples examples = Examples.ofOpenApi();
        HostileBodies bodies = new HostileBodies(new SplittableRandom(SEED));
        List<Endpoint> endpoints = Matrix.read().all().stream()
                .filter(endpoint -> examples.schema(endpoint).isPresent())
                .toList();
        assertTrue(!endpoints.isEmpty());
        before = state();
        int share = BODIES / endpoints.size() + 1;
        for (Endpoint endpoint : endpoints) {
            JsonNode example = examples.body(endpoint).orElseThrow();
            List<String> all = bodies.of(example, share);
            for (String body : all) {
                send(rows, endpoint, body);
            }
        }
        look("the last ones");
        assertEquals(List.of(), broken, String.join("\n", broken));
        int refused = answers.entrySet().stream()
                .filter(each -> each.getKey() >= 400)
                .mapToInt(Map.Entry::getValue)
                .sum();
        assertTrue(refused > BODIES / 2, "most should be refused: " + answers);
        assertTrue(answers.values().stream().mapToInt(each -> each).sum() >= BODIES, answers.toString());
    }

    private void send(Rows rows, Endpoint endpoint, String body) {
        Response response = request(rows, endpoint)
                .contentType("application/json")
                .body(body)
                .request(endpoint.method(), rows.address(endpoint, Whose.OWN));
        answers.merge(response.statusCode(), 1, Integer::sum);
        if (response.statusCode() >= 500) {
            broken.add(endpoint + " answered " + response.statusCode() + " to " + shortened(body));
        }
        if (response.statusCode() >= 400) {
            refusedSince++;
            if (refusedSince >= REFUSALS_A_LOOK) {
                look(endpoint + " with " + shortened(body));
            }
        } else {
            before = state();
            refusedSince = 0;
        }
    }

    private RequestSpecification request(Rows rows, Endpoint endpoint) {
        return RestAssured.given()
                .redirects()
                .follow(false)
                .header(
                        "Authorization",
                        "Bearer " + rows.person(whoMay(endpoint)).token())
                .header("Idempotency-Key", Forms.random())
                .header("If-Match", "\"0\"");
    }

    /** The first role that the matrix lets through. */
    private static Role whoMay(Endpoint endpoint) {
        return Matrix.read().answers(endpoint).entrySet().stream()
                .filter(each -> !each.getKey().equals("nobody"))
                .filter(each -> !each.getValue().startsWith("403"))
                .map(each -> Role.valueOf(each.getKey()))
                .findFirst()
                .orElseThrow();
    }

    private void look(String last) {
        String now = state();
        if (!now.equals(before)) {
            broken.add("something changed although it was refused, among the " + refusedSince + " up to " + last + ":\n"
                    + before + "\n" + now);
            before = now;
        }
        refusedSince = 0;
    }

    /** What all tables hold, but for when tokens were last used. */
    private String state() {
        StringBuilder state = new StringBuilder();
        for (String table :
                fixtures.values("SELECT table_name FROM information_schema.tables WHERE table_schema = DATABASE()"
                        + " AND table_type = 'BASE TABLE' AND table_name NOT IN ('flyway_schema_history', 'api_token',"
                        + " 'sign_in_session', 'reference') ORDER BY table_name")) {
            state.append(table)
                    .append('=')
                    .append(fixtures.value("SELECT COUNT(*) FROM `" + table + "`"))
                    .append(' ');
        }
        return state.toString();
    }

    private static String shortened(String body) {
        return body.length() > 300 ? body.substring(0, 300) + "..." : body;
    }
}
