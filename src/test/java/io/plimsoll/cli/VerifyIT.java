package io.plimsoll.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code plimsoll verify}, from the shell. */
class VerifyIT {

    @TempDir
    private static Path place;

    private static Path cycle;
    private static Path result;

    private static int copies;

    @BeforeAll
    static void allocate() throws Exception {
        cycle = CycleCopy.county(place.resolve("county"));
        result = place.resolve("result");
        PlimsollJar.run("allocate", cycle, "--out", result).exits(ExitCode.DONE);
    }

    @Test
    void aResultThatNobodyTouchedIsVerifiedInBothLanguages() throws Exception {
        PlimsollJar.Run english = PlimsollJar.run("verify", cycle, result).exits(ExitCode.DONE);
        assertEquals(
                result + " is what its input and its rules make of it: all seven files, 1737 lines, byte for byte.\n",
                english.out());
        PlimsollJar.Run chinese =
                PlimsollJar.run("verify", cycle, result, "--lang", "zh").exits(ExitCode.DONE);
        assertTrue(chinese.out().contains("逐字节相同"), chinese.out());
    }

    @Test
    void anAlteredGrantIsNamed() throws Exception {
        Path copy = copyOf(result);
        CycleCopy.altered(copy, "grants.csv", "L620000,7,HB-03,2,1,TIER_CEILING", "L620000,7,HB-03,2,2,TIER_CEILING");
        PlimsollJar.Run run = PlimsollJar.run("verify", cycle, copy).exits(ExitCode.CRITICAL);
        assertEquals(
                "grants.csv, line 8, column granted: 2 stands there, 1 was recomputed.\n" + copy
                        + " is NOT what its input and its rules make of it; differences named: 1.\n",
                run.out());
    }

    @Test
    void anAlteredDemandIsNamedWithTheLineOfItsGrant() throws Exception {
        Path copy = copyOf(cycle);
        CycleCopy.altered(copy, "orders.csv", "L620000,7,HB-03,2\n", "L620000,7,HB-03,23\n");
        PlimsollJar.Run run = PlimsollJar.run("verify", copy, result).exits(ExitCode.CRITICAL);
        assertTrue(run.out().contains("orders.csv of the input has other content"), run.out());
        assertTrue(run.out().contains("grants.csv, line 8, column demand: 2 stands there, 23 was"), run.out());
    }

    @Test
    void aRecordThatIsDamagedOrGoneFailsAndAMissingFolderIsBadUsage() throws Exception {
        Path copy = copyOf(result);
        Files.writeString(copy.resolve("run.json"), "[".repeat(100_000));
        PlimsollJar.Run damaged = PlimsollJar.run("verify", cycle, copy).exits(ExitCode.CRITICAL);
        assertTrue(damaged.err().startsWith("run.json is no run record"), damaged.err());
        Files.delete(copy.resolve("run.json"));
        PlimsollJar.Run gone = PlimsollJar.run("verify", cycle, copy).exits(ExitCode.CRITICAL);
        assertTrue(gone.err().contains("run.json is missing"), gone.err());
        PlimsollJar.run("verify", cycle, place.resolve("nowhere")).exits(ExitCode.BAD_INPUT);
    }

    @Test
    void otherRulesAreNamedAndStopTheVerification() throws Exception {
        Path copy = withRule(drl -> drl.replace("100 +", "101 +"));
        PlimsollJar.Run run = PlimsollJar.run("verify", cycle, copy).exits(ExitCode.CRITICAL);
        assertTrue(run.out().startsWith("Rule r02-float of the run record"), run.out());
        assertTrue(run.out().contains("--recorded-rules"), run.out());
        assertFalse(run.out().contains("grants.csv"), "nothing was recomputed");
        assertFalse(run.err().contains("sharing"), "nothing was recomputed");
    }

    @Test
    void theRulesOfTheRecordCanBeUsedInstead() throws Exception {
        PlimsollJar.run("verify", cycle, result, "--recorded-rules").exits(ExitCode.DONE);
    }

    @Test
    void aHostileRecordedRuleIsRefusedByNameAndNothingOfItRuns() throws Exception {
        Path marker = place.resolve("marker");
        String code = "new java.io.FileWriter(\\\"" + marker + "\\\").close(); System.exit(0);";
        Path copy = withRule(drl -> drl.replace("then\n", "then\n" + code.replace("\\", "")));
        PlimsollJar.Run run =
                PlimsollJar.run("verify", cycle, copy, "--recorded-rules").exits(ExitCode.CRITICAL);
        assertTrue(run.err().contains("r02-float/Rule.drl:"), run.err());
        assertFalse(Files.exists(marker));
    }

    private static Path copyOf(Path folder) throws Exception {
        return CycleCopy.of(folder, place.resolve("copy-" + copies++));
    }

    /** A copy of the result whose record holds another text of R2. */
    private static Path withRule(UnaryOperator<String> change) throws Exception {
        Path copy = copyOf(result);
        Path file = copy.resolve("run.json");
        ObjectMapper json = new ObjectMapper();
        JsonNode record = json.readTree(Files.readString(file));
        for (JsonNode rule : record.path("rules")) {
            if (rule.path("folder").asText().equals("r02-float")) {
                ((ObjectNode) rule).put("drl", change.apply(rule.path("drl").asText()));
            }
        }
        Files.writeString(file, json.writeValueAsString(record));
        return copy;
    }
}
