package io.plimsoll.cli;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Four weeks of real orders: run, verified, and nothing forbidden found in them. */
class WeeksIT {

    @TempDir
    private Path place;

    @ParameterizedTest
    @ValueSource(strings = {"2022-03-w1", "2022-03-w2", "2022-03-w3", "2022-03-w4"})
    void aWeekRunsVerifiesAndPassesTheAudit(String week) throws Exception {
        Path cycle = CycleCopy.shared("data/iowa/" + week);
        Path out = place.resolve("out");
        PlimsollJar.run("allocate", cycle, "--out", out, "--threads", 2).exits(ExitCode.DONE);
        PlimsollJar.run("verify", cycle, out, "--threads", 1).exits(ExitCode.DONE);
        PlimsollJar.Run audit =
                PlimsollJar.run("audit", cycle, out.resolve("grants.csv")).exits(ExitCode.DONE);
        assertTrue(audit.out().startsWith("Findings: 0 CRITICAL"), audit.out());
    }
}
