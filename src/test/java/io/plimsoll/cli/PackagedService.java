package io.plimsoll.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** The packaged service with a database of its own, as its operator starts it, and as a program talks to it. */
final class PackagedService {

    private static final int PATIENCE_SECONDS = 180;
    private static final int MYSQL_STOPS_SECONDS = 20;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient client = HttpClient.newHttpClient();
    private final Path place;
    private final List<String> options;
    private Process running;
    private int port;
    private Path log;

    /**
     * Nothing runs yet.
     *
     * @param place where its data are to be
     * @param options of the JVM
     */
    PackagedService(Path place, List<String> options) {
        this.place = place;
        this.options = options;
    }

    Path data() {
        return place.resolve("data");
    }

    /** Where it listens. */
    String address() {
        return "http://127.0.0.1:" + port;
    }

    /** Starts it, and waits for its first page. */
    void start(String... more) throws Exception {
        port = freePort();
        List<String> command = new ArrayList<>(
                List.of("deploy/plimsoll", "serve", "--port", Integer.toString(port), "--data", data().toString()));
        command.addAll(List.of(more));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().put("JAVA_OPTS", "-Dquarkus.http.host=127.0.0.1 " + String.join(" ", options));
        log = Files.createTempFile(place, "serve", ".log");
        running = builder.redirectErrorStream(true).redirectOutput(log.toFile()).start();
        for (int tenths = 0; tenths < 10 * PATIENCE_SECONDS && running.isAlive(); tenths++) {
            try {
                if (client.send(request("/sign-in", "").build(), BodyHandlers.discarding())
                                .statusCode()
                        == 200) {
                    return;
                }
            } catch (IOException notYet) {
                Thread.sleep(100);
            }
        }
        throw new AssertionError("did not start: " + Files.readString(log));
    }

    /** What it has said since it was started last. */
    String log() throws IOException {
        return Files.readString(log);
    }

    /** Its process: the launcher becomes the service. */
    Process process() {
        return running;
    }

    /** Kills it with signal 9, and waits until its database has noticed. */
    void kill() throws InterruptedException {
        running.destroyForcibly().waitFor();
        requireNoDatabaseLeft();
    }

    /** Of the server that this service started, and no other on this machine. */
    void requireNoDatabaseLeft() throws InterruptedException {
        for (int tenths = 0; tenths < 10 * MYSQL_STOPS_SECONDS && isDatabaseThere(); tenths++) {
            Thread.sleep(100);
        }
        if (isDatabaseThere()) {
            throw new AssertionError("a database process is left");
        }
    }

    private boolean isDatabaseThere() {
        return ProcessHandle.allProcesses()
                .filter(process -> process.pid() != ProcessHandle.current().pid())
                .anyMatch(process -> process.info()
                        .commandLine()
                        .orElse("")
                        .contains(data().resolve("mysql").toString()));
    }

    /** The token of the demo's person with a role. */
    String token(String role) throws IOException {
        return Files.readAllLines(data().resolve("demo-sign-ins.csv")).stream()
                .filter(line -> line.startsWith(role + ","))
                .map(line -> line.split(",")[3])
                .findFirst()
                .orElseThrow();
    }

    JsonNode get(String address, String token) throws IOException, InterruptedException {
        return JSON.readTree(bytes(address, token));
    }

    byte[] bytes(String address, String token) throws IOException, InterruptedException {
        return sent(request(address, token).build());
    }

    JsonNode send(String method, String address, String token, String body, String... headers)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = request(address, token)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .method(method, BodyPublishers.ofString(body));
        return JSON.readTree(sent(
                headers.length == 0 ? request.build() : request.headers(headers).build()));
    }

    private byte[] sent(HttpRequest request) throws IOException, InterruptedException {
        var answer = client.send(request, BodyHandlers.ofByteArray());
        if (answer.statusCode() >= 300) {
            throw new AssertionError(request.uri() + " " + answer.statusCode() + " "
                    + new String(answer.body(), StandardCharsets.UTF_8));
        }
        return answer.body();
    }

    HttpRequest.Builder request(String address, String token) {
        return HttpRequest.newBuilder(URI.create(address() + address))
                .timeout(Duration.ofSeconds(60))
                .header("Authorization", "Bearer " + token);
    }

    static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    /** Leaves nothing running. */
    void end() throws InterruptedException {
        if (running != null) {
            kill();
        }
    }
}
