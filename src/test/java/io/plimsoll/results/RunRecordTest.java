package io.plimsoll.results;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.plimsoll.drools.TestRules;
import io.plimsoll.files.CycleFolder;
import io.plimsoll.files.CycleInput;
import io.plimsoll.run.CycleResult;
import io.plimsoll.run.CycleRun;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A run record says all it takes to run again, seals itself, and costs nothing to refuse. */
class RunRecordTest {

    private static final String RULE = "{\"folder\":\"r02-float\",\"id\":\"R2\",\"drl\":\"\"}";

    @TempDir
    private static Path folder;

    @Test
    void aRecordThatWasReadSaysWhatWasWritten() throws Exception {
        byte[] written = recordOfSmallCycle(1).bytes();
        RunRecord read = RunRecord.read(written);
        assertTrue(read.isWhole());
        assertEquals(TestRules.book().texts(), read.rules());
        assertEquals(Engine.version(), read.engine());
        assertEquals(64, read.inputDigest("policy/floats.csv").length());
        assertEquals("", read.inputDigest("no such file"));
    }

    @Test
    void aRecordHoldsNoClockHostOrThreadCount() throws Exception {
        String first = new String(recordOfSmallCycle(1).bytes(), StandardCharsets.UTF_8);
        String second = new String(recordOfSmallCycle(8).bytes(), StandardCharsets.UTF_8);
        assertEquals(first, second);
        JsonNode json = new ObjectMapper().readTree(first);
        assertEquals("draw 77", json.path("seed").asText());
        assertEquals(11, json.path("counts").path("lines").asInt());
        assertEquals(13, json.path("input").size());
    }

    @Test
    void aRecordThatWasAlteredInSpaceOnlyIsStillWhole() throws Exception {
        String text = new String(recordOfSmallCycle(1).bytes(), StandardCharsets.UTF_8);
        assertTrue(read(text.replace("\"seed\" : ", "\"seed\":")).isWhole());
        assertFalse(read(text.replace("draw 77", "draw 78")).isWhole());
        assertFalse(read("{\"engine\":\"0\",\"rules\":[" + RULE + "]}").isWhole());
    }

    static Stream<Arguments> noRecords() {
        String nested = "{\"engine\":\"0\",\"rules\":[" + RULE + "],\"x\":" + "[".repeat(100_000);
        return Stream.of(
                Arguments.of("nothing", "", "RECORD_NO_OBJECT"),
                Arguments.of("an array", "[]", "RECORD_NO_OBJECT"),
                Arguments.of("no JSON", "engine: 1", "RECORD_NO_JSON"),
                Arguments.of("half a record", "{\"engine\":\"0\",", "RECORD_NO_JSON"),
                Arguments.of("deeply nested arrays", nested, "RECORD_NO_JSON"),
                Arguments.of("deeply nested objects", "{\"x\":".repeat(100_000), "RECORD_NO_JSON"),
                Arguments.of("a number of 100,000 digits", "{\"x\":" + "9".repeat(100_000) + "}", "RECORD_NO_JSON"),
                Arguments.of("an entry that comes twice", "{\"engine\":\"0\",\"engine\":\"1\"}", "RECORD_NO_JSON"),
                Arguments.of("a second record behind it", "{\"engine\":\"0\"} {}", "RECORD_NO_JSON"),
                Arguments.of("no engine", "{\"rules\":[" + RULE + "]}", "RECORD_LACKS"),
                Arguments.of("a number as engine", "{\"engine\":1,\"rules\":[" + RULE + "]}", "RECORD_LACKS"),
                Arguments.of("no rules", "{\"engine\":\"0\"}", "RECORD_LACKS"),
                Arguments.of("an empty list of rules", "{\"engine\":\"0\",\"rules\":[]}", "RECORD_LACKS"),
                Arguments.of("rules that are none", "{\"engine\":\"0\",\"rules\":[1]}", "RECORD_LACKS"),
                Arguments.of(
                        "rules without text", "{\"engine\":\"0\",\"rules\":[{\"folder\":\"r\"}]}", "RECORD_LACKS"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("noRecords")
    void whatIsNoRecordIsRefusedWithTheReason(String what, String text, String code) {
        RunRecord.NotARecord refused = assertThrows(RunRecord.NotARecord.class, () -> read(text), what);
        assertEquals(code, refused.reason().code());
        assertEquals("run.json", refused.reason().arguments().get("file"));
    }

    @Test
    void aRecordOfAHundredMegabytesIsRefusedUnread() {
        byte[] large = new byte[100 << 20];
        RunRecord.NotARecord refused = assertThrows(RunRecord.NotARecord.class, () -> RunRecord.read(large));
        assertEquals("RECORD_TOO_LARGE", refused.reason().code());
    }

    /** A number may be as large as it can be written in a few characters; nobody reckons with it. */
    @Test
    void aHugeExponentCostsNothing() throws Exception {
        RunRecord record = read("{\"engine\":\"0\",\"rules\":[" + RULE + "],\"counts\":1e999999999}");
        assertFalse(record.isWhole());
    }

    private static RunRecord read(String text) throws RunRecord.NotARecord {
        return RunRecord.read(text.getBytes(StandardCharsets.UTF_8));
    }

    private static RunRecord recordOfSmallCycle(int threads) throws Exception {
        CycleInput input = CycleFolder.read(SmallCycle.write(folder.resolve("cycle")));
        CycleResult result = new CycleRun(TestRules.book(), threads).allocate(input.cycle(), part -> {});
        return RunRecord.of(input, result, TestRules.book().texts(), Engine.version(), new TreeMap<>());
    }
}
