package io.plimsoll.generation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.plimsoll.cycle.Cycle;
import io.plimsoll.files.CycleFolder;
import io.plimsoll.text.Sha256;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Equal plans give equal counties, everywhere; and what is written is what is read. */
class SameCountyTest {

    /**
     * Over every byte of a small county, as drawn on JDK 17. Another digest on another JDK is a defect; another one after
     * a change of what is drawn is to be written down here.
     */
    private static final String DIGEST = "75111eb19bfeeda97da1c5ffe8e632c20f0e96da2dbaced5fe27b9719f7f2bf9";

    private static final CountyPlan SMALL = CountyPlan.of(60, 25, 20261102);

    private static final int CYCLES = 14;

    @TempDir
    private Path place;

    @Test
    void aSmallCountyIsTheSameToTheByteOnEveryMachine() throws Exception {
        Counties.write(SMALL, CYCLES, place);
        assertEquals(DIGEST, digest(place));
    }

    @Test
    void languageAndTimeZoneChangeNothing() throws Exception {
        Locale language = Locale.getDefault();
        TimeZone zone = TimeZone.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            TimeZone.setDefault(TimeZone.getTimeZone("America/Anchorage"));
            Counties.write(SMALL, CYCLES, place);
        } finally {
            Locale.setDefault(language);
            TimeZone.setDefault(zone);
        }
        assertEquals(DIGEST, digest(place));
    }

    @Test
    void anotherSeedGivesAnotherCounty() throws Exception {
        Counties.write(SMALL, 1, place.resolve("a"));
        Counties.write(CountyPlan.of(60, 25, 20261103), 1, place.resolve("b"));
        for (String file : List.of("orders.csv", "retailers.csv", "skus.csv", "submissions.csv", "cycle.csv")) {
            assertNotEquals(
                    Files.readString(place.resolve("a/2026-11-w1").resolve(file)),
                    Files.readString(place.resolve("b/2026-11-w1").resolve(file)),
                    file);
        }
    }

    @Test
    void howManyCyclesAreDrawnDoesNotChangeTheFirst() throws Exception {
        Counties.write(SMALL, 1, place.resolve("one"));
        Counties.write(SMALL, 3, place.resolve("three"));
        assertEquals(digest(place.resolve("one/2026-11-w1")), digest(place.resolve("three/2026-11-w1")));
    }

    @ParameterizedTest
    @CsvSource({"1, 1, 60", "1, 1, 1", "2, 3, 9", "60, 25, 14", "40, 400, 5", "400, 2, 5"})
    void whatIsReadIsWhatWasDrawn(int retailers, int skus, int cycles) throws Exception {
        for (GeneratedCycle each : Counties.write(CountyPlan.of(retailers, skus, 5), cycles, place)) {
            Cycle drawn = each.cycle();
            Cycle read = CycleFolder.read(place.resolve(drawn.head().cycle())).cycle();
            assertEquals(drawn.head(), read.head());
            assertEquals(drawn.retailers(), read.retailers());
            assertEquals(drawn.skus(), read.skus());
            assertArrayEquals(drawn.orders().firstLine(), read.orders().firstLine());
            assertArrayEquals(drawn.orders().rank(), read.orders().rank());
            assertArrayEquals(drawn.orders().sku(), read.orders().sku());
            assertArrayEquals(drawn.orders().demand(), read.orders().demand());
            assertArrayEquals(drawn.orders().atMost(), read.orders().atMost());
            assertEquals(drawn.policy().version(), read.policy().version());
        }
    }

    @Test
    void everyColumnIsFilled() throws Exception {
        Counties.write(CountyPlan.of(300, 60, 5), 1, place);
        for (String file : List.of("retailers.csv", "skus.csv", "submissions.csv")) {
            List<String> lines = Files.readAllLines(place.resolve("2026-11-w1").resolve(file));
            int columns = lines.get(0).split(",").length;
            for (int column = 0; column < columns; column++) {
                int at = column;
                assertFalse(
                        lines.stream().skip(1).allMatch(line -> line.split(",", -1)[at].isEmpty()),
                        file + " column " + column);
            }
        }
    }

    @Test
    void aPlanBeyondItsLimitsIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> CountyPlan.of(0, 1, 1));
        assertThrows(IllegalArgumentException.class, () -> CountyPlan.of(1, 0, 1));
        assertThrows(IllegalArgumentException.class, () -> CountyPlan.of(CountyPlan.MOST_RETAILERS + 1, 1, 1));
        assertThrows(IllegalArgumentException.class, () -> CountyPlan.of(1, CountyPlan.MOST_SKUS + 1, 1));
        assertThrows(IllegalArgumentException.class, () -> new CountyPlan(1, 1, 1, 101, 0));
        assertThrows(IllegalArgumentException.class, () -> new CountyPlan(1, 1, 1, 0, -1));
    }

    /** Over names and bytes of all files below a folder. */
    private static String digest(Path folder) throws IOException {
        MessageDigest digest = Sha256.begin();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                digest.update((folder.relativize(file) + "\n").getBytes(StandardCharsets.UTF_8));
                digest.update(Files.readAllBytes(file));
            }
        }
        return Sha256.hex(digest);
    }
}
