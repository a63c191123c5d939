package io.plimsoll.service.rights;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plimsoll.service.Browser;
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
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Addresses that are wrong in one place: each is answered, as its reader expects it, and none breaks anything. */
@QuarkusTest
@QuarkusTestResource(RealMysql.class)
class HostileAddressesTest {

    private static final Pattern PARAMETER = Pattern.compile("\\{(\\w+)}");

    private static final List<String> ODD = List.of(
            "%20",
            "0",
            "-1",
            "1.5",
            "2147483648",
            "9223372036854775808",
            "99999999999999999999999",
            "x",
            "%00",
            "%0d%0aX-Odd:%201",
            "%ff",
            "%ed%a0%80",
            encoded("' OR 1=1 --"),
            encoded("%_%"),
            encoded("<script>alert(1)</script>"),
            encoded("../../../etc/passwd"),
            encoded("\uD83D\uDE00"),
            encoded("\u4E2D\u6587"),
            encoded("\u202Etxt"),
            encoded("2026-13-45"),
            encoded("2026-02-30T25:61:61Z"),
            encoded("+1000000000-12-31T23:59:59Z"),
            encoded("{\"a\":[]}"),
            "x".repeat(3000));

    @Inject
    Fixtures fixtures;

    private final Matrix matrix = Matrix.read();
    private final HttpClient program = HttpClient.newHttpClient();
    private final Map<Role, HttpClient> browsers = new EnumMap<>(Role.class);
    private final Map<Integer, Integer> answers = new TreeMap<>();
    private final List<String> broken = new ArrayList<>();

    @Test
    void noKeyInAnAddressBreaksAnything() throws IOException, InterruptedException {
        Rows rows = new Rows(fixtures);
        Examples examples = Examples.ofOpenApi();
        for (Endpoint endpoint : matrix.all()) {
            Role role = whoMay(endpoint);
            if (role == null || !(endpoint.isApi() || endpoint.method().equals("GET"))) {
                continue; // a page's form is refused before its address is looked at, unless it carries the token
            }
            String body = examples.body(endpoint).map(Rows::anew).orElse("");
            Matcher keys = PARAMETER.matcher(endpoint.path());
            while (keys.find()) {
                for (String odd : ODD) {
                    Endpoint wrong = new Endpoint(
                            endpoint.method(),
                            endpoint.path().substring(0, keys.start())
                                    + odd
                                    + endpoint.path().substring(keys.end()));
                    ask(rows, role, wrong, rows.address(wrong, Whose.OWN, rows.person(role)), body);
                }
            }
        }
        requireAllAnswered(1_000);
    }

    @Test
    void noQuestionInAnAddressBreaksAnything() throws IOException, InterruptedException {
        Rows rows = new Rows(fixtures);
        TreeMap<Endpoint, TreeSet<String>> queries = Endpoint.queries();
        for (Endpoint endpoint : matrix.all()) {
            Role role = whoMay(endpoint);
            if (role == null || !endpoint.method().equals("GET")) {
                continue;
            }
            String address = rows.address(endpoint, Whose.OWN, rows.person(role));
            for (String query : queries.get(endpoint)) {
                for (String odd : ODD) {
                    ask(rows, role, endpoint, address + "?" + query + "=" + odd, "");
                }
                ask(rows, role, endpoint, address + "?" + query, "");
                ask(rows, role, endpoint, address + "?" + query + "=&" + query + "=1&" + query + "=x", "");
            }
            ask(rows, role, endpoint, address + "?unknown=1&=&&%00", "");
        }
        requireAllAnswered(1_000);
    }

    private void requireAllAnswered(int atLeast) {
        assertEquals(List.of(), broken, String.join("\n", broken));
        int all = answers.values().stream().mapToInt(each -> each).sum();
        assertTrue(all >= atLeast, "too few were asked: " + answers);
    }

    private void ask(Rows rows, Role role, Endpoint endpoint, String address, String body)
            throws IOException, InterruptedException {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create("http://localhost:" + RestAssured.port + address));
        if (!endpoint.method().equals("GET")) {
            request.header("Content-Type", "application/json")
                    .header("Idempotency-Key", Forms.random())
                    .header("If-Match", "\"0\"");
        }
        if (endpoint.isApi()) {
            request.header("Authorization", "Bearer " + rows.person(role).token());
        }
        request.method(endpoint.method(), BodyPublishers.ofString(body));
        HttpClient client = endpoint.isApi() ? program : browser(rows, role);
        HttpResponse<String> answer = client.send(request.build(), BodyHandlers.ofString());
        answers.merge(answer.statusCode(), 1, Integer::sum);
        String complaint = complaint(endpoint, answer);
        if (!complaint.isEmpty()) {
            broken.add(endpoint.method() + " " + shortened(address) + ": " + answer.statusCode() + " " + complaint);
        }
    }

    private static String complaint(Endpoint endpoint, HttpResponse<String> answer) {
        String type = answer.headers().firstValue("Content-Type").orElse("none");
        if (answer.statusCode() >= 500) {
            return "is no answer";
        }
        if (answer.headers().firstValue("X-Odd").isPresent()) {
            return "a header came in by the address";
        }
        if (answer.body().contains("<script>alert(1)")) {
            return "a script came in by the address";
        }
        if (answer.statusCode() < 400) {
            return "";
        }
        if (endpoint.isApi()) {
            return type.startsWith("application/problem+json") ? "" : "as " + type;
        }
        return type.startsWith("text/html") ? "" : "as " + type;
    }

    private HttpClient browser(Rows rows, Role role) throws IOException, InterruptedException {
        HttpClient known = browsers.get(role);
        if (known != null) {
            return known;
        }
        HttpClient browser =
                HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
        URI signIn = URI.create("http://localhost:" + RestAssured.port + "/sign-in");
        String form = browser.send(HttpRequest.newBuilder(signIn).build(), BodyHandlers.ofString())
                .body();
        HttpRequest send = HttpRequest.newBuilder(signIn)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("csrf=" + encoded(Browser.csrf(form)) + "&name="
                        + encoded(rows.person(role).name()) + "&password=" + encoded(Fixtures.PASSWORD)))
                .build();
        assertEquals(303, browser.send(send, BodyHandlers.discarding()).statusCode());
        browsers.put(role, browser);
        return browser;
    }

    /** The first role that the matrix lets through; null where it is nobody's, as that of signing out is not. */
    private Role whoMay(Endpoint endpoint) {
        return matrix.answers(endpoint).entrySet().stream()
                .filter(each -> !each.getKey().equals("nobody"))
                .filter(each -> !each.getValue().startsWith("403"))
                .map(each -> Role.valueOf(each.getKey()))
                .findFirst()
                .orElse(null);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static String shortened(String address) {
        return address.length() > 160 ? address.substring(0, 160) + "..." : address;
    }
}
