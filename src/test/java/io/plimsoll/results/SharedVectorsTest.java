package io.plimsoll.results;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.plimsoll.files.BadInput;
import io.plimsoll.rule.Severity;
import io.plimsoll.run.CycleResult;
import io.plimsoll.run.Summary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every build reproduces the shared cases byte for byte, and finds nothing forbidden in what it makes of them. */
class SharedVectorsTest {

    private static final int VECTOR_COUNT = 23;

    @TempDir
    Path temp;

    @Test
    void grantsBindingsAndLevelsAreThoseOfTheVectors() throws IOException, BadInput {
        List<Path> vectors = SharedFolders.in(SharedFolders.VECTORS);
        for (Path vector : vectors) {
            Path out = temp.resolve(vector.getFileName().toString());
            CycleResult result = SharedFolders.run(vector, 2, out);
            assertSame(vector.resolve("expected-grants.csv"), out.resolve("grants.csv"));
            assertSame(vector.resolve("expected-levels.csv"), out.resolve("levels.csv"));
            assertEquals(0, Summary.bySeverity(result.findings()).get(Severity.CRITICAL), vector.toString());
        }
        assertEquals(VECTOR_COUNT, vectors.size(), "vectors compared");
    }

    private static void assertSame(Path expected, Path actual) throws IOException {
        assertEquals(Files.readString(expected), Files.readString(actual), expected.toString());
    }
}
