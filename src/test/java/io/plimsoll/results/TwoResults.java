package io.plimsoll.results;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.plimsoll.drools.TestRules;
import io.plimsoll.text.Sha256;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** The small cycle under two policies: two results on disk, and what can be done to them. */
record TwoResults(Path a, Path b) {

    /** B has other weights and another pacing. */
    static TwoResults write(Path place) throws Exception {
        Path cycle = SmallCycle.write(place.resolve("cycle"));
        Path a = TestResult.write(cycle, place.resolve("a"), TestRules.book()).out();
        alter(cycle.resolve("policy/weights.csv"), "SMALL,10", "SMALL,40");
        alter(cycle.resolve("policy/pacing.csv"), "0.3,0.5,24", "0.9,0.1,24");
        Path b = TestResult.write(cycle, place.resolve("b"), TestRules.book()).out();
        return new TwoResults(a, b);
    }

    /** Copies that can be altered. */
    TwoResults copy(Path place) throws IOException {
        return new TwoResults(copy(a, place.resolve("a")), copy(b, place.resolve("b")));
    }

    private static Path copy(Path out, Path target) throws IOException {
        Files.createDirectory(target);
        try (Stream<Path> files = Files.list(out)) {
            for (Path file : files.toList()) {
                Files.copy(file, target.resolve(file.getFileName()));
            }
        }
        return target;
    }

    /** A third result, of the same cycle with one file of the input altered. */
    static Path other(Path place, String file, String part, String instead) throws Exception {
        Path cycle = SmallCycle.write(place.resolve("other"));
        alter(cycle.resolve(file), part, instead);
        return TestResult.write(cycle, place.resolve("c"), TestRules.book()).out();
    }

    static void alter(Path file, String part, String instead) throws IOException {
        String text = Files.readString(file);
        if (!text.contains(part)) {
            throw new IllegalArgumentException(file + " does not hold " + part);
        }
        Files.writeString(file, text.replace(part, instead));
    }

    ResultComparison compare() throws NotComparable, IOException {
        return ResultComparison.of(a, b, (file, lines) -> {});
    }

    /** Alters a table as a forger would who seals the record anew. */
    static void forge(Path out, ResultTable table, String part, String instead) throws Exception {
        alter(out.resolve(table.fileName()), part, instead);
        String digest = Sha256.of(Files.readAllBytes(out.resolve(table.fileName())));
        reseal(out, record -> ((ObjectNode) record.path("output")).put(table.fileName(), digest));
    }

    /** The object in a file. */
    static ObjectNode record(Path file) throws Exception {
        return SealedJson.read(SealedJson.bytesIn(file), "record");
    }

    /** Alters the record and seals it anew. */
    static void reseal(Path out, Consumer<ObjectNode> change) throws Exception {
        Path file = out.resolve(RunRecord.FILE_NAME);
        ObjectNode record = record(file);
        record.remove("record");
        change.accept(record);
        SealedJson.seal(record);
        Files.write(file, SealedJson.bytes(record));
    }
}
