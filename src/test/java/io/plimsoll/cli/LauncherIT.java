package io.plimsoll.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code deploy/plimsoll} starts the program faster, and changes nothing of what it does. */
class LauncherIT {

    private static final Path LAUNCHER = Path.of("deploy/plimsoll").toAbsolutePath();
    private static final Path COUNTY = Path.of("docs/county").toAbsolutePath();

    @TempDir
    private Path place;

    @Test
    void itsResultIsThatOfTheJar() throws Exception {
        assertEquals(
                0,
                launch(LAUNCHER, Map.of(), "allocate", COUNTY, "--out", place.resolve("a"))
                        .exit());
        PlimsollJar.run("allocate", COUNTY, "--out", place.resolve("b")).exits(ExitCode.DONE);
        assertEquals(CycleCopy.content(place.resolve("b")), CycleCopy.content(place.resolve("a")));
    }

    @Test
    void itWorksThroughALinkAndFromAnywhere() throws Exception {
        Path link = Files.createSymbolicLink(place.resolve("plimsoll"), LAUNCHER);
        PlimsollJar.Run run = launch(link, Map.of(), "--version");
        assertEquals(0, run.exit());
        assertTrue(run.out().startsWith("plimsoll "), run.out());
        Files.delete(link);
    }

    @Test
    void withoutItsClassArchiveItIsSlowerAndSaysNothingOfIt() throws Exception {
        Map<String, String> elsewhere = Map.of("JAVA_OPTS", "-XX:SharedArchiveFile=" + place.resolve("missing.jsa"));
        PlimsollJar.Run with = launch(LAUNCHER, Map.of(), "verify", "--help");
        PlimsollJar.Run without = launch(LAUNCHER, elsewhere, "verify", "--help");
        assertEquals(with, without);
        assertEquals(0, without.exit());
        assertEquals("", without.err());
    }

    @Test
    void theBuildHasMadeTheClassArchive() {
        assertTrue(Files.exists(Path.of("target/plimsoll.jsa")), "the build made no class archive");
    }

    @Test
    void withoutABuildItSaysHowToMakeOne() throws Exception {
        Files.createDirectories(place.resolve("deploy"));
        Path copy = Files.copy(LAUNCHER, place.resolve("deploy/plimsoll"));
        PlimsollJar.Run run = launch(copy, Map.of(), "--version");
        assertEquals(2, run.exit());
        assertTrue(run.err().contains("mvn package -DskipTests"), run.err());
    }

    private PlimsollJar.Run launch(Path launcher, Map<String, String> environment, Object... arguments)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("sh", launcher.toString()));
        List.of(arguments).forEach(argument -> command.add(argument.toString()));
        Path out = Files.createTempFile(place, "out", "");
        Path err = Files.createTempFile(place, "err", "");
        ProcessBuilder process = new ProcessBuilder(command)
                .directory(place.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        process.environment().putAll(environment);
        int exit = process.start().waitFor();
        return new PlimsollJar.Run(
                exit, Files.readString(out, StandardCharsets.UTF_8), Files.readString(err, StandardCharsets.UTF_8));
    }
}
