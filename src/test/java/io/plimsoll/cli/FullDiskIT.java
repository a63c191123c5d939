package io.plimsoll.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.plimsoll.results.ResultTable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A disk that fills up: one sentence, exit code 2, nothing of the new result, and an earlier one as it was. */
class FullDiskIT {

    private static final int PAGE = 4096;
    private static final String NO_SPACE =
            " was not written, and nothing is left of it: there is no space left on the disk.";

    @TempDir
    private static Path shelf;

    @TempDir
    private Path temp;

    private static Path cycle;

    /** A folder with the result of another seed in it, named out. */
    private static Path earlier;

    /** A folder with nothing in it. */
    private static Path nothing;

    private Path disk;
    private Path kept;

    @BeforeAll
    static void allocate() throws Exception {
        cycle = CycleCopy.county(shelf.resolve("county"));
        Path other = CycleCopy.county(shelf.resolve("other"));
        CycleCopy.altered(other, "cycle.csv", "drawn in public", "drawn anew");
        earlier = Files.createDirectory(shelf.resolve("earlier"));
        nothing = Files.createDirectory(shelf.resolve("nothing"));
        PlimsollJar.run("allocate", other, "--out", earlier.resolve("out")).exits(ExitCode.DONE);
    }

    @BeforeEach
    void makeDisk() throws Exception {
        disk = Files.createDirectory(temp.resolve("disk"));
        kept = Files.createDirectory(temp.resolve("kept"));
    }

    static List<String> files() {
        List<String> files = new ArrayList<>();
        for (ResultTable table : ResultTable.values()) {
            files.add(table.fileName());
        }
        files.add("run.json");
        return files;
    }

    /** The space that the files of a result take, up to this one and without its last page. */
    private static long pagesUpTo(String last) throws Exception {
        long pages = -1;
        for (String file : files()) {
            pages += pages(file);
            if (file.equals(last)) {
                break;
            }
        }
        return pages;
    }

    private static long pages(String file) throws Exception {
        return (Files.size(earlier.resolve("out").resolve(file)) + PAGE - 1) / PAGE;
    }

    @ParameterizedTest
    @MethodSource("files")
    void amidAnyFileLeavesTheEarlierResult(String file) throws Exception {
        long pages = pagesUpTo("run.json") + 1 + pagesUpTo(file);
        PlimsollJar.run(on("size=" + pages * PAGE, earlier, "allocate", cycle, "--out", disk.resolve("out"), "--force"))
                .refusesWith(disk.resolve("out") + NO_SPACE);
        assertEquals(CycleCopy.content(earlier), CycleCopy.content(kept));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "grants.csv | en | was not written, and nothing is left of it: there is no space left on the disk.",
                "run.json | zh | 未能写出，也未留下任何内容：磁盘空间不足。"
            })
    void saysSoInBothLanguagesAndLeavesNothingWhereNothingWas(String file, String language, String said)
            throws Exception {
        PlimsollJar.run(on(
                        "size=" + pagesUpTo(file) * PAGE,
                        nothing,
                        "allocate",
                        cycle,
                        "--out",
                        disk.resolve("deep/out"),
                        "--lang",
                        language))
                .refusesWith(disk.resolve("deep/out") + " " + said);
        assertEquals(List.of(), CycleCopy.everything(kept));
    }

    @Test
    void withRoomEnoughIsWritten() throws Exception {
        long pages = pagesUpTo("run.json") + 1;
        PlimsollJar.run(on("size=" + (pages + 8) * PAGE, nothing, "allocate", cycle, "--out", disk.resolve("out")))
                .exits(ExitCode.DONE);
        assertEquals(files().size(), CycleCopy.content(kept).size());
        PlimsollJar.run("verify", cycle, kept.resolve("out")).exits(ExitCode.DONE);
    }

    /** Room for bytes but for so many more files and folders only: for no lock, no folder, no last file. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, -1})
    void ofFilesLeavesTheEarlierResult(int more) throws Exception {
        int files = files().size();
        int inodes = 1 + 1 + files + (more >= 0 ? more : files + 1);
        PlimsollJar.run(on("nr_inodes=" + inodes, earlier, "allocate", cycle, "--out", disk.resolve("out"), "--force"))
                .refusesWith(disk.resolve("out") + NO_SPACE);
        assertEquals(CycleCopy.content(earlier), CycleCopy.content(kept));
    }

    @Test
    void atTheFindingsOfAnAuditLeavesTheEarlierResult() throws Exception {
        long pages = pagesUpTo("run.json") + 2;
        Path grants = earlier.resolve("out/grants.csv");
        PlimsollJar.run(on(
                        "size=" + pages * PAGE,
                        earlier,
                        "audit",
                        cycle,
                        grants,
                        "--out",
                        disk.resolve("out"),
                        "--force"))
                .refusesWith(disk.resolve("out") + NO_SPACE);
        assertEquals(CycleCopy.content(earlier), CycleCopy.content(kept));
    }

    private ProcessBuilder on(String options, Path before, Object... arguments) throws Exception {
        return Surroundings.onDiskOf(options, disk, before, "", kept, PlimsollJar.command(arguments));
    }

    /** What can be tried wherever the tests run: the system lets no file of the result be as large as it must. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "allocate | en | was not written, and nothing is left of it: a file of it would be larger than files may be here.",
                "audit | zh | 未能写出，也未留下任何内容：其中的文件超过了此处允许的大小。"
            })
    void aLimitOnFilesLeavesTheEarlierResult(String command, String language, String said) throws Exception {
        Path out = CycleCopy.of(earlier, temp.resolve("place")).resolve("out");
        List<Object> arguments = new ArrayList<>(List.of(command, cycle));
        if (command.equals("audit")) {
            arguments.add(earlier.resolve("out/grants.csv"));
        }
        arguments.addAll(List.of("--out", out, "--force", "--lang", language));
        Map<String, String> before = CycleCopy.content(earlier);
        PlimsollJar.run(Surroundings.withFilesOfAtMost(16, PlimsollJar.command(arguments.toArray())))
                .refusesWith(out + " " + said);
        assertEquals(before, CycleCopy.content(temp.resolve("place")));
    }
}
