package io.plimsoll.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.ConnectException;
import java.net.ServerSocket;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packaged service, started, killed and started again as its operator would. */
class ServeIT {

    private static final int PATIENCE_SECONDS = 120;
    private static final int CLIENTS = 6;

    /** A county that is there at once. */
    private static final List<String> SMALL =
            List.of("-Dplimsoll.demo.retailers=40", "-Dplimsoll.demo.skus=10", "-Dquarkus.http.host=127.0.0.1");

    private final HttpClient client = HttpClient.newHttpClient();

    @TempDir
    private Path place;

    private PackagedService service;

    @BeforeEach
    void aPlaceOfItsOwn() {
        service = new PackagedService(place, SMALL);
    }

    @AfterEach
    void stop() throws InterruptedException {
        service.end();
    }

    @Test
    void aDemoLetsOneOfEachRoleInAndSurvivesBeingKilled() throws Exception {
        Path data = service.data();
        service.start("--demo");
        Path signIns = data.resolve("demo-sign-ins.csv");
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(signIns)));
        List<String> lines = Files.readAllLines(signIns);
        assertEquals("role,user,password,token", lines.get(0));
        TreeSet<String> roles = new TreeSet<>();
        String planner = null;
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.split(",");
            roles.add(cells[0]);
            assertTrue(service.get("/api/me", cells[3]).path("role").asText().equals(cells[0]), line);
            planner = cells[0].equals("PLANNER") ? cells[3] : planner;
        }
        assertEquals(7, roles.size(), roles.toString());

        secondProcessIsRefused(data);

        List<String> acknowledged = writeUntilKilled(planner);
        service.requireNoDatabaseLeft();
        service.start("--demo");
        for (String code : acknowledged) {
            assertEquals(
                    code,
                    service.get("/api/territories/" + code, planner)
                            .path("code")
                            .asText());
        }
        assertEquals(lines, Files.readAllLines(signIns), "an earlier demo goes on with its sign-ins");
        service.process().destroy();
        assertTrue(service.process().waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS), "asked to end, and went on");
    }

    private void secondProcessIsRefused(Path data) throws Exception {
        PlimsollJar.Run second =
                PlimsollJar.run("serve", "--data", data, "--port", PackagedService.freePort(), "--lang", "en");
        second.exits(ExitCode.BAD_INPUT);
        assertTrue(second.err().contains(Long.toString(service.process().pid())), second.err());
    }

    private List<String> writeUntilKilled(String token) throws Exception {
        List<String> acknowledged = new ArrayList<>();
        Thread killer = new Thread(() -> {
            sleep(Duration.ofMillis(1500));
            service.process().destroyForcibly();
        });
        killer.start();
        try {
            for (int i = 0; ; i++) {
                String code = "KILL-" + i;
                HttpRequest request = service.request("/api/territories", token)
                        .header("Content-Type", "application/json")
                        .header("Idempotency-Key", code)
                        .POST(BodyPublishers.ofString("{\"code\":\"" + code + "\",\"name\":\"n\"}"))
                        .build();
                assertEquals(
                        201, client.send(request, BodyHandlers.discarding()).statusCode());
                acknowledged.add(code);
            }
        } catch (IOException killed) {
            killer.join();
            service.process().waitFor();
            assertFalse(acknowledged.isEmpty(), "killed before anything was written");
            return acknowledged;
        }
    }

    @Test
    void aDemoIsNotPutWhereAnythingElseIs() throws Exception {
        Path data = service.data();
        PlimsollJar.run("serve", "--data", data, "--port", PackagedService.freePort(), "--try")
                .exits(ExitCode.DONE);
        service.requireNoDatabaseLeft();
        PlimsollJar.Run demo = PlimsollJar.run(
                PlimsollJar.command(SMALL, "serve", "--data", data, "--port", PackagedService.freePort(), "--demo"));
        assertEquals(ExitCode.BAD_INPUT, demo.exit(), demo.out() + demo.err());
        assertTrue((demo.out() + demo.err()).contains("holds something that is not a demo"), demo.out() + demo.err());
        assertFalse(Files.exists(data.resolve("demo-sign-ins.csv")));
    }

    /** Each request that was begun before is answered; a later one finds nobody, or is told to come again. */
    @Test
    void toldToEndItAnswersWhatItWasAskedBefore() throws Exception {
        service.start("--demo");
        String token = service.token("PLANNER");
        AtomicBoolean told = new AtomicBoolean();
        AtomicInteger answered = new AtomicInteger();
        Queue<String> lost = new ConcurrentLinkedQueue<>();
        List<Thread> clients = new ArrayList<>();
        for (int i = 0; i < CLIENTS; i++) {
            Thread each = new Thread(() -> askUntilNobodyAnswers(token, told, answered, lost));
            each.start();
            clients.add(each);
        }
        sleep(Duration.ofSeconds(2));
        told.set(true);
        service.process().destroy();
        for (Thread each : clients) {
            each.join(Duration.ofSeconds(PATIENCE_SECONDS).toMillis());
        }
        assertTrue(service.process().waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS), "asked to end, and went on");
        assertTrue(answered.get() > CLIENTS, "hardly anything was asked: " + answered);
        assertEquals(List.of(), List.copyOf(lost));
        String said = service.log();
        assertFalse(said.contains("\tat ") || said.contains("Exception"), said);
    }

    private void askUntilNobodyAnswers(String token, AtomicBoolean told, AtomicInteger answered, Queue<String> lost) {
        boolean isBefore = true;
        try {
            while (true) {
                isBefore = !told.get();
                HttpRequest request = service.request("/api/territories", token)
                        .header("Content-Type", "application/json")
                        .header("Idempotency-Key", UUID.randomUUID().toString())
                        .POST(BodyPublishers.ofString("{\"code\":\"" + UUID.randomUUID() + "\",\"name\":\"n\"}"))
                        .build();
                int status = HttpClient.newHttpClient()
                        .send(request, BodyHandlers.discarding())
                        .statusCode();
                if (status == 503) {
                    return;
                }
                if (status != 201) {
                    lost.add("status " + status);
                }
                answered.incrementAndGet();
            }
        } catch (ConnectException refused) {
            // Nobody has taken it.
        } catch (IOException cutOff) {
            if (isBefore) {
                lost.add(cutOff.toString());
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void aStartThatCannotSucceedSaysWhyInOneSentence() throws Exception {
        int port = PackagedService.freePort();
        Map<String, String> wrong = Map.of(
                "PLIMSOLL_CYCLES_EVERY", "banana",
                "PLIMSOLL_BUSINESS_ZONE", "Mars/Phobos",
                "PLIMSOLL_UPLOADS_MEGABYTES", "-5",
                "QUARKUS_LOG_LEVEL", "LOUD",
                "QUARKUS_OIDC_TENANT_ENABLED", "true",
                "QUARKUS_HTTP_HOST", "no.such.host.invalid",
                "QUARKUS_DATASOURCE_JDBC_URL", "jdbc:mysql://127.0.0.1:1/nobody");
        for (Map.Entry<String, String> each : wrong.entrySet()) {
            ProcessBuilder command =
                    PlimsollJar.command("serve", "--data", service.data(), "--port", port, "--lang", "en");
            command.environment().put(each.getKey(), each.getValue());
            saysIn(PlimsollJar.run(command), each.getKey());
        }
        try (ServerSocket taken = new ServerSocket(0)) {
            saysIn(
                    PlimsollJar.run("serve", "--data", service.data(), "--port", taken.getLocalPort(), "--lang", "en"),
                    "port " + taken.getLocalPort());
        }
        assertFalse(Files.exists(service.data()), "something was begun");
    }

    private static void saysIn(PlimsollJar.Run run, String what) {
        run.exits(ExitCode.BAD_INPUT);
        List<String> said = run.err().lines().toList();
        assertTrue(said.size() == 1 && said.get(0).contains(what), run.err());
    }

    private static void sleep(Duration time) {
        try {
            Thread.sleep(time.toMillis());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
