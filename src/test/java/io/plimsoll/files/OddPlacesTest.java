package io.plimsoll.files;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Folders that are links or lie deep, files that are none, and files that change while they are read. */
@Timeout(value = 30, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class OddPlacesTest {

    @TempDir
    Path place;

    @Test
    void aFolderBehindALinkIsReadLikeAnyOther() throws Exception {
        Path folder = new SmallFolder().writeTo(place.resolve("real"));
        Path link = Files.createSymbolicLink(place.resolve("link"), folder);
        assertEquals(CycleFolder.read(folder).digests(), CycleFolder.read(link).digests());
    }

    @Test
    void soIsAFolderAsDeepAsTheSystemAllows() throws Exception {
        Path deep = place;
        while (deep.toString().length() < 3_500) {
            deep = deep.resolve("deep".repeat(50));
        }
        assertEquals(2, new SmallFolder().read(deep).cycle().head().number());
    }

    @ParameterizedTest
    @CsvSource({
        "/dev/null, EXPECTED_HEADER",
        "/dev/zero, EXPECTED_CLOSED_QUOTES",
        "/dev/full, EXPECTED_CLOSED_QUOTES",
        "/proc/self/mem, EXPECTED_READABLE_FILE"
    })
    void aDeviceIsNoFileOfACycle(String device, String code) throws Exception {
        assumeTrue(Files.exists(Path.of(device)), "skipped: there is no " + device);
        new SmallFolder().without("orders.csv").writeTo(place);
        Files.createSymbolicLink(place.resolve("orders.csv"), Path.of(device));
        BadInput bad = assertThrows(BadInput.class, () -> CycleFolder.read(place));
        assertEquals("orders.csv", bad.file());
        assertEquals(code, bad.expected().code());
    }

    /** Names of classes are looked for in the register before it is read; a pipe can't be read twice. */
    @Test
    void anErrorBesideARegisterThatIsAPipeDoesNotWaitForIt() throws Exception {
        new SmallFolder()
                .alter("policy/floats.csv", "SMALL", "R2")
                .without("retailers.csv")
                .writeTo(place);
        String pipe = place.resolve("retailers.csv").toString();
        assertEquals(0, new ProcessBuilder("mkfifo", pipe).start().waitFor());
        BadInput bad = assertThrows(BadInput.class, () -> CycleFolder.read(place));
        assertEquals("policy/floats.csv", bad.file());
        assertEquals("EXPECTED_ONE_OF", bad.expected().code());
    }

    /** What is shared and what is recorded are the same reading, so a run record never names what was not used. */
    @Test
    void aFileThatIsReplacedOnceItWasReadIsRecordedAsItWasRead() throws Exception {
        SmallFolder before = new SmallFolder();
        SmallFolder after = new SmallFolder().alter("retailers.csv", "300,50", "10,0");
        String other = after.digests(place.resolve("after")).get("retailers.csv");
        Path folder = before.writeTo(place.resolve("cycle"));
        CycleInput input = CycleFolder.read(folder, (file, lines) -> {
            if (file.equals("retailers.csv")) {
                replace(place.resolve("after/retailers.csv"), folder.resolve("retailers.csv"));
            }
        });
        assertEquals(300, input.cycle().retailers().get(0).agreedTotal());
        assertNotEquals(other, input.digests().get("retailers.csv"));
        assertEquals(other, CycleFolder.read(folder).digests().get("retailers.csv"));
    }

    @Test
    void aFileThatGoesAwayDuringTheReadingIsMissing() throws Exception {
        Path folder = new SmallFolder().writeTo(place);
        BadInput bad = assertThrows(
                BadInput.class,
                () -> CycleFolder.read(folder, (file, lines) -> {
                    if (file.equals("skus.csv")) {
                        folder.resolve("orders.csv").toFile().delete();
                    }
                }));
        assertEquals("orders.csv", bad.file());
        assertEquals("EXPECTED_FILE", bad.expected().code());
    }

    private static void replace(Path with, Path file) {
        try {
            Files.move(with, file, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
