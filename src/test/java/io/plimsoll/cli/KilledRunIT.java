package io.plimsoll.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The packaged service, killed at ten moments of a run, from its first read to its last row: whoever starts it again gets the
 * run to its end without a hand, with the bytes that an undisturbed run has.
 */
class KilledRunIT {

    private static final int KILLS = 10;
    private static final int SEED = 20261129;
    private static final int PATIENCE_MILLIS = 120_000;

    private static final List<String> COUNTY =
            List.of("-Dplimsoll.demo.retailers=1500", "-Dplimsoll.demo.skus=60", "-Dplimsoll.runs.every=1s");

    @TempDir
    private Path place;

    private PackagedService service;
    private String token;
    private String runs;
    private String supply;

    @AfterEach
    void leaveNothingRunning() throws InterruptedException {
        service.end();
    }

    @Test
    void aRunKilledAtTenMomentsEndsAsOneThatWasLeftAlone() throws Exception {
        service = new PackagedService(place, COUNTY);
        service.start("--demo");
        token = service.token("PLANNER");
        closeTheOpenCycle();
        service.kill();
        service.start("--demo");
        service.send("POST", runs, token, "{\"reason\":null}");
        long duration = millisUntilDone(begun());
        service.kill();

        List<Long> moments = new ArrayList<>();
        SplittableRandom random = new SplittableRandom(SEED);
        service.start("--demo");
        askAnew();
        while (moments.size() < KILLS) {
            long begun = begun();
            // One in each tenth, and so in each part of the work.
            long moment = (long) (duration * (moments.size() + random.nextDouble()) / KILLS);
            Thread.sleep(Math.max(0, moment - (System.currentTimeMillis() - begun)));
            service.kill();
            service.start("--demo");
            if (request().path("state").asText().equals("WAITING")) {
                moments.add(moment);
            } else {
                duration = duration * 9 / 10; // It was over: this time it was quicker.
                askAnew();
            }
        }
        millisUntilDone(System.currentTimeMillis());
        System.out.println("killed after " + moments + " ms of about " + duration);
        everyRunIsWhole();
    }

    private void closeTheOpenCycle() throws Exception {
        String cycle = service.get("/api/cycles?state=OPEN", token)
                .at("/items/0/cycle")
                .asText();
        runs = "/api/cycles/" + cycle + "/runs";
        supply = "/api/cycles/" + cycle + "/supply";
        for (String state : List.of("SECOND_WINDOW", "CLOSED")) {
            service.send(
                    "POST",
                    "/api/cycles/" + cycle + "/steps",
                    token,
                    "{\"state\":\"" + state + "\",\"reason\":\"It is tried out.\"}");
        }
    }

    /** Corrects some supply, so that there is something to share anew. */
    private void askAnew() throws Exception {
        for (JsonNode line : service.get(supply + "?size=100", token).path("items")) {
            if (line.path("supply").asLong() > 100) {
                String address = supply + "/" + line.path("sku").asText();
                String forecast =
                        line.path("forecast").isNumber() ? line.path("forecast").toString() : "null";
                service.send(
                        "PUT",
                        address,
                        token,
                        "{\"supply\":" + (line.path("supply").asLong() - 1) + ",\"forecast\":" + forecast
                                + ",\"reason\":\"One carton was wet.\"}",
                        "If-Match",
                        "\"" + line.path("version").asLong() + "\"");
                break;
            }
        }
        service.send("POST", runs, token, "{\"reason\":\"One carton was wet.\"}");
    }

    private JsonNode request() throws Exception {
        return service.get(runs, token).path("request");
    }

    /** Waits until somebody is at the run, and tells since when, as seen from here. */
    private long begun() throws Exception {
        long patience = System.currentTimeMillis() + PATIENCE_MILLIS;
        while (System.currentTimeMillis() < patience) {
            JsonNode answer = service.get(runs, token);
            if (!answer.at("/progress/part").asText("").equals("WAITING")) {
                return System.currentTimeMillis();
            }
            Thread.sleep(10);
        }
        throw new AssertionError("nobody is at it: " + request());
    }

    private long millisUntilDone(long begun) throws Exception {
        long patience = System.currentTimeMillis() + PATIENCE_MILLIS;
        while (request().path("state").asText().equals("WAITING")) {
            assertTrue(System.currentTimeMillis() < patience, "not done: " + request());
            Thread.sleep(20);
        }
        assertEquals("DONE", request().path("state").asText());
        return System.currentTimeMillis() - begun;
    }

    /** All of them are kept, one is in force, and each is what the command line makes of the same input. */
    private void everyRunIsWhole() throws Exception {
        JsonNode all = service.get(runs, token).path("runs");
        int inForce = 0;
        for (JsonNode run : all) {
            inForce += run.path("inForce").asBoolean() ? 1 : 0;
            String id = run.path("id").asText();
            Path out = Files.createDirectory(place.resolve("run-" + id));
            unzip(service.bytes(runs.replace("/api/", "/api/exports/") + "/" + id, token), out);
            Path expected = out.resolve("expected");
            PlimsollJar.run("allocate", out.resolve("cycle"), "--out", expected);
            assertArrayEquals(
                    Files.readAllBytes(expected.resolve("run.json")),
                    Files.readAllBytes(out.resolve("result/run.json")),
                    "run " + id);
            PlimsollJar.run("verify", out.resolve("cycle"), out.resolve("result"))
                    .exits(ExitCode.DONE);
            assertEquals(
                    run.path("granted").asLong(),
                    Files.readAllLines(out.resolve("result/grants.csv")).stream()
                            .skip(1)
                            .mapToLong(line -> Long.parseLong(line.split(",")[4]))
                            .sum());
        }
        assertEquals(1, inForce);
        assertTrue(all.size() >= 2);
    }

    private static void unzip(byte[] zip, Path to) throws Exception {
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                Path file = to.resolve(entry.getName());
                Files.createDirectories(file.getParent());
                Files.copy(in, file);
            }
        }
    }
}
