package io.plimsoll.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code plimsoll generate}, from the shell. */
class GenerateIT {

    @TempDir
    private Path place;

    @Test
    void whatHasBeenGrantedInThePeriodIsWhatTheProgramGrantsInTheCyclesBefore() throws Exception {
        Path county = place.resolve("county");
        generate(county, 120, 30, 7, "--cycles", 5, "--tight", 30).exits(ExitCode.DONE);
        Map<String, Integer> granted = new HashMap<>();
        List<String> cycles = names(county);
        assertEquals(List.of("2026-11-w1", "2026-11-w2", "2026-11-w3", "2026-11-w4", "2026-12-w1"), cycles);
        for (String cycle : cycles) {
            if (cycle.endsWith("w1")) {
                granted.clear();
            }
            for (String[] row : rows(county.resolve(cycle).resolve("retailers.csv"))) {
                assertEquals(granted.getOrDefault(row[0], 0), Integer.valueOf(row[6]), cycle + " " + row[0]);
            }
            Path out = place.resolve("out").resolve(cycle);
            PlimsollJar.run("allocate", county.resolve(cycle), "--out", out).exits(ExitCode.DONE);
            for (String[] row : rows(out.resolve("grants.csv"))) {
                granted.merge(row[0], Integer.valueOf(row[4]), Integer::sum);
            }
        }
        assertTrue(granted.values().stream().mapToInt(cartons -> cartons).sum() > 1000);
    }

    @Test
    void theSameArgumentsGiveTheSameBytesWhateverTheSurroundings() throws Exception {
        generate(place.resolve("a"), 80, 20, -3, "--cycles", 2).exits(ExitCode.DONE);
        ProcessBuilder elsewhere = PlimsollJar.command(
                "generate", place.resolve("b"), "--retailers", 80, "--skus", 20, "--seed", -3, "--cycles", 2);
        elsewhere
                .command()
                .addAll(
                        1,
                        List.of(
                                "-Duser.language=th",
                                "-Duser.country=TH",
                                "-Duser.timezone=Pacific/Apia",
                                "-Dfile.encoding=ISO-8859-1",
                                "-XX:ActiveProcessorCount=1"));
        Process process = elsewhere
                .redirectErrorStream(true)
                .redirectOutput(place.resolve("log").toFile())
                .start();
        assertEquals(0, process.waitFor(), () -> place.resolve("log").toString());
        assertEquals(CycleCopy.content(place.resolve("a")), CycleCopy.content(place.resolve("b")));
    }

    @Test
    void saysWhatItDoesAndWhatCameOfItInBothLanguages() throws Exception {
        PlimsollJar.Run english = generate(place.resolve("a"), 10, 5, 1, "--cycles", 2, "--lang", "en")
                .exits(ExitCode.DONE);
        assertEquals(
                List.of(
                        "2026-11-w1: drawing it",
                        "2026-11-w1: writing it",
                        "2026-11-w1: allocating it, for what the next one has to know",
                        "2026-11-w2: drawing it",
                        "2026-11-w2: writing it"),
                english.err().lines().toList());
        assertTrue(
                english.out()
                        .startsWith(
                                "A county of 10 retailers and 5 Skus, seed 1: cycles 2026-11-w1 to 2026-11-w2 (2), "),
                english.out());
        PlimsollJar.Run chinese =
                generate(place.resolve("b"), 10, 5, 1, "--lang", "zh").exits(ExitCode.DONE);
        assertTrue(chinese.out().startsWith("已生成县域数据：零售户 10 户，规格 5 个，种子 1；"), chinese.out());
    }

    @ParameterizedTest
    @CsvSource({
        "--retailers, 0, 0 is not from 1 to 1000000",
        "--retailers, many, 'many' is not an int",
        "--skus, 10001, 10001 is not from 1 to 10000",
        "--seed, 1.5, '1.5' is not a long",
        "--cycles, 261, 261 is not from 1 to 260",
        "--tight, -1, -1 is not from 0 to 100"
    })
    void anArgumentOutsideItsLimitsIsNamedAndNothingIsWritten(String option, String value, String words)
            throws Exception {
        Map<String, String> options = new HashMap<>(Map.of("--retailers", "5", "--skus", "5", "--seed", "5"));
        options.put(option, value);
        Object[] arguments = Stream.concat(
                        Stream.of("generate", place.resolve("out")),
                        options.entrySet().stream().flatMap(each -> Stream.of(each.getKey(), each.getValue())))
                .toArray();
        PlimsollJar.Run run = PlimsollJar.run(arguments).exits(ExitCode.BAD_INPUT);
        String expected = "Invalid value for option '" + option + "': " + words;
        assertEquals(expected, run.err().lines().findFirst().orElseThrow());
        assertEquals("", run.out());
        assertFalse(Files.exists(place.resolve("out")));
    }

    @Test
    void whatIsThereIsNeverReplaced() throws Exception {
        Path file = Files.writeString(place.resolve("file"), "mine");
        for (Path out : List.of(file, Files.createDirectory(place.resolve("empty")), file.resolve("below"))) {
            PlimsollJar.Run run = generate(out, 5, 5, 5, "--lang", "en").exits(ExitCode.BAD_INPUT);
            assertEquals(1, run.err().lines().count(), run.err());
            assertTrue(run.err().startsWith(out.toString()), run.err());
        }
        assertEquals("mine", Files.readString(file));
        assertEquals(1, CycleCopy.content(place).size());
    }

    private static PlimsollJar.Run generate(Path out, int retailers, int skus, long seed, Object... more)
            throws Exception {
        Object[] arguments = Stream.concat(
                        Stream.of("generate", out, "--retailers", retailers, "--skus", skus, "--seed", seed),
                        Stream.of(more))
                .toArray();
        return PlimsollJar.run(arguments);
    }

    private static List<String> names(Path folder) throws Exception {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private static List<String[]> rows(Path file) throws Exception {
        return Files.readAllLines(file, StandardCharsets.UTF_8).stream()
                .skip(1)
                .map(line -> line.split(",", -1))
                .toList();
    }
}
