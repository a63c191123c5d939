package io.plimsoll.results;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.plimsoll.message.Message;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Two results are compared only where both can be relied on and are of the same orders; whatever else differs is said. */
class ResultComparisonTest {

    @TempDir
    private static Path shelf;

    private static TwoResults written;

    @TempDir
    private Path place;

    private TwoResults two;

    @BeforeAll
    static void writeBoth() throws Exception {
        written = TwoResults.write(shelf);
    }

    @BeforeEach
    void copyBoth() throws Exception {
        two = written.copy(place);
    }

    @Test
    void saysWhichFilesOfThePolicyDifferAndNothingElse() throws Exception {
        ResultComparison result = two.compare();
        assertEquals("2026-11-w2", result.head().cycle());
        assertEquals(List.of("policy/pacing.csv", "policy/weights.csv"), result.otherInputs());
        assertEquals(List.of(), result.otherRules());
        assertTrue(result.a().policy().startsWith("Winter 26@"), result.a().policy());
        assertFalse(result.a().policy().equals(result.b().policy()));
        assertEquals(0, result.skusReleasedOtherwise());
        assertTrue(result.comparison().total().cartons().anyLineDiffers());
        assertEquals(11, result.comparison().total().cartons().lines());
        assertEquals(5, result.register().retailers().size());
    }

    @Test
    void aResultBesideItselfDiffersInNothing() throws Exception {
        ResultComparison result = new TwoResults(two.a(), two.a()).compare();
        assertEquals(List.of(), result.otherInputs());
        assertFalse(result.comparison().total().cartons().anyLineDiffers());
        assertEquals(0, result.comparison().linesWithOtherReason());
    }

    @ParameterizedTest
    @CsvSource({
        "orders.csv, 'A1,4,S4,14', 'A1,4,S4,15'",
        "orders.csv, 'E5,2,S4,12', 'E5,3,S4,12'",
        "cycle.csv, draw 77, draw 78",
        "cycle.csv, 2026-11-w2, 2026-11-w3"
    })
    void otherOrdersOrAnotherCycleAreRefusedByTheNameOfTheirFile(String file, String part, String instead)
            throws Exception {
        Path other = TwoResults.other(place, file, part, instead);
        assertRefused(Message.of("COMPARE_OTHER_ORDERS", "file", file), two.a(), other);
        assertRefused(Message.of("COMPARE_OTHER_ORDERS", "file", file), other, two.a());
    }

    @ParameterizedTest
    @CsvSource({
        "retailers.csv, 'B2,M1,SMALL', 'B2,M1,LARGE', COMPARE_OTHER_PEERS, peers.csv",
        "retailers.csv, 'C3,M2,MEDIUM,RURAL', 'C3,M2,MEDIUM,URBAN', COMPARE_OTHER_PEERS, peers.csv",
        "retailers.csv, 'ACTIVE,40,4,2', 'ACTIVE,40,4,1', COMPARE_OTHER_PEERS, peers.csv",
        "skus.csv, 'S4,Brand 3,TIER_2', 'S4,Brand 3,TIER_3', COMPARE_OTHER_TIERS, tiers.csv"
    })
    void otherGroupsAreRefused(String file, String part, String instead, String code, String table) throws Exception {
        Path other = TwoResults.other(place, file, part, instead);
        assertRefused(Message.of(code, "file", table), two.a(), other);
    }

    @Test
    void aSkuMoreIsRefusedEvenIfNobodyOrderedIt() throws Exception {
        Path other = TwoResults.other(place, "skus.csv", "S4,Brand 3", "S9,Brand 3,TIER_2,OPEN,,,,,,\nS4,Brand 3");
        assertRefused(Message.of("COMPARE_OTHER_TIERS", "file", "tiers.csv"), two.a(), other);
    }

