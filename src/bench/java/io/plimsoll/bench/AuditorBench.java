package io.plimsoll.bench;

import java.io.IOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How long an auditor waits for his pages, in the demo of a city company (15,020 shops, domain.md, section 7): one after the
 * other as he signs in and reads, over HTTP, as a browser would ask for them.
 */
public final class AuditorBench {

    private static final Path WORK = Path.of("target/bench/auditor").toAbsolutePath();
    private static final int SHOPS = 15_020;
    private static final int WARM_UPS = 150;
    private static final int REQUESTS = 400;
    private static final Random RANDOM = new Random(20261129);
    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .cookieHandler(new CookieManager(null, CookiePolicy.ACCEPT_ALL))
            .build();

    private final String base;

    private AuditorBench(int port) {
        this.base = "http://127.0.0.1:" + port;
    }

    /** Takes no arguments. */
    public static void main(String[] none) throws Exception {
        Files.createDirectories(WORK);
        Path data = Files.createTempDirectory(WORK, "data");
        int port = freePort();
        ProcessBuilder command = new ProcessBuilder(
                        "sh", "deploy/plimsoll", "serve", "--port", Integer.toString(port), "--data", data.toString(), "--demo")
                .redirectErrorStream(true)
                .redirectOutput(WORK.resolve("said.txt").toFile());
        command.environment().put("PLIMSOLL_DEMO_RETAILERS", Integer.toString(SHOPS));
        Process service = command.start();
        try {
            AuditorBench auditor = new AuditorBench(port);
            while (!auditor.answers()) {
                if (!service.isAlive()) {
                    throw new IllegalStateException("ended, see " + WORK.resolve("said.txt"));
                }
                Thread.sleep(100);
            }
            System.out.printf("JDK %s, %d processors, %,d shops%n", Runtime.version(), Runtime.getRuntime().availableProcessors(), SHOPS);
            auditor.signIn(data.resolve("demo-sign-ins.csv"));
            int findings = auditor.findings();
            System.out.printf("findings: %,d%n", findings);
            auditor.measure("the page of a finding", () -> "/findings/audit/1/" + (1 + RANDOM.nextInt(findings)));
            auditor.measure("the overview of findings", () -> "/findings");
            auditor.measure("findings of one severity, a page of them", () -> "/findings?severity=CRITICAL&page=" + (1 + RANDOM.nextInt(5)));
            auditor.measure("the list of leads", () -> "/leads");
            auditor.measure("the ledger", () -> "/ledger");
        } finally {
            service.destroy();
            service.waitFor();
        }
    }

    private void signIn(Path signIns) throws IOException, InterruptedException {
        String[] auditor = Files.readAllLines(signIns).stream()
                .map(line -> line.split(","))
                .filter(cells -> cells[0].equals("AUDITOR"))
                .findFirst()
                .orElseThrow();
        Matcher csrf = Pattern.compile("name=\"csrf\" value=\"([^\"]+)\"").matcher(get("/sign-in").body());
        if (!csrf.find()) {
            throw new IllegalStateException("the form has no csrf");
        }
        String form = "csrf=" + encoded(csrf.group(1)) + "&name=" + encoded(auditor[1]) + "&password=" + encoded(auditor[2]);
        HttpResponse<String> answer = CLIENT.send(
                HttpRequest.newBuilder(URI.create(base + "/sign-in"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(form))
                        .build(),
                BodyHandlers.ofString());
        if (answer.statusCode() != 303) {
            throw new IllegalStateException("nobody is signed in: " + answer.statusCode());
        }
    }

    /** How many findings the audit of the demo has; waits until it is judged. */
    private int findings() throws IOException, InterruptedException {
        Pattern total = Pattern.compile("<h1>[^<]*<span class=\"fine\">([0-9,]+)</span>");
        while (true) {
            Matcher found = total.matcher(get("/findings").body());
            if (found.find() && !found.group(1).equals("0")) {
                return Integer.parseInt(found.group(1).replace(",", ""));
            }
            Thread.sleep(500);
        }
    }

    @FunctionalInterface
    private interface Address {
        String next();
    }

    private void measure(String what, Address address) throws IOException, InterruptedException {
        double[] millis = new double[REQUESTS];
        for (int i = -WARM_UPS; i < REQUESTS; i++) {
            String next = address.next();
            long begin = System.nanoTime();
            HttpResponse<String> answer = get(next);
            if (answer.statusCode() != 200) {
                throw new IllegalStateException(next + " answered " + answer.statusCode());
            }
            if (i >= 0) {
                millis[i] = (System.nanoTime() - begin) / 1e6;
            }
        }
        Arrays.sort(millis);
        System.out.printf(
                Locale.ROOT,
                "%-42s p50 %.0f ms, p95 %.0f ms, p99 %.0f ms%n",
                what, millis[REQUESTS / 2], millis[REQUESTS * 95 / 100], millis[REQUESTS * 99 / 100]);
    }

    private HttpResponse<String> get(String address) throws IOException, InterruptedException {
        return CLIENT.send(
                HttpRequest.newBuilder(URI.create(base + address)).header("Accept-Language", "en").build(), BodyHandlers.ofString());
    }

    private boolean answers() throws InterruptedException {
        try {
            return get("/sign-in").statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    private static int freePort() throws IOException {
        try (ServerSocket any = new ServerSocket(0)) {
            return any.getLocalPort();
        }
    }
}
