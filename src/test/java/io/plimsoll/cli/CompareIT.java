package io.plimsoll.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code plimsoll compare}, from the shell. */
class CompareIT {

    @TempDir
    private static Path shelf;

    private static Path a;
    private static Path b;

    @TempDir
    private Path place;

    /** The rehearsal of docs/compare.md. */
    @BeforeAll
    static void allocateTwice() throws Exception {
        Path cycle = CycleCopy.county(shelf.resolve("county"));
        a = shelf.resolve("a");
        b = shelf.resolve("b");
        PlimsollJar.run("allocate", cycle, "--out", a).exits(ExitCode.DONE);
        CycleCopy.altered(cycle, "policy/weights.csv", "SMALL,1", "SMALL,2");
        CycleCopy.altered(cycle, "policy/policy.csv", "county-2026-11", "small-weighs-2");
        PlimsollJar.run("allocate", cycle, "--out", b).exits(ExitCode.DONE);
    }

    @Test
    void theDocumentShowsWhatIsPrinted() throws Exception {
        String printed = PlimsollJar.run("compare", a, b, "--top", 3, "--lang", "en")
                .exits(ExitCode.DONE)
                .out()
                .replace(shelf.toString(), "target/compare");
        String document = Files.readString(Path.of("docs/compare.md"));
        assertTrue(
                document.contains("```\n" + printed + "```"),
                "the block of output in docs/compare.md is not:\n" + printed);
    }

    @Test
    void theSameIsSaidInChinese() throws Exception {
        PlimsollJar.Run run = PlimsollJar.run("compare", a, b, "--lang", "zh").exits(ExitCode.DONE);
        for (String part : List.of(
                "同一批订单的两份结果",
                "policy/weights.csv",
                "  小型     1,313  1,086  1,118     +32    82.7 %    85.1 %",
                "  城镇             9       9      48",
                "  订足面：达到规格限量的行   9.2 %  14.7 %",
                "两者均为：实行稍紧平衡，货源不足",
                "全部满足 → 货源不足",
                "另有 8 户")) {
            assertTrue(run.out().contains(part), part + "\nin\n" + run.out());
        }
        assertFalse(run.out().matches("(?s).*[A-Za-z]{3,} [A-Za-z]{3,}.*"), "English in\n" + run.out());
        assertEquals(List.of("读取两份结果"), run.err().lines().toList());
    }

    @Test
    void aResultBesideItselfDiffersInNothingAndThatIsNoError() throws Exception {
        PlimsollJar.Run run = PlimsollJar.run("compare", a, a).exits(ExitCode.DONE);
        assertTrue(run.out().contains("Nothing differs: every line was granted the same"), run.out());
        assertTrue(run.out().contains("Policy and rules are the same in both."), run.out());
        assertFalse(run.out().contains("Gain most"), run.out());
    }

    @Test
    void theComparisonIsWrittenWholeAndReplacesOnlyWhatItMay() throws Exception {
        Path out = place.resolve("out");
        PlimsollJar.Run run = PlimsollJar.run("compare", a, b, "--out", out).exits(ExitCode.DONE);
        assertTrue(run.out().endsWith("Written to " + out + "\n"), run.out());
        Map<String, String> written = CycleCopy.content(out);
        assertEquals(
                Set.of("by_group.csv", "by_retailer.csv", "by_sku.csv", "by_reason.csv", "compare.json"),
                written.keySet());
        assertTrue(Files.readString(out.resolve("by_group.csv"))
                .contains("\nSIZE_CLASS,SMALL,750,1313,1086,1118,41,9,18,0,57,23,0,52\n"));
        assertEquals(145, Files.readAllLines(out.resolve("by_retailer.csv")).size());
        PlimsollJar.run("compare", a, b, "--out", out).exits(ExitCode.BAD_INPUT);
        PlimsollJar.run("compare", a, b, "--out", out, "--force").exits(ExitCode.DONE);
        assertEquals(written, CycleCopy.content(out));
        PlimsollJar.Run source =
                PlimsollJar.run("compare", a, b, "--out", a, "--force").exits(ExitCode.BAD_INPUT);
        assertTrue(source.err().contains("which this command does not write; it is not replaced"), source.err());
        assertEquals(7, CycleCopy.content(a).size());
    }

    @Test
    void whatCannotBeComparedIsOneClearErrorAndNothingIsWritten() throws Exception {
        Path altered = CycleCopy.of(a, place.resolve("altered"));
        CycleCopy.altered(altered, "grants.csv", "L620000,1,HB-01,1,1", "L620000,1,HB-01,1,0");
        Path out = place.resolve("made/out");
        assertError(
                altered
                        + " can't be compared. grants.csv was altered: it isn't the file that run.json was written with.",
                PlimsollJar.run("compare", altered, b, "--out", out));
        Path cycle = CycleCopy.county(place.resolve("county"));
        CycleCopy.altered(cycle, "orders.csv", "L620000,1,HB-01,1", "L620000,1,HB-01,2");
        Path other = place.resolve("other");
        PlimsollJar.run("allocate", cycle, "--out", other).exits(ExitCode.DONE);
        assertError(
                "These two can't be compared: orders.csv of the one cycle has other content than that of the other."
                        + " Expected: results of the same cycle and the same orders.",
                PlimsollJar.run("compare", a, other, "--out", out));
        assertError(
                cycle + " can't be compared. run.json is missing.", PlimsollJar.run("compare", a, cycle, "--out", out));
        PlimsollJar.Run nowhere = PlimsollJar.run("compare", place.resolve("nowhere"), b);
        assertTrue(nowhere.exits(ExitCode.BAD_INPUT).err().contains("nowhere is no folder."), nowhere.err());
        PlimsollJar.Run many = PlimsollJar.run("compare", a, b, "--top", 1001);
        assertTrue(many.exits(ExitCode.BAD_INPUT).err().contains("1001 is not from 0 to 1000"), many.err());
        assertFalse(Files.exists(place.resolve("made")));
    }

    private static void assertError(String message, PlimsollJar.Run run) {
        List<String> said = run.exits(ExitCode.BAD_INPUT).err().lines().toList();
        assertEquals(List.of("reading both results", message), said);
        assertEquals("", run.out());
    }
}
