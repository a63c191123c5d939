package io.plimsoll.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
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
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packaged service, started, killed and started again as its operator would. */
class ServeIT {

    private static final int PATIENCE_SECONDS = 120;

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

    private static void sleep(Duration time) {
        try {
            Thread.sleep(time.toMillis());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