    @ParameterizedTest
    @CsvSource({
        "retailers.csv, 'ACTIVE,90,10', 'ACTIVE,90,20', 0",
        "retailers.csv, SUSPENDED, ACTIVE, 0",
        "skus.csv, 'SCARCE,7,12.5', 'SCARCE,9,12.5', 1",
        "skus.csv, 'SCARCE,7,12.5', 'NORMAL,7,12.5', 0",
        "submissions.csv, '10.0.0.1,45', '10.0.0.1,44', 0"
    })
    void whateverElseDiffersIsSaidAndCompared(String file, String part, String instead, int released) throws Exception {
        Path other = TwoResults.other(place, file, part, instead);
        ResultComparison result = new TwoResults(two.a(), other).compare();
        assertEquals(List.of(file), result.otherInputs());
        assertEquals(released, result.skusReleasedOtherwise());
    }

    @Test
    void rulesThatDifferAreNamedByTheirFolders() throws Exception {
        TwoResults.reseal(two.b(), record -> {
            ((ObjectNode) record.path("rules").get(0)).put("drl", "another text");
            ((ObjectNode) record.path("rules").get(1)).put("folder", "r99-only-here");
        });
        List<String> recorded = new ArrayList<>();
        TwoResults.record(two.a().resolve("run.json"))
                .path("rules")
                .forEach(rule -> recorded.add(rule.path("folder").asText()));
        assertEquals(
                List.of(recorded.get(0), recorded.get(1), "r99-only-here"),
                two.compare().otherRules());
    }

    @ParameterizedTest
    @EnumSource(
            value = ResultTable.class,
            names = {"FINDINGS"},
            mode = EnumSource.Mode.EXCLUDE)
    void anAlteredTableIsNamed(ResultTable table) throws Exception {
        Path file = two.b().resolve(table.fileName());
        Files.writeString(file, Files.readString(file).replaceFirst("1\n", "2\n") + "\n");
        assertUnusable(Message.of("TABLE_ALTERED", "file", table.fileName()), two.b());
        Files.delete(file);
        assertUnusable(Message.of("FILE_MISSING", "file", table.fileName()), two.b());
        Files.createDirectory(file);
        assertUnusable(Message.of("FILE_MISSING", "file", table.fileName()), two.b());
    }

    @Test
    void aRecordThatWasAlteredOrIsGoneOrIsNoneIsNamed() throws Exception {
        Path record = two.b().resolve("run.json");
        TwoResults.alter(record, "draw 77", "draw 78");
        assertUnusable(Message.of("RECORD_NOT_WHOLE", "file", "run.json"), two.b());
        Files.writeString(record, "[]");
        assertUnusable(Message.of("RECORD_NO_OBJECT", "file", "run.json"), two.b());
        Files.delete(record);
        assertUnusable(Message.of("FILE_MISSING", "file", "run.json"), two.b());
    }

    @ParameterizedTest
    @ValueSource(strings = {"peers.csv", "tiers.csv"})
    void aResultOfAnEarlierBuildIsSentBackToAllocate(String table) throws Exception {
        TwoResults.reseal(two.b(), record -> ((ObjectNode) record.path("output")).remove(table));
        assertUnusable(Message.of("TABLE_NOT_RECORDED", "file", table), two.b());
    }

    @Test
    void aRecordWithoutItsCycleOrPolicyIsNone() throws Exception {
        TwoResults.reseal(two.b(), record -> record.put("number", 5));
        assertUnusable(Message.of("RECORD_LACKS", "file", "run.json", "entry", "number"), two.b());
        TwoResults.reseal(two.b(), record -> record.put("number", 2).remove("policy"));
        assertUnusable(Message.of("RECORD_LACKS", "file", "run.json", "entry", "version"), two.b());
    }

