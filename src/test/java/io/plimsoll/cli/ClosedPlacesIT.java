package io.plimsoll.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Folders that nobody may write to and files that nobody may read, for root as for anybody else. */
class ClosedPlacesIT {

    private static final String NOT_WRITTEN = " was not written, and nothing is left of it: ";

    @TempDir
    private static Path shelf;

    @TempDir
    private Path temp;

    private static Path cycle;
    private static Path earlier;

    private Path place;

    @BeforeAll
    static void allocate() throws Exception {
        cycle = CycleCopy.county(shelf.resolve("county"));
        earlier = Files.createDirectory(shelf.resolve("earlier"));
        PlimsollJar.run("allocate", cycle, "--out", earlier.resolve("out")).exits(ExitCode.DONE);
    }

    @BeforeEach
    void makePlace() throws Exception {
        place = CycleCopy.of(earlier, temp.resolve("place"));
    }

    @AfterEach
    void openPlace() throws IOException {
        permit(place, "rwxr-xr-x");
    }

    private static void permit(Path path, String permissions) throws IOException {
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(permissions));
    }

    @ParameterizedTest
    @ValueSource(strings = {"deep/new", "out"})
    void aFolderWithoutPermissionStaysAsItIs(String name) throws Exception {
        permit(place, "r-xr-xr-x");
        Map<String, String> before = CycleCopy.content(place);
        Path out = place.resolve(name);
        PlimsollJar.run(bound("allocate", cycle, "--out", out, "--force"))
                .refusesWith(out + NOT_WRITTEN + place + " may not be read or written by you.");
        PlimsollJar.run(bound("audit", cycle, earlier.resolve("out/grants.csv"), "--out", out, "--force"))
                .refusesWith(out + NOT_WRITTEN + place + " may not be read or written by you.");
        assertEquals(before, CycleCopy.content(place));
        PlimsollJar.run(bound("verify", cycle, place.resolve("out"))).exits(ExitCode.DONE);
    }

    @Test
    void aDiskThatIsReadOnlyStaysAsItIs() throws Exception {
        Path disk = Files.createDirectory(temp.resolve("disk"));
        Path kept = Files.createDirectory(temp.resolve("kept"));
        Path out = disk.resolve("out");
        ProcessBuilder program = PlimsollJar.command("allocate", cycle, "--out", out, "--force", "--lang", "zh");
        PlimsollJar.run(Surroundings.onDiskOf("size=1m", disk, earlier, "remount,bind,ro", kept, program))
                .refusesWith(out + " 未能写出，也未留下任何内容：没有读写 " + disk + " 的权限。");
        assertEquals(CycleCopy.content(earlier), CycleCopy.content(kept));
    }

    /** It is there and takes nothing, not even of root. */
    @Test
    void aPlaceThatTakesNoFolders() throws Exception {
        Path proc = Path.of("/proc");
        if (!Files.isDirectory(proc)) {
            Surroundings.skip("there is no /proc");
        }
        Path out = proc.resolve("plimsoll/out");
        PlimsollJar.Run run = PlimsollJar.run("allocate", cycle, "--out", out).exits(ExitCode.BAD_INPUT);
        assertTrue(run.err().contains(out + NOT_WRITTEN + "/proc"), run.err());
        assertTrue(run.err().endsWith(" may not be read or written by you.\n"), run.err());
    }

    @Test
    void aPlaceBelowAFileOrBehindALinkThatLeadsNowhere() throws Exception {
        Path file = Files.writeString(place.resolve("file"), "mine");
        Path link = Files.createSymbolicLink(place.resolve("link"), place.resolve("nowhere"));
        List<String> before = CycleCopy.everything(place);
        for (Path closed : List.of(file, link)) {
            Path out = closed.resolve("deep/out");
            PlimsollJar.run("allocate", cycle, "--out", out).refusesWith(out + NOT_WRITTEN + closed + " is no folder.");
        }
        PlimsollJar.run("allocate", cycle, "--out", link, "--force")
                .refusesWith(link + " is there already and is no folder; it is not replaced. Choose another name.");
        assertEquals(before, CycleCopy.everything(place));
    }

    @Test
    void aNameThatIsTooLong() throws Exception {
        Path out = place.resolve("n".repeat(300));
        PlimsollJar.run("allocate", cycle, "--out", out).refusesWith(out + NOT_WRITTEN + "File name too long.");
        assertEquals(CycleCopy.everything(earlier), CycleCopy.everything(place));
    }

    @Test
    void aFileThatMayNotBeReadIsNamed() throws Exception {
        Path closed = CycleCopy.county(temp.resolve("county"));
        permit(closed.resolve("skus.csv"), "---------");
        Path out = place.resolve("new");
        for (ProcessBuilder program : List.of(
                bound("allocate", closed, "--out", out),
                bound("verify", closed, place.resolve("out")),
                bound("audit", closed, place.resolve("out/grants.csv"), "--out", out))) {
            PlimsollJar.run(program)
                    .refusesWith(
                            "skus.csv can't be used. It can't be read. Maybe it is a folder, or lacks permission.");
        }
        permit(place.resolve("out/levels.csv"), "---------");
        PlimsollJar.run(bound("verify", cycle, place.resolve("out")))
                .refusesWith("The result can't be read: " + place.resolve("out/levels.csv")
                        + " may not be read or written by you.");
        permit(place.resolve("out"), "---------");
        PlimsollJar.run(bound("allocate", cycle, "--out", place.resolve("out"), "--force"))
                .refusesWith(place.resolve("out") + NOT_WRITTEN + place.resolve("out")
                        + " may not be read or written by you.");
        permit(place.resolve("out"), "rwxr-xr-x");
        assertEquals(CycleCopy.everything(earlier), CycleCopy.everything(place));
    }

    private static ProcessBuilder bound(Object... arguments) throws Exception {
        return Surroundings.boundByPermissions(PlimsollJar.command(arguments));
    }
}
