package io.plimsoll.bench;

import java.io.IOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Somebody who signs in and reads pages one after the other, over HTTP, as a browser would ask for them. */
final class PageReader {

    private final HttpClient client = HttpClient.newBuilder()
            .cookieHandler(new CookieManager(null, CookiePolicy.ACCEPT_ALL))
            .build();
    private final String base;

    PageReader(int port) {
        base = "http://127.0.0.1:" + port;
    }

    void signIn(String name, String password) throws IOException, InterruptedException {
        Matcher csrf = Pattern.compile("name=\"csrf\" value=\"([^\"]+)\"").matcher(get("/sign-in").body());
        if (!csrf.find()) {
            throw new IllegalStateException("the form has no csrf");
        }
        String form = "csrf=" + encoded(csrf.group(1)) + "&name=" + encoded(name) + "&password=" + encoded(password);
        HttpResponse<String> answer = client.send(
                HttpRequest.newBuilder(URI.create(base + "/sign-in"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(form))
                        .build(),
                BodyHandlers.ofString());
        if (answer.statusCode() != 303) {
            throw new IllegalStateException("nobody is signed in: " + answer.statusCode());
        }
    }

    HttpResponse<String> get(String address) throws IOException, InterruptedException {
        return client.send(
                HttpRequest.newBuilder(URI.create(base + address)).header("Accept-Language", "en").build(),
                BodyHandlers.ofString());
    }

    /** Whether the service is there. */
    boolean answers() throws InterruptedException {
        try {
            return get("/sign-in").statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    /** Prints how long pages take, and gives each time in ms, in order. */
    double[] measure(String what, int warmUps, int requests, Supplier<String> address) throws IOException, InterruptedException {
        double[] millis = new double[requests];
        for (int i = -warmUps; i < requests; i++) {
            String next = address.get();
            long begin = System.nanoTime();
            HttpResponse<String> answer = get(next);
            if (answer.statusCode() != 200) {
                throw new IllegalStateException(next + " answered " + answer.statusCode());
            }
            if (i >= 0) {
                millis[i] = (System.nanoTime() - begin) / 1e6;
            }
        }
        print(what, millis);
        return millis;
    }

    /** Sorts times and prints what most of them stay below. */
    static void print(String what, double[] millis) {
        Arrays.sort(millis);
        System.out.printf(
                Locale.ROOT,
                "%-52s p50 %.0f ms, p95 %.0f ms, p99 %.0f ms%n",
                what,
                millis[millis.length / 2],
                millis[millis.length * 95 / 100],
                millis[millis.length * 99 / 100]);
    }

    static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
