package io.plimsoll.results;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What killed runs leave is put in order by the next run, and what belongs to a run at work, or to others, is let be. */
class WorkplaceTest {

    @TempDir
    private Path place;

    private Path out;

    @BeforeEach
    void name() {
        out = place.resolve("out");
    }

    @Test
    void aResultInTheMakingGoesAway() throws Exception {
        Files.createFile(place.resolve(".out.partial-12.lock"));
        result(place.resolve(".out.partial-12"), "half");
        Files.createDirectories(place.resolve(".out.partial-12/below/it"));
        Files.createFile(place.resolve(".out.partial-34.lock"));
        ResultFolder.at(out, false);
        assertEquals(List.of(), everything());
    }

    @Test
    void anEarlierResultWhosePlaceWasNotTakenYetGetsItBack() throws Exception {
        Files.createFile(place.resolve(".out.partial-12.lock"));
        result(place.resolve(".out.partial-12"), "new");
        result(place.resolve(".out.partial-12.earlier"), "earlier");
        ResultFolder.Refused refused = assertThrows(ResultFolder.Refused.class, () -> ResultFolder.at(out, false));
        assertEquals("OUT_EXISTS", refused.reason().code());
        assertEquals(List.of("out", "out/grants.csv", "out/run.json"), everything());
        assertEquals("earlier", Files.readString(out.resolve("grants.csv")));
    }

    @Test
    void anEarlierResultWhosePlaceIsTakenGoesAway() throws Exception {
        Files.createFile(place.resolve(".out.partial-12.lock"));
        result(place.resolve(".out.partial-12.earlier"), "earlier");
        result(out, "new");
        ResultFolder.at(out, true);
        assertEquals(List.of("out", "out/grants.csv", "out/run.json"), everything());
        assertEquals("new", Files.readString(out.resolve("grants.csv")));
    }

    /** It may be half deleted already, so it never comes back. */
    @Test
    void anOldResultGoesAwayAndNothingElseThatIsWithIt() throws Exception {
        Files.createFile(place.resolve(".out.partial-12.lock"));
        result(place.resolve(".out.partial-12.old"), "old");
        Files.writeString(place.resolve(".out.partial-12.old/notes.txt"), "mine");
        ResultFolder.at(out, false);
        assertEquals(List.of(".out.partial-12.old", ".out.partial-12.old/notes.txt"), everything());
    }

    @Test
    void whatARunAtWorkHasMadeIsLetBe() throws Exception {
        result(place.resolve(".out.partial-12"), "half");
        Path lock = Files.createFile(place.resolve(".out.partial-12.lock"));
        List<String> before = everything();
        try (FileChannel atWork = FileChannel.open(lock, StandardOpenOption.WRITE)) {
            atWork.lock();
            ResultFolder.at(out, false).write(folder -> result(folder, "new"));
            before.addAll(List.of("out", "out/grants.csv", "out/run.json"));
            assertEquals(before, everything());
        }
    }

    @Test
    void whatHasNoLockOrAnotherNameIsLetBe() throws Exception {
        for (String name :
                List.of(".out.partial-1", ".out.partial-x", ".outer.partial-1", ".out.partial-1.partial-2")) {
            result(place.resolve(name), "not ours");
        }
        for (String lock : List.of(".out.partial-x.lock", ".outer.partial-1.lock", ".out.partial-1.partial-2.lock")) {
            Files.createFile(place.resolve(lock));
        }
        List<String> before = everything();
        ResultFolder.at(out, false);
        assertEquals(before, everything());
    }

    /** Whoever loses is refused; what stands there in the end is one whole result, and nothing is left beside it. */
    @Test
    void manyAtOnceLeaveOneWholeResult() throws Exception {
        ExecutorService runs = Executors.newFixedThreadPool(4);
        List<Future<Integer>> written = new ArrayList<>();
        for (int run = 0; run < 4; run++) {
            String words = "run " + run;
            written.add(runs.submit(() -> writeOften(words)));
        }
        int all = 0;
        for (Future<Integer> each : written) {
            all += each.get(60, TimeUnit.SECONDS);
        }
        runs.shutdown();
        assertTrue(all > 0);
        assertEquals(List.of("out", "out/grants.csv", "out/run.json"), everything());
        assertEquals(
                Files.readString(out.resolve("grants.csv")),
                Files.readString(out.resolve("run.json")).replaceAll(".*\"drl\": \"(.*?)\".*", "$1"));
    }

    private int writeOften(String words) {
        int written = 0;
        for (int time = 0; time < 50; time++) {
            try {
                ResultFolder.at(out, true).write(folder -> result(folder, words));
                written++;
            } catch (ResultFolder.Refused otherWasFaster) {
                // That is what is to be expected of some.
            }
        }
        return written;
    }

    private static void result(Path folder, String words) throws IOException {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("grants.csv"), words);
        Files.writeString(
                folder.resolve("run.json"),
                "{\"engine\": \"0\", \"rules\": [{\"folder\": \"r\", \"id\": \"R2\", \"drl\": \"" + words + "\"}]}");
    }

    /** Every path below the place, hidden ones too. */
    private List<String> everything() throws IOException {
        try (Stream<Path> paths = Files.walk(place)) {
            List<String> all = new ArrayList<>(paths.filter(path -> !path.equals(place))
                    .map(path -> place.relativize(path).toString())
                    .sorted()
                    .toList());
            return all;
        }
    }
}
