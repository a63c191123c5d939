package io.plimsoll.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packaged service replays every run that its demo has made, be it killed meanwhile. */
class DemoReplayIT {

    private static final int PATIENCE_MILLIS = 120_000;
    private static final String AS_IT_WAS = "{\"policy\":null}";

    private static final List<String> COUNTY =
            List.of("-Dplimsoll.demo.retailers=300", "-Dplimsoll.demo.skus=40", "-Dplimsoll.runs.every=1s");

    @TempDir
    private Path place;

    private PackagedService service;

    @BeforeEach
    void aDemo() throws Exception {
        service = new PackagedService(place, COUNTY);
        service.start("--demo");
    }

    @AfterEach
    void leaveNothingRunning() throws InterruptedException {
        service.end();
    }

    @Test
    void everyRunOfTheDemoIsTheSameByteForByteAlsoWhereTheServiceIsKilledBeforeItIsDone() throws Exception {
        String token = service.token("AUDITOR");
        List<Long> asked = new ArrayList<>();
        int runs = 0;
        for (JsonNode cycle : service.get("/api/cycles?size=100", token).path("items")) {
            String address = "/api/cycles/" + cycle.path("cycle").asText() + "/runs";
            for (JsonNode run : service.get(address, token).path("runs")) {
                runs++;
                JsonNode replay =
                        service.send("POST", address + "/" + run.path("id").asLong() + "/replays", token, AS_IT_WAS);
                asked.add(replay.path("id").asLong());
            }
        }
        assertTrue(runs > 1, "the demo has made runs");
        service.kill();
        service.start("--demo");
        for (long replay : asked) {
            JsonNode answer = done("/api/replays/" + replay, token);
            assertEquals("SAME", answer.at("/replay/outcome").asText(), answer.toString());
            assertEquals(0, answer.path("differences").size());
            assertEquals(0, answer.path("otherRules").size());
            assertTrue(answer.at("/replay/lines").asLong() > 0);
        }
    }

    private JsonNode done(String address, String token) throws Exception {
        long patience = System.currentTimeMillis() + PATIENCE_MILLIS;
        JsonNode answer = service.get(address, token);
        while (answer.at("/replay/outcome").asText().equals("WAITING")) {
            assertTrue(System.currentTimeMillis() < patience, "not done: " + answer);
            Thread.sleep(50);
            answer = service.get(address, token);
        }
        return answer;
    }
}
