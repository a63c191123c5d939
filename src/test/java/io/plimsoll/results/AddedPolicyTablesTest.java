package io.plimsoll.results;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plimsoll.drools.TestRules;
import io.plimsoll.message.Message;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tables that decide no grant are part of the policy that a result cites, and change nothing else in it. */
class AddedPolicyTablesTest {

    private static final Map<String, String> ADDED = Map.of(
            "policy/class_cutoffs.csv", "market_type,size_class,from_volume\n*,LARGE,300\n*,MEDIUM,90\n",
            "policy/class_totals.csv", "size_class,market_type,total\nSMALL,*,40\n",
            "policy/calendar.csv", "day,business\n2026-11-23,false\n",
            "policy/launches.csv", "sku,launched_on\nS4,2026-11-02\nX9,2026-12-01\n",
            "policy/unsold_skus.csv", "sku\nX8\nX9\n");

    @TempDir
    private Path place;

    private TestResult plain;
    private TestResult full;

    @BeforeEach
    void allocateWithoutAndWithThem() throws Exception {
        plain = TestResult.write(
                SmallCycle.write(place.resolve("plain")), place.resolve("plain-out"), TestRules.book());
        Path cycle = SmallCycle.write(place.resolve("full"));
        for (Map.Entry<String, String> file : ADDED.entrySet()) {
            Files.writeString(cycle.resolve(file.getKey()), file.getValue());
        }
        Path ceilings = cycle.resolve("policy/sku_ceilings.csv");
        Files.writeString(ceilings, Files.readString(ceilings) + "LARGE,*,X8,1\n");
        full = TestResult.write(cycle, place.resolve("full-out"), TestRules.book());
    }

    @Test
    void theyChangeNoGrantNoLevelAndNoCeilingButTheVersionThatIsCited() throws Exception {
        String plainVersion = RunRecord.readFrom(plain.out()).policyVersion();
        String fullVersion = RunRecord.readFrom(full.out()).policyVersion();
        assertNotEquals(plainVersion, fullVersion);
        for (ResultTable table : ResultTable.values()) {
            String before = Files.readString(plain.out().resolve(table.fileName()));
            String after = Files.readString(full.out().resolve(table.fileName()));
            assertEquals(before.replace(plainVersion, fullVersion), after, table.fileName());
        }
    }

    @Test
    void aResultNamesThemAmongItsInputOnlyWhereTheyHaveRows() throws Exception {
        assertTrue(RunRecord.readFrom(full.out()).inputFiles().containsAll(ADDED.keySet()));
        RunRecord record = RunRecord.readFrom(plain.out());
        assertEquals(SmallCycle.files().keySet(), record.inputFiles());
        for (String file : List.of("policy/calendar.csv", "policy/unsold_skus.csv")) {
            String header = ADDED.get(file).lines().findFirst().orElseThrow();
            Files.writeString(plain.cycle().resolve(file), header + "\n");
        }
        assertEquals(List.of(), plain.differences(TestRules.book()));
    }

    @Test
    void eachOfThemThatIsTakenAwayOrAlteredIsNamedByAVerification() throws Exception {
        assertEquals(List.of(), full.differences(TestRules.book()));
        for (Map.Entry<String, String> file : ADDED.entrySet()) {
            Path path = full.cycle().resolve(file.getKey());
            Files.delete(path);
            if (!file.getKey().endsWith("unsold_skus.csv")) {
                assertNamed(file.getKey(), full.differences(TestRules.book()));
            } else {
                assertFalse(full.differences(TestRules.book()).isEmpty());
            }
            Files.writeString(
                    path,
                    file.getValue().replace("S4", "S3").replace("X8", "X7\nX8").replace("0", "1"));
            assertNamed(file.getKey(), full.differences(TestRules.book()));
            Files.writeString(path, file.getValue());
        }
    }

    @Test
    void oneThatIsAddedAfterwardsIsNamedToo() throws Exception {
        Files.writeString(plain.cycle().resolve("policy/calendar.csv"), ADDED.get("policy/calendar.csv"));
        assertNamed("policy/calendar.csv", plain.differences(TestRules.book()));
    }

    private static void assertNamed(String file, List<Message> differences) {
        assertTrue(
                differences.stream()
                        .anyMatch(
                                difference -> file.equals(difference.arguments().get("file"))),
                file + ": " + differences);
    }
}
