package io.plimsoll.cli;

import io.plimsoll.results.EarlierBuild;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The packaged command verifies what an earlier build has made and exported. */
class EarlierBuildIT {

    @TempDir
    private Path place;

    @ParameterizedTest
    @ValueSource(ints = {1, 3})
    void anExportOfAnEarlierBuildIsVerifiedAndAnAlteredOneIsNot(int run) throws Exception {
        EarlierBuild.unpack(run, place);
        Path cycle = place.resolve("cycle");
        Path result = place.resolve("result");
        PlimsollJar.run("verify", cycle, result, "--recorded-rules").exits(ExitCode.DONE);
        Path orders = cycle.resolve("orders.csv");
        Files.writeString(
                orders,
                Files.readString(orders, StandardCharsets.UTF_8).replaceFirst(",(\\d+)\n", ",1$1\n"),
                StandardCharsets.UTF_8);
        PlimsollJar.run("verify", cycle, result, "--recorded-rules").exits(ExitCode.CRITICAL);
    }
}