    /** Whoever seals a record anew can make it fit; what it then holds is still read as strictly as any input. */
    @ParameterizedTest
    @CsvSource({
        "GRANTS, 'A1,1,S1,9', 'A1,1,S1,-9', BAD_INPUT_VALUE",
        "GRANTS, 'A1,1,S1', 'A1,5,S1', BAD_INPUT_VALUE",
        "GRANTS, 'A1,1,S1', 'X1,1,S1', BAD_INPUT_VALUE",
        "GRANTS, 'A1,1,S1', 'E5,1,S1', BAD_INPUT_VALUE",
        "GRANTS, 'A1,1,S1', 'A1,1,S0', BAD_INPUT_VALUE",
        "GRANTS, 'INELIGIBLE', 'UNLUCKY', BAD_INPUT_VALUE",
        "GRANTS, 'binding', 'why', BAD_INPUT_COLUMN",
        "GRANTS, 'A1,1,S1', 'A1,1', BAD_INPUT_LINE",
        "GRANTS, 'A1,1,S1,9', 'A1,1,S1,8', COMPARE_OTHER_LINES",
        "PEERS, 'A1', 'Z1', BAD_INPUT_VALUE",
        "PEERS, 'URBAN', 'SUBURBAN', BAD_INPUT_VALUE",
        "LEVELS, 'S1', 'S0', BAD_INPUT_VALUE",
        "CEILINGS, 'SKU,LARGE/URBAN/1', 'SKU,LARGE/URBAN/3', BAD_INPUT_VALUE",
        "CEILINGS, 'LARGE/URBAN/1,S1,8', 'LARGE/URBAN/1,S1,-8', BAD_INPUT_VALUE",
        "CEILINGS, 'LARGE/URBAN/1,S1,8', 'LARGE/URBAN/1,S1,9223372036854775808', BAD_INPUT_VALUE",
        "TIERS, 'TIER_4', 'TIER_9', BAD_INPUT_VALUE"
    })
    void aForgedTableIsRefusedWithTheReason(ResultTable table, String part, String instead, String code)
            throws Exception {
        // Both alike where the two must be alike.
        for (Path out : table == ResultTable.GRANTS ? List.of(two.b()) : List.of(two.a(), two.b())) {
            TwoResults.forge(out, table, part, instead);
        }
        NotComparable refused = assertThrows(NotComparable.class, two::compare);
        Message reason = (Message) refused.reason().arguments().get("reason");
        assertEquals(code, reason.code(), refused.getMessage());
        assertEquals(table.fileName(), reason.arguments().get("file"));
    }

    @Test
    void aCeilingPastEverythingThereIsIsNone() throws Exception {
        TwoResults.forge(two.b(), ResultTable.CEILINGS, "LARGE/URBAN/1,S1,8", "LARGE/URBAN/1,S1,9223372036854775807");
        assertEquals(
                two.compare().comparison().capUseA().lines() - 1,
                two.compare().comparison().capUseB().lines());
    }

    @Test
    void theSameComparisonHasTheSameBytesAndSaysWhatItIsOf() throws Exception {
        ResultFolder.at(place.resolve("x"), false).write(out -> ResultWriter.writeComparison(out, compared()));
        ResultFolder.at(place.resolve("y"), false).write(out -> ResultWriter.writeComparison(out, compared()));
        try (Stream<Path> files = Files.list(place.resolve("x"))) {
            List<String> names =
                    files.map(file -> file.getFileName().toString()).sorted().toList();
            assertEquals(
                    List.of("by_group.csv", "by_reason.csv", "by_retailer.csv", "by_sku.csv", "compare.json"), names);
            for (String name : names) {
                assertEquals(-1, Files.mismatch(place.resolve("x/" + name), place.resolve("y/" + name)), name);
            }
        }
        ObjectNode record = TwoResults.record(place.resolve("x/compare.json"));
        assertTrue(SealedJson.isWhole(record));
        String sealOfA = SealedJson.sealOf(TwoResults.record(two.a().resolve("run.json")));
        assertEquals(sealOfA, record.path("a").path("record").asText());
        assertEquals(4, record.path("output").size());
    }

    private ResultComparison compared() throws IOException {
        try {
            return two.compare();
        } catch (NotComparable not) {
            throw new AssertionError(not);
        }
    }

    private void assertUnusable(Message reason, Path out) {
        assertRefused(Message.of("RESULT_UNUSABLE", "out", out, "reason", reason), two.a(), two.b());
    }

    private static void assertRefused(Message reason, Path a, Path b) {
        NotComparable refused = assertThrows(NotComparable.class, () -> new TwoResults(a, b).compare());
        assertEquals(reason, refused.reason());
    }
}
