package io.plimsoll.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packaged service, started, killed and started again as its operator would. */
class ServeIT {

    private static final int PATIENCE_SECONDS = 120;
    private static final int MYSQL_STOPS_SECONDS = 20;

    /** A county that is there at once. */
    private static final List<String> SMALL =
            List.of("-Dplimsoll.demo.retailers=40", "-Dplimsoll.demo.skus=10", "-Dquarkus.http.host=127.0.0.1");

    private final HttpClient client = HttpClient.newHttpClient();

    @TempDir
    private Path place;

    private Process running;

    private int port;

    @AfterEach
    void stop() throws InterruptedException {
        if (running != null) {
            running.destroyForcibly().waitFor();
            requireNoDatabaseLeft();
        }
    }

    @Test
    void aDemoLetsOneOfEachRoleInAndSurvivesBeingKilled() throws Exception {
        Path data = place.resolve("data");
        start("--data", data, "--demo");
        Path signIns = data.resolve("demo-sign-ins.csv");
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(signIns)));
        List<String> lines = Files.readAllLines(signIns);
        assertEquals("role,user,password,token", lines.get(0));
        TreeSet<String> roles = new TreeSet<>();
        String planner = null;
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.split(",");
            roles.add(cells[0]);
            assertTrue(get("/api/me", cells[3]).body().contains("\"role\":\"" + cells[0] + "\""), line);
            planner = cells[0].equals("PLANNER") ? cells[3] : planner;
        }
        assertEquals(7, roles.size(), roles.toString());

        secondProcessIsRefused(data);

        List<String> acknowledged = writeUntilKilled(planner);
        requireNoDatabaseLeft();
        start("--data", data, "--demo");
        for (String code : acknowledged) {
            assertEquals(200, get("/api/territories/" + code, planner).statusCode(), code);
        }
        assertEquals(lines, Files.readAllLines(signIns), "an earlier demo goes on with its sign-ins");
        running.destroy();
        assertTrue(running.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS), "asked to end, and went on");
    }

    private void secondProcessIsRefused(Path data) throws Exception {
        PlimsollJar.Run second = PlimsollJar.run("serve", "--data", data, "--port", freePort(), "--lang", "en");
        second.exits(ExitCode.BAD_INPUT);
        assertTrue(second.err().contains(Long.toString(running.pid())), second.err());
    }

    private List<String> writeUntilKilled(String token) throws Exception {
        List<String> acknowledged = new ArrayList<>();
        Thread killer = new Thread(() -> {
            sleep(Duration.ofMillis(1500));
            running.destroyForcibly();
        });
        killer.start();
        try {
            for (int i = 0; ; i++) {
                String code = "KILL-" + i;
                HttpRequest request = request("/api/territories", token)
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
            running.waitFor();
            assertFalse(acknowledged.isEmpty(), "killed before anything was written");
            return acknowledged;
        }
    }

    @Test
    void aDemoIsNotPutWhereAnythingElseIs() throws Exception {
        Path data = place.resolve("data");
        PlimsollJar.run("serve", "--data", data, "--port", freePort(), "--try").exits(ExitCode.DONE);
        requireNoDatabaseLeft();
        PlimsollJar.Run demo =
                PlimsollJar.run(PlimsollJar.command(SMALL, "serve", "--data", data, "--port", freePort(), "--demo"));
        assertEquals(ExitCode.BAD_INPUT, demo.exit(), demo.out() + demo.err());
        assertTrue((demo.out() + demo.err()).contains("holds something that is not a demo"), demo.out() + demo.err());
        assertFalse(Files.exists(data.resolve("demo-sign-ins.csv")));
    }

    private void start(Object... arguments) throws Exception {
        port = freePort();
        List<Object> all = new ArrayList<>(List.of("serve", "--port", port));
        all.addAll(List.of(arguments));
        Path log = Files.createTempFile(place, "serve", ".log");
        running = launcher(all)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        for (int tenths = 0; tenths < 10 * PATIENCE_SECONDS; tenths++) {
            if (!running.isAlive()) {
                break;
            }
            try {
                if (client.send(request("/sign-in", "").build(), BodyHandlers.discarding())
                                .statusCode()
                        == 200) {
                    return;
                }
            } catch (IOException notYet) {
                sleep(Duration.ofMillis(100));
            }
        }
        throw new AssertionError("did not start: " + Files.readString(log));
    }

    /** The way the README starts it; the launcher becomes the service, so its process is the service's. */
    private static ProcessBuilder launcher(List<Object> arguments) {
        List<String> command = new ArrayList<>(List.of("deploy/plimsoll"));
        arguments.forEach(argument -> command.add(argument.toString()));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().put("JAVA_OPTS", String.join(" ", SMALL));
        return builder;
    }

    private HttpResponse<String> get(String address, String token) throws IOException, InterruptedException {
        return client.send(request(address, token).build(), BodyHandlers.ofString());
    }

    private HttpRequest.Builder request(String address, String token) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + address))
                .timeout(Duration.ofSeconds(30))
                .header("Authorization", "Bearer " + token);
    }

    /** Of the server that this service started, and no other on this machine. */
    private void requireNoDatabaseLeft() {
        for (int i = 0; i < 10 * MYSQL_STOPS_SECONDS && isDatabaseThere(); i++) {
            sleep(Duration.ofMillis(100));
        }
        assertFalse(isDatabaseThere(), "a database process is left");
    }

    private boolean isDatabaseThere() {
        String folder = place.toString();
        return ProcessHandle.allProcesses()
                .filter(process -> process.pid() != ProcessHandle.current().pid())
                .anyMatch(process -> process.info().commandLine().orElse("").contains("--datadir=" + folder)
                        || process.info().commandLine().orElse("").contains(folder + "/data/mysql"));
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static void sleep(Duration time) {
        try {
            Thread.sleep(time.toMillis());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
