package io.plimsoll.bench;

import io.plimsoll.mysql.EmbeddedMysql;
import io.plimsoll.mysql.Tuning;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * How long the service lets its operator wait: from the command to the first page, with its own database. First a demo from
 * nothing; then starts over the data that are there, each beside a start of the database alone.
 */
public final class ServeBench {

    private static final Path WORK = Path.of("target/bench/serve").toAbsolutePath();
    private static final int ROUNDS = 7;
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private ServeBench() {}

    /** Takes no arguments. */
    public static void main(String[] none) throws Exception {
        Files.createDirectories(WORK);
        Path data = Files.createTempDirectory(WORK, "data");
        System.out.printf("JDK %s, %d processors%n", Runtime.version(), Runtime.getRuntime().availableProcessors());
        System.out.printf("a demo of 2,500 shops, from nothing to its first page: %.1f s%n", serve(data, "--demo"));

        double[] whole = new double[ROUNDS];
        double[] database = new double[ROUNDS];
        double[] beyond = new double[ROUNDS];
        for (int round = -1; round < ROUNDS; round++) {
            double databaseSeconds = databaseAlone(data);
            double wholeSeconds = serve(data);
            if (round >= 0) { // the one before warms the disk's cache
                database[round] = databaseSeconds;
                whole[round] = wholeSeconds;
                beyond[round] = wholeSeconds - databaseSeconds;
            }
        }
        System.out.println("a start over that demo   " + new Medians(whole).say("%.2f s"));
        System.out.println("  the database alone     " + new Medians(database).say("%.2f s"));
        System.out.println("  beyond the database    " + new Medians(beyond).say("%.2f s"));
    }

    private static double databaseAlone(Path data) throws Exception {
        long begin = System.nanoTime();
        try (EmbeddedMysql server = EmbeddedMysql.start(data, Tuning.DURABLE)) {
            return secondsSince(begin);
        }
    }

    /** Starts the service, waits for its page of sign-in, and ends it. */
    private static double serve(Path data, String... more) throws IOException, InterruptedException {
        int port = freePort();
        List<String> command = new ArrayList<>(
                List.of("sh", "deploy/plimsoll", "serve", "--port", Integer.toString(port), "--data", data.toString()));
        command.addAll(List.of(more));
        Path said = WORK.resolve("said.txt");
        long begin = System.nanoTime();
        Process service = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        try {
            while (!answers(port)) {
                if (!service.isAlive()) {
                    throw new IllegalStateException("ended with " + service.exitValue() + ", see " + said);
                }
                Thread.sleep(10);
            }
            return secondsSince(begin);
        } finally {
            service.destroy();
            service.waitFor();
        }
    }

    private static boolean answers(int port) throws InterruptedException {
        HttpRequest page = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/sign-in")).build();
        try {
            HttpResponse<Void> answer = CLIENT.send(page, BodyHandlers.discarding());
            return answer.statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket any = new ServerSocket(0)) {
            return any.getLocalPort();
        }
    }

    private static double secondsSince(long nanos) {
        return (System.nanoTime() - nanos) / 1e9;
    }
}
