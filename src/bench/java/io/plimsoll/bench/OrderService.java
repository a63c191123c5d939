package io.plimsoll.bench;

import io.plimsoll.mysql.EmbeddedMysql;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.Map;

/** The packaged service, in a process of its own, over a database that is there. */
final class OrderService implements AutoCloseable {

    private final Process process;
    private final int port;

    private OrderService(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /**
     * Starts it and waits until it serves.
     *
     * @param said takes what it says
     */
    static OrderService start(EmbeddedMysql server, Path data, Path said) throws IOException, InterruptedException {
        int port = freePort();
        ProcessBuilder command = new ProcessBuilder(
                        "sh", "deploy/plimsoll", "serve", "--port", Integer.toString(port), "--data", data.toString())
                .redirectErrorStream(true)
                .redirectOutput(said.toFile());
        command.environment()
                .putAll(Map.of(
                        "QUARKUS_DATASOURCE_JDBC_URL", server.jdbcUrl(EmbeddedMysql.DATABASE),
                        "QUARKUS_DATASOURCE_USERNAME", server.application().user(),
                        "QUARKUS_DATASOURCE_PASSWORD", server.application().password(),
                        "QUARKUS_FLYWAY_USERNAME", server.owner().user(),
                        "QUARKUS_FLYWAY_PASSWORD", server.owner().password(),
                        "PLIMSOLL_DATABASE_APPLICATION_ACCOUNT",
                                "'" + server.application().user() + "'@'%'"));
        OrderService service = new OrderService(command.start(), port);
        while (!service.answers()) {
            if (!service.process.isAlive()) {
                throw new IllegalStateException("ended with " + service.process.exitValue() + ", see " + said);
            }
            Thread.sleep(50);
        }
        return service;
    }

    private boolean answers() throws InterruptedException {
        HttpRequest page = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/sign-in")).build();
        try {
            return java.net.http.HttpClient.newHttpClient()
                            .send(page, BodyHandlers.discarding())
                            .statusCode()
                    == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket any = new ServerSocket(0)) {
            return any.getLocalPort();
        }
    }

    int port() {
        return port;
    }

    ProcessHandle handle() {
        return process.toHandle();
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        process.waitFor();
    }
}
