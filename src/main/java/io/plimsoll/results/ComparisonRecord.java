package io.plimsoll.results;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedMap;

/** {@code compare.json}: which two results were compared, each by the digest that its own record ends with. */
final class ComparisonRecord {

    /** Name of the file in the folder of a comparison. */
    static final String FILE_NAME = "compare.json";

    private ComparisonRecord() {}

    /**
     * The record of a comparison, as the file holds it.
     *
     * @param outputs SHA-256 of every other file of the comparison, by name
     */
    static byte[] of(ResultComparison result, String engine, SortedMap<String, String> outputs) {
        ObjectNode content = SealedJson.begin();
        content.put("engine", engine);
        content.put("cycle", result.head().cycle());
        put(content.putObject("a"), result.a());
        put(content.putObject("b"), result.b());
        ObjectNode digests = content.putObject("output");
        outputs.forEach(digests::put);
        SealedJson.seal(content);
        return SealedJson.bytes(content);
    }

    private static void put(ObjectNode node, ResultComparison.Side side) {
        node.put("policy", side.policy()).put("record", side.seal());
    }

    /** Whether a folder holds such a record, and nothing else by its name. */
    static boolean isIn(Path folder) throws IOException {
        Path file = folder.resolve(FILE_NAME);
        try {
            return !Files.exists(file) || SealedJson.isWhole(SealedJson.read(SealedJson.bytesIn(file), FILE_NAME));
        } catch (RunRecord.NotARecord somethingElse) {
            return false;
        }
    }
}
