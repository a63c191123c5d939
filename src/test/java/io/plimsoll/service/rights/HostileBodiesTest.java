package io.plimsoll.service.rights;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plimsoll.service.Fixtures;
import io.plimsoll.service.RealMysql;
import io.plimsoll.service.right.Role;
import io.plimsoll.service.rights.Rows.Whose;
import io.plimsoll.service.web.Forms;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.Collectors;
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

    private final HttpClient client = HttpClient.newHttpClient();
    private final Matrix matrix = Matrix.read();
    private final Map<Integer, Integer> answers = new TreeMap<>();
    private final List<String> broken = new ArrayList<>();
    private String counting;
    private String before;
    private int refusedSince;

    /** Where the bodies for an endpoint go, and who sends them. */
    private record Target(Endpoint endpoint, String address, String token) {}

    @Test
    void noBodyBreaksAnythingAndARefusedOneChangesNothing() throws IOException, InterruptedException {
        Rows rows = new Rows(fixtures);
        Examples examples = Examples.ofOpenApi();
        HostileBodies bodies = new HostileBodies(new SplittableRandom(SEED));
        List<Endpoint> endpoints = matrix.all().stream()
                .filter(endpoint -> examples.schema(endpoint).isPresent())
                .toList();
        assertTrue(!endpoints.isEmpty());
        counting = counting();
        int share = BODIES / endpoints.size() + 1;
        for (Endpoint endpoint : endpoints) {
            Fixtures.Somebody who = rows.person(whoMay(endpoint));
            Target target = new Target(endpoint, rows.address(endpoint, Whose.OWN, who), who.token());
            before = state();
            String tag = tag(target);
            for (String body : bodies.of(examples.body(endpoint).orElseThrow(), share)) {
                tag = send(target, tag, body);
            }
            look("the last ones of " + endpoint);
        }
        assertEquals(List.of(), broken, String.join("\n", broken));
        int all = answers.values().stream().mapToInt(each -> each).sum();
        int refused = answers.entrySet().stream()
                .filter(each -> each.getKey() >= 400)
                .mapToInt(Map.Entry::getValue)
                .sum();
        assertTrue(all >= BODIES && refused > all / 2, "most should be refused: " + answers);
    }

    /** Sends a body, and tells the version that is the present one after it. */
    private String send(Target target, String tag, String body) throws IOException, InterruptedException {
        int status = client.send(
                        request(target)
                                .header("Content-Type", "application/json")
                                .header("Idempotency-Key", Forms.random())
                                .header("If-Match", tag)
                                .method(target.endpoint().method(), BodyPublishers.ofString(body))
                                .build(),
                        BodyHandlers.discarding())
                .statusCode();
        answers.merge(status, 1, Integer::sum);
        if (status >= 500) {
            broken.add(target.endpoint() + " answered " + status + " to " + shortened(body));
        }
        if (status < 400) {
            before = state();
            refusedSince = 0;
            return tag(target);
        }
        if (++refusedSince >= REFUSALS_A_LOOK) {
            look(target.endpoint() + " with " + shortened(body));
        }
        return tag;
    }

    private static HttpRequest.Builder request(Target target) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + RestAssured.port + target.address()))
                .header("Authorization", "Bearer " + target.token());
    }

    /** The version that an edit has to name; any where there is none. */
    private String tag(Target target) throws IOException, InterruptedException {
        if (!target.endpoint().method().equals("PUT")) {
            return "\"0\"";
        }
        return client.send(request(target).GET().build(), BodyHandlers.discarding())
                .headers()
                .firstValue("ETag")
                .orElse("\"0\"");
    }

    /** The first role that the matrix lets through. */
    private Role whoMay(Endpoint endpoint) {
        return matrix.answers(endpoint).entrySet().stream()
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

    /** How many rows there are in every table but those that note who asked. */
    private String counting() {
        return fixtures
                .values("SELECT table_name FROM information_schema.tables WHERE table_schema = DATABASE()"
                        + " AND table_type = 'BASE TABLE' AND table_name NOT IN ('flyway_schema_history', 'api_token',"
                        + " 'sign_in_session', 'reference') ORDER BY table_name")
                .stream()
                .map(table -> "(SELECT CONCAT('" + table + "=', COUNT(*)) FROM `" + table + "`)")
                .collect(Collectors.joining(", ' ', ", "SELECT CONCAT(", ")"));
    }

    private String state() {
        return fixtures.value(counting);
    }

    private static String shortened(String body) {
        return body.length() > 300 ? body.substring(0, 300) + "..." : body;
    }
}
