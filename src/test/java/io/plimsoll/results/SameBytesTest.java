package io.plimsoll.results;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import io.plimsoll.files.BadInput;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same input gives the same bytes: in any order of rows and columns, with any line ends, on any number of threads. */
class SameBytesTest {

    private static final List<Integer> THREADS = List.of(1, 2, 8);

    @TempDir
    Path temp;

    @Test
    void shuffledAndOnAnyNumberOfThreadsTheCountyComesToTheSame() throws IOException, BadInput {
        assertSameBytes(Path.of("docs/county"), 3);
    }

    @Test
    void soDoTheVectors() throws IOException, BadInput {
        for (Path vector : SharedFolders.in(SharedFolders.VECTORS)) {
            assertSameBytes(vector, 2);
        }
    }

    @Test
    void soDoesAWeekOfRealOrders() throws IOException, BadInput {
        assertSameBytes(SharedFolders.in(SharedFolders.IOWA).get(0), 1);
    }

    private void assertSameBytes(Path folder, int shuffles) throws IOException, BadInput {
        Path base = Files.createTempDirectory(temp, "base");
        SharedFolders.run(folder, 1, base);
        for (int seed = 0; seed < shuffles; seed++) {
            Path shuffled = Files.createTempDirectory(temp, "shuffled");
            copyShuffled(folder, shuffled, new Random(seed));
            for (int threads : THREADS) {
                Path out = Files.createTempDirectory(temp, "out");
                SharedFolders.run(shuffled, threads, out);
                assertSameFiles(base, out, folder + ", shuffle " + seed + ", " + threads + " threads");
            }
        }
    }

    private static void assertSameFiles(Path base, Path out, String where) throws IOException {
        try (Stream<Path> files = Files.list(base)) {
            List<Path> names = files.map(Path::getFileName).sorted().toList();
            assertEquals(7, names.size(), where);
            for (Path name : names) {
                assertArrayEquals(
                        Files.readAllBytes(base.resolve(name)),
                        Files.readAllBytes(out.resolve(name)),
                        name + ", " + where);
            }
        }
    }

    private static void copyShuffled(Path from, Path to, Random random) throws IOException {
        Files.createDirectories(to.resolve("policy"));
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file :
                    files.filter(each -> each.toString().endsWith(".csv")).toList()) {
                Files.writeString(to.resolve(from.relativize(file)), shuffled(file, random));
            }
        }
    }

    private static String shuffled(Path file, Random random) throws IOException {
        List<List<String>> rows = new ArrayList<>();
        try (CsvReader<CsvRecord> reader = CsvReader.builder().ofCsvRecord(file)) {
            reader.forEach(row -> rows.add(row.getFields()));
        }
        List<Integer> columns =
                new ArrayList<>(IntStream.range(0, rows.get(0).size()).boxed().toList());
        Collections.shuffle(columns, random);
        Collections.shuffle(rows.subList(1, rows.size()), random);
        StringWriter text = new StringWriter();
        text.write(random.nextBoolean() ? "\uFEFF" : "");
        LineDelimiter lineEnd = random.nextBoolean() ? LineDelimiter.CRLF : LineDelimiter.LF;
        try (CsvWriter writer = CsvWriter.builder().lineDelimiter(lineEnd).build(text)) {
            rows.forEach(
                    row -> writer.writeRecord(columns.stream().map(row::get).toList()));
        }
        return text.toString();
    }
}
