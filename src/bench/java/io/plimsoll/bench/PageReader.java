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
        HttpResponse<String> answer = post(
                "/sign-in",
                "csrf=" + encoded(hidden(get("/sign-in").body(), "csrf")) + "&name=" + encoded(name) + "&password="
                        + encoded(password));
        if (answer.statusCode() != 303) {
            throw new IllegalStateException("nobody is signed in: " + answer.statusCode());
        }
    }

    /** What a form carries along, of which a page has the same in each of its forms. */
    static String hidden(String page, String field) {
        Matcher value = Pattern.compile("name=\"" + field + "\" value=\"([^\"]+)\"").matcher(page);
        if (!value.find()) {
            throw new IllegalStateException("the page has no " + field);
        }
        return value.group(1);
    }

    /** Sends a form; where that leads is not followed. */
    HttpResponse<String> post(String address, String form) throws IOException, InterruptedException {
        return client.send(
                HttpRequest.newBuilder(URI.create(base + address))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .header("Accept-Language", "en")
                        .POST(HttpRequest.BodyPublishers.ofString(form))
                        .build(),
                BodyHandlers.ofString());
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
