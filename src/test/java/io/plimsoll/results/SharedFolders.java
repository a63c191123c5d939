package io.plimsoll.results;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.plimsoll.drools.TestRules;
import io.plimsoll.files.BadInput;
import io.plimsoll.files.CycleFolder;
import io.plimsoll.files.CycleInput;
import io.plimsoll.run.CycleResult;
import io.plimsoll.run.CycleRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Cycle folders that stand beside the checkout, and what this build makes of them. */
final class SharedFolders {

    static final Path VECTORS = Path.of("../shared/vectors");
    static final Path IOWA = Path.of("../shared/data/iowa");

    private SharedFolders() {}

    /** The cycle folders in a folder; the test is skipped, and says why, where it is not there. */
    static List<Path> in(Path folder) throws IOException {
        assumeTrue(Files.isDirectory(folder), folder + " is not beside this checkout");
        try (Stream<Path> below = Files.list(folder)) {
            return below.filter(Files::isDirectory).sorted().toList();
        }
    }

    /** Runs a cycle and writes its files. */
    static CycleResult run(Path folder, int threads, Path out) throws BadInput, IOException {
        CycleInput input = CycleFolder.read(folder);
        CycleResult result = new CycleRun(TestRules.book(), threads).allocate(input.cycle(), part -> {});
        Files.createDirectories(out);
        ResultWriter.writeRun(out, input, result, TestRules.book().texts());
        return result;
    }
}
