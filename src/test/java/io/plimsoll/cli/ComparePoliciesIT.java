package io.plimsoll.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code plimsoll compare-policies} as a planner uses it. */
class ComparePoliciesIT {

    private static final Path COUNTY = Path.of("docs/county");

    @TempDir
    private static Path place;

    private static Path other;

    /** The example of docs/policies.md. */
    @BeforeAll
    static void draftAnotherPolicy() throws Exception {
        other = CycleCopy.county(place.resolve("draft"));
        CycleCopy.altered(other, "policy/weights.csv", "SMALL,1", "SMALL,2");
        CycleCopy.altered(other, "policy/policy.csv", "county-2026-11", "draft");
        CycleCopy.altered(other, "policy/sku_ceilings.csv", "MEDIUM,*,HB-01,5\n", "");
        CycleCopy.altered(other, "policy/sku_ceilings.csv", "LARGE,*,HB-01,12\n", "LARGE,*,HB-01,\n");
        Files.writeString(
                other.resolve("policy/class_cutoffs.csv"),
                "market_type,size_class,from_volume\n*,LARGE,300\n*,MEDIUM,90\n");
    }

    @Test
    void theDocumentShowsWhatIsPrinted() throws Exception {
        PlimsollJar.Run run = PlimsollJar.run("compare-policies", COUNTY, other, "--lang", "en")
                .exits(ExitCode.DONE);
        assertTrue(
                Files.readString(Path.of("docs/policies.md")).contains("```\n" + run.out() + "```"),
                "docs/policies.md does not show:\n" + run.out());
        assertEquals("", run.err());
    }

    @Test
    void theSameIsSaidInChinese() throws Exception {
        String out = PlimsollJar.run("compare-policies", COUNTY, other, "--lang", "zh")
                .exits(ExitCode.DONE)
                .out();
        assertTrue(out.contains("新增 2 格，删除 1 格，改动 2 格。"), out);
        assertFalse(out.matches("(?s).*[A-Za-z]{3,} [A-Za-z]{3,}.*"), out);
    }

    @Test
    void asCsvItIsTheCellsAndNothingElse() throws Exception {
        assertEquals(
                """
                table,key,column,change,before,after
                policy/sku_ceilings.csv,size_class=LARGE; market_type=*; sku=HB-01,ceiling,CHANGED,12,
                policy/sku_ceilings.csv,size_class=MEDIUM; market_type=*; sku=HB-01,ceiling,REMOVED,5,
                policy/weights.csv,size_class=SMALL,weight,CHANGED,1,2
                policy/class_cutoffs.csv,market_type=*; size_class=LARGE,from_volume,ADDED,,300
                policy/class_cutoffs.csv,market_type=*; size_class=MEDIUM,from_volume,ADDED,,90
                """,
                PlimsollJar.run("compare-policies", COUNTY, other, "--csv")
                        .exits(ExitCode.DONE)
                        .out());
    }

    @Test
    void anErrorSaysInWhichOfTheTwoItIs() throws Exception {
        Path nowhere = place.resolve("nowhere");
        PlimsollJar.run("compare-policies", COUNTY, nowhere, "--lang", "en")
                .refusesWith("The policy in " + nowhere
                        + " can't be read: policy/floats.csv can't be used. The file is missing.");
    }
}
