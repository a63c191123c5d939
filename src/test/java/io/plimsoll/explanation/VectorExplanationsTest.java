package io.plimsoll.explanation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.plimsoll.ceiling.Ceilings;
import io.plimsoll.files.BadInput;
import io.plimsoll.files.CycleFolder;
import io.plimsoll.run.CycleResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Explanations of the shared vectors give the bindings that the vectors expect, and ceilings that come to the grants. */
class VectorExplanationsTest {

    private static final Path VECTORS = Path.of("../shared/vectors");

    @Test
    void everyLineIsExplainedByTheBindingThatIsExpected() throws IOException, BadInput {
        assumeTrue(Files.isDirectory(VECTORS), "the vectors are not beside this checkout");
        int vectors = 0;
        for (Path folder : folders()) {
            CycleResult result = Explanations.allocate(CycleFolder.read(folder).cycle());
            List<String> explained = new ArrayList<>();
            for (int retailer = 0; retailer < result.cycle().retailers().size(); retailer++) {
                for (LineExplanation line : Explanations.order(result, retailer).lines()) {
                    explained.add(line.demand() + "," + comesTo(line) + "," + line.binding());
                }
            }
            assertEquals(expected(folder), explained, folder.getFileName().toString());
            vectors++;
        }
        assertTrue(vectors > 20, "vectors: " + vectors);
    }

    /** The smallest of the demand and of what its ceilings left to the line. */
    private static long comesTo(LineExplanation line) {
        return line.ceilings().stream()
                .mapToLong(AppliedCeiling::leaves)
                .reduce(Math.min(line.demand(), Ceilings.NONE), Math::min);
    }

    private static List<String> expected(Path folder) throws IOException {
        return Files.readAllLines(folder.resolve("expected-grants.csv")).stream()
                .skip(1)
                .map(row -> row.replaceFirst(".*,([0-9]+,[0-9]+,[A-Z_]+)$", "$1"))
                .toList();
    }

    private static List<Path> folders() throws IOException {
        try (Stream<Path> entries = Files.list(VECTORS)) {
            return entries.filter(Files::isDirectory).sorted().toList();
        }
    }
}
