package io.plimsoll.results;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.plimsoll.message.Message;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A result folder is there whole or not at all, and takes the place of nothing but an earlier result. */
class ResultFolderTest {

    private static final String A_RECORD =
            "{\"engine\": \"0\", \"rules\": [{\"folder\": \"r02-float\", \"id\": \"R2\", \"drl\": \"\"}]}";

    private static final ResultFolder.Content NEW = folder -> {
        Files.writeString(folder.resolve("grants.csv"), "new");
        Files.writeString(folder.resolve("run.json"), "new");
    };

    @TempDir
    private Path place;

    @Test
    void aFolderThatIsNotThereIsMadeWithAllAboveIt() throws Exception {
        ResultFolder.at(place.resolve("a/b/out"), false).write(NEW);
        assertEquals(List.of("a", "a/b", "a/b/out", "a/b/out/grants.csv", "a/b/out/run.json"), everything());
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void anEarlierResultIsReplacedOnlyWhenToldSo(boolean replace) throws Exception {
        Path out = earlierResult();
        if (replace) {
            ResultFolder.at(out, true).write(NEW);
            assertEquals("new", Files.readString(out.resolve("grants.csv")));
            assertEquals(List.of("out", "out/grants.csv", "out/run.json"), everything());
        } else {
            assertRefused("OUT_EXISTS", out, false);
            assertEquals("old", Files.readString(out.resolve("grants.csv")));
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void whatIsNoResultReplacesNothingNotEvenAnEmptyFolder(boolean isEmpty) throws Exception {
        Path out = isEmpty ? Files.createDirectory(place.resolve("out")) : earlierResult();
        List<String> before = everything();
        ResultFolder.Refused refused = assertThrows(ResultFolder.Refused.class, () -> ResultFolder.neverReplacing(out));
        assertEquals("OUT_THERE", refused.reason().code());
        assertEquals(before, everything());
    }

    @Test
    void foldersInAFolderGoAwayAgainToo() throws Exception {
        ResultFolder fresh = ResultFolder.neverReplacing(place.resolve("deep/out"));
        ResultFolder.Refused refused = assertThrows(
                ResultFolder.Refused.class,
                () -> fresh.write(folder -> {
                    Files.createDirectories(folder.resolve("a/b"));
                    Files.writeString(folder.resolve("a/b/file"), "half");
                    throw new IOException("disk full");
                }));
        assertEquals("OUT_UNWRITABLE", refused.reason().code());
        assertEquals(List.of(), everything());
        fresh.write(folder -> Files.createDirectories(folder.resolve("a/b")));
        assertEquals(List.of("deep", "deep/out", "deep/out/a", "deep/out/a/b"), everything());
    }

    @Test
    void anEmptyFolderIsReplacedWhenToldSo() throws Exception {
        Path out = Files.createDirectory(place.resolve("out"));
        assertRefused("OUT_EXISTS", out, false);
        ResultFolder.at(out, true).write(NEW);
        assertEquals(List.of("out", "out/grants.csv", "out/run.json"), everything());
    }

    @ParameterizedTest
    @ValueSource(strings = {"notes.txt", ".hidden", "grants.csv.bak", "Run.json"})
    void aFolderWithAForeignFileIsNeverReplaced(String foreign) throws Exception {
        Path out = earlierResult();
        Files.writeString(out.resolve(foreign), "mine");
        assertRefusedUntouched("OUT_HOLDS_OTHERS", out);
    }

    @Test
    void aFolderWithAFolderOrALinkInItIsNeverReplaced() throws Exception {
        Path out = earlierResult();
        Path folder = Files.createDirectory(out.resolve("levels.csv"));
        assertRefusedUntouched("OUT_HOLDS_OTHERS", out);
        Files.delete(folder);
        Path elsewhere = Files.writeString(place.resolve("elsewhere"), "mine");
        Files.createSymbolicLink(out.resolve("levels.csv"), elsewhere);
        assertRefusedUntouched("OUT_HOLDS_OTHERS", out);
    }

    /** A planner's own grants.csv is no earlier result. */
    @Test
    void aFolderWithoutARecordIsNeverReplaced() throws Exception {
        Path out = earlierResult();
        Files.delete(out.resolve("run.json"));
        assertRefusedUntouched("OUT_HOLDS_NO_RECORD", out);
    }

    @ParameterizedTest
    @ValueSource(strings = {"run.json", "audit.json"})
    void aFileThatIsNoRecordButIsNamedSoIsNotReplaced(String name) throws Exception {
        Path out = earlierResult();
        Files.writeString(out.resolve(name), "{\"my\": \"own\"}");
        assertRefusedUntouched("OUT_HOLDS_NO_RECORD", out);
    }

    @Test
    void anEarlierComparisonIsReplacedAndOneThatIsNoneIsNot() throws Exception {
        Path out = Files.createDirectory(place.resolve("out"));
        Files.writeString(out.resolve("by_group.csv"), "old");
        ObjectNode record = SealedJson.begin();
        SealedJson.seal(record);
        Files.write(out.resolve("compare.json"), SealedJson.bytes(record.put("cycle", "another")));
        assertEquals("OUT_HOLDS_NO_RECORD", reason(() -> ResultFolder.at(out, true, FolderKind.COMPARISON)));
        Files.write(out.resolve("compare.json"), SealedJson.bytes(record.without("cycle")));
        ResultFolder.at(out, true, FolderKind.COMPARISON)
                .write(folder -> Files.writeString(folder.resolve("by_group.csv"), "new"));
        assertEquals(List.of("out", "out/by_group.csv"), everything());
    }

    @Test
    void anAllocationDoesNotReplaceAComparison() throws Exception {
        Path out = Files.createDirectory(place.resolve("out"));
        ObjectNode record = SealedJson.begin();
        SealedJson.seal(record);
        Files.write(out.resolve("compare.json"), SealedJson.bytes(record));
        assertRefusedUntouched("OUT_HOLDS_OTHERS", out);
    }

    /** A table by such a name in a result was put there by somebody. */
    @Test
    void aResultWithATableOfAComparisonInItIsNotReplaced() throws Exception {
        Path out = earlierResult();
        Files.writeString(out.resolve("by_group.csv"), "mine");
        assertRefusedUntouched("OUT_HOLDS_OTHERS", out);
    }

    @Test
    void aKindKnownByItsFilesReplacesNothingButAllOfThem() throws Exception {
        FolderKind pictures = FolderKind.ofExactly(Set.of("a.svg", "b.svg"));
        Path out = Files.createDirectory(place.resolve("out"));
        Files.writeString(out.resolve("a.svg"), "old");
        assertEquals("OUT_LACKS", reason(() -> ResultFolder.at(out, true, pictures)));
        Files.writeString(out.resolve("b.svg"), "old");
        assertEquals("OUT_EXISTS", reason(() -> ResultFolder.at(out, false, pictures)));
        assertEquals("OUT_HOLDS_OTHERS", reason(() -> ResultFolder.at(out, true)));
        ResultFolder.at(out, true, pictures).write(folder -> Files.writeString(folder.resolve("a.svg"), "new"));
        assertEquals(List.of("out", "out/a.svg"), everything());
        Files.move(out, place.resolve("picture"));
        Path result = earlierResult();
        assertEquals("OUT_HOLDS_OTHERS", reason(() -> ResultFolder.at(result, true, pictures)));
    }

    private static String reason(Executable refused) {
        return assertThrows(ResultFolder.Refused.class, refused).reason().code();
    }

    @Test
    void theFolderOfAFileThatIsReadThroughALinkIsNotReplaced() throws Exception {
        Path out = earlierResult();
        Path link = Files.createSymbolicLink(place.resolve("my.csv"), out.resolve("grants.csv"));
        ResultFolder target = ResultFolder.at(out, true);
        assertThrows(ResultFolder.Refused.class, () -> target.requireApartFrom(link));
    }

    @Test
    void aFileOrALinkInThePlaceOfTheFolderIsNeverReplaced() throws Exception {
        Path out = earlierResult();
        assertRefusedUntouched("OUT_NOT_A_FOLDER", Files.writeString(place.resolve("file"), "mine"));
        assertRefusedUntouched("OUT_NOT_A_FOLDER", Files.createSymbolicLink(place.resolve("link"), out));
        Path nowhere = Files.createSymbolicLink(place.resolve("dangling"), place.resolve("nowhere"));
        assertRefusedUntouched("OUT_NOT_A_FOLDER", nowhere);
    }

    @Test
    void aPlaceBelowAFileIsRefusedBeforeAnyWorkIsDone() throws Exception {
        Path file = Files.writeString(place.resolve("file"), "mine");
        assertRefusedUntouched("OUT_UNWRITABLE", file.resolve("out"));
        assertRefusedUntouched("OUT_UNWRITABLE", file.resolve("deep/down/out"));
    }

    @Test
    void theRootAndNamesOfFilesAreNoResultFolders() throws Exception {
        assertRefused("OUT_NOT_A_FOLDER", place.getRoot(), true);
        assertRefused("OUT_NAMED_LIKE_A_FILE", place.resolve("submissions.csv"), true);
    }

    @Test
    void aWriterThatFailsLeavesNothingBehind() throws Exception {
        ResultFolder target = ResultFolder.at(place.resolve("a/b/out"), false);
        ResultFolder.Refused refused = assertThrows(ResultFolder.Refused.class, () -> target.write(fullDisk()));
        assertEquals(Message.of("REASON_NO_SPACE"), refused.reason().arguments().get("reason"));
        assertEquals(List.of(), everything());
    }

    @Test
    void aWriterThatThrowsWhatNobodyExpectsLeavesNothingBehindEither() throws Exception {
        ResultFolder target = ResultFolder.at(place.resolve("a/out"), false);
        assertThrows(
                IllegalStateException.class,
                () -> target.write(folder -> {
                    Files.writeString(folder.resolve("grants.csv"), "half");
                    throw new IllegalStateException("a defect");
                }));
        assertEquals(List.of(), everything());
    }

    @Test
    void aWriterThatFailsLeavesTheEarlierResultAsItWas() throws Exception {
        ResultFolder target = ResultFolder.at(earlierResult(), true);
        List<String> before = everything();
        assertThrows(ResultFolder.Refused.class, () -> target.write(fullDisk()));
        assertEquals(before, everything());
        assertEquals("old", Files.readString(place.resolve("out/grants.csv")));
    }

    @Test
    void whatCameIntoTheFolderDuringTheWorkIsNotDeletedWithIt() throws Exception {
        Path out = earlierResult();
        ResultFolder target = ResultFolder.at(out, true);
        assertThrows(
                ResultFolder.Refused.class,
                () -> target.write(folder -> Files.writeString(out.resolve("notes.txt"), "mine")));
        assertEquals(List.of("out", "out/grants.csv", "out/notes.txt", "out/run.json"), everything());
    }

    @Test
    void aFolderThatSomebodyElseMadeDuringTheWorkIsNotReplaced() throws Exception {
        Path out = place.resolve("out");
        ResultFolder target = ResultFolder.at(out, false);
        assertThrows(ResultFolder.Refused.class, () -> target.write(folder -> Files.createDirectory(out)));
        assertEquals(List.of("out"), everything());
    }

    @Test
    void theFolderOfAFileThatIsReadIsNotReplaced() throws Exception {
        Path out = earlierResult();
        ResultFolder target = ResultFolder.at(out, true);
        ResultFolder.Refused refused = assertThrows(
                ResultFolder.Refused.class, () -> target.requireApartFrom(out.resolve("../out/grants.csv")));
        assertEquals("OUT_HOLDS_INPUT", refused.reason().code());
        target.requireApartFrom(place.resolve("elsewhere/grants.csv"));
    }

    /** What the shell makes of {@code <(zcat grants.csv.gz)}: its name leads to nothing that has a place. */
    @Test
    void aPipeThatIsReadStandsInNoFolder() throws Exception {
        Path out = earlierResult();
        Path pipe = Path.of("/dev/stdin");
        assumeTrue(Files.exists(pipe), "skipped: there is no " + pipe);
        ResultFolder.at(out, true).requireApartFrom(pipe);
    }

    private static ResultFolder.Content fullDisk() {
        return folder -> {
            Files.writeString(folder.resolve("grants.csv"), "half");
            throw new IOException("No space left on device");
        };
    }

    private Path earlierResult() throws IOException {
        Path out = Files.createDirectory(place.resolve("out"));
        Files.writeString(out.resolve("grants.csv"), "old");
        Files.writeString(out.resolve("run.json"), A_RECORD);
        return out;
    }

    private void assertRefusedUntouched(String code, Path out) throws IOException {
        List<String> before = everything();
        assertRefused(code, out, true);
        assertEquals(before, everything());
    }

    private static void assertRefused(String code, Path out, boolean replace) {
        ResultFolder.Refused refused = assertThrows(ResultFolder.Refused.class, () -> ResultFolder.at(out, replace));
        assertEquals(code, refused.reason().code());
        assertTrue(refused.reason().arguments().containsKey("out"));
    }

    /** Every path below the place, hidden ones too. */
    private List<String> everything() throws IOException {
        try (Stream<Path> paths = Files.walk(place)) {
            return paths.filter(path -> !path.equals(place))
                    .map(path -> place.relativize(path).toString())
                    .sorted()
                    .toList();
        }
    }
}
