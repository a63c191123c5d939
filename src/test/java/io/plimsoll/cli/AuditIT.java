package io.plimsoll.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code plimsoll audit}, from the shell. */
class AuditIT {

    @TempDir
    private Path place;

    private Path cycle;

    @BeforeEach
    void copyTheCounty() throws Exception {
        cycle = CycleCopy.county(place.resolve("county"));
    }

    @Test
    void grantsOfAnySourceAreJudgedAndTheFindingsWritten() throws Exception {
        Path grants = Files.writeString(place.resolve("by-hand.csv"), """
                retailer,sku,granted
                L620000,HB-01,999
                nobody,HB-01,1
                """);
        Path out = place.resolve("audit");
        PlimsollJar.Run run =
                PlimsollJar.run("audit", cycle, grants, "--out", out).exits(ExitCode.CRITICAL);
        assertTrue(run.out().contains("CRITICAL D19"), run.out());
        assertTrue(run.out().contains("nobody"), run.out());
        assertTrue(run.out().contains("Written to " + out), run.out());
        assertEquals(
                Set.of("findings.csv", "audit.json"), CycleCopy.content(out).keySet());
        assertTrue(Files.readString(out.resolve("findings.csv")).contains("CRITICAL"));
        Map<String, String> before = CycleCopy.content(out);
        PlimsollJar.run("audit", cycle, grants, "--out", out, "--force", "--threads", 8)
                .exits(ExitCode.CRITICAL);
        assertEquals(before, CycleCopy.content(out));
    }

    @Test
    void ourOwnGrantsAreCleanAndStayWhereTheyAre() throws Exception {
        Path out = place.resolve("out");
        PlimsollJar.run("allocate", cycle, "--out", out).exits(ExitCode.DONE);
        Path grants = out.resolve("grants.csv");
        PlimsollJar.Run clean = PlimsollJar.run("audit", cycle, grants).exits(ExitCode.DONE);
        assertTrue(clean.out().startsWith("Findings: 0 CRITICAL, 1 WARNING, 0 INFO\n"), clean.out());
        PlimsollJar.Run refused =
                PlimsollJar.run("audit", cycle, grants, "--out", out, "--force").exits(ExitCode.BAD_INPUT);
        assertTrue(refused.err().contains("grants.csv, which is read here"), refused.err());
        assertTrue(Files.exists(grants));
    }

    @Test
    void aGrantsFileThatCannotBeReadIsBadInput() throws Exception {
        Path grants = Files.writeString(place.resolve("mine.csv"), "retailer,sku,granted\nL620000,HB-01,many\n");
        Path out = place.resolve("out");
        PlimsollJar.Run run =
                PlimsollJar.run("audit", cycle, grants, "--out", out).exits(ExitCode.BAD_INPUT);
        assertTrue(run.err().contains("mine.csv, line 2, column granted: \"many\" can't be used."), run.err());
        assertFalse(Files.exists(out));
        PlimsollJar.run("audit", cycle, place.resolve("nowhere.csv"))
                .refusesWith("nowhere.csv can't be used. The file is missing.");
        PlimsollJar.run("audit", cycle, "/")
                .refusesWith("/ can't be used. It can't be read. Maybe it is a folder, or lacks permission.");
    }

    @Test
    void grantsMayComeThroughAPipe() throws Exception {
        Path out = place.resolve("out");
        Path grants = Files.writeString(place.resolve("by-hand.csv"), "retailer,sku,granted\nL620000,HB-01,1\n");
        PlimsollJar.run(Surroundings.script(
                        PlimsollJar.command("audit", cycle, "/dev/stdin", "--out", out),
                        "grants=$1; shift; cat \"$grants\" | \"$@\"",
                        grants))
                .exits(ExitCode.DONE);
        assertEquals(
                Set.of("findings.csv", "audit.json"), CycleCopy.content(out).keySet());
    }
}
