package io.plimsoll.results;

import io.plimsoll.files.CsvOut;
import io.plimsoll.files.CycleInput;
import io.plimsoll.message.Message;
import io.plimsoll.rule.RuleText;
import io.plimsoll.run.CycleResult;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Compares a result folder with what a run recomputed from the input, byte for byte, and names what differs.
 *
 * @param differences what differs, to be put into words; empty where nothing does
 */
public record Verification(List<Message> differences) {

    /**
     * How a record's rules differ from others, by folder.
     *
     * @return one message a folder; empty where the texts are the same
     */
    public static List<Message> compareRules(List<RuleText> recorded, List<RuleText> ours) {
        Map<String, RuleText> rest = new HashMap<>();
        ours.forEach(rule -> rest.put(rule.folder(), rule));
        List<Message> differences = new ArrayList<>();
        for (RuleText rule : recorded) {
            RuleText own = rest.remove(rule.folder());
            if (own == null) {
                differences.add(Message.of("RULE_ONLY_RECORDED", "folder", rule.folder()));
            } else if (!Objects.equals(own, rule)) {
                differences.add(Message.of("RULE_DIFFERS", "folder", rule.folder()));
            }
        }
        ours.stream()
                .filter(rule -> rest.containsKey(rule.folder()))
                .forEach(rule -> differences.add(Message.of("RULE_ONLY_OURS", "folder", rule.folder())));
        return differences;
    }

    /**
     * Compares.
     *
     * @param folder the result folder
     * @param record what its run.json says
     * @param input the cycle folder as it is now
     * @param result recomputed from it
     * @param rules those it was recomputed with
     * @throws IOException when the folder cannot be read
     */
    public static Verification of(
            Path folder, RunRecord record, CycleInput input, CycleResult result, List<RuleText> rules)
            throws IOException, RunRecord.NotARecord {
        List<Message> differences = new ArrayList<>();
        if (!record.isWhole()) {
            differences.add(Message.of("RECORD_NOT_WHOLE", "file", RunRecord.FILE_NAME));
        }
        boolean inputAltered = false;
        for (Map.Entry<String, String> digest : input.digests().entrySet()) {
            if (!digest.getValue().equals(record.inputDigest(digest.getKey()))) {
                differences.add(Message.of("INPUT_ALTERED", "file", digest.getKey()));
                inputAltered = true;
            }
        }
        SortedMap<String, String> outputs = new TreeMap<>();
        for (ResultTable table : ResultTable.values()) {
            outputs.put(table.fileName(), compare(folder, table, result, differences));
        }
        if (!inputAltered) {
            byte[] expected =
                    RunRecord.of(input, result, rules, record.engine(), outputs).bytes();
            try (FileComparison comparison = new FileComparison(folder, RunRecord.FILE_NAME, List.of(), differences)) {
                comparison.write(expected);
            }
        }
        return new Verification(List.copyOf(differences));
    }

    /** Compares one table, and returns the digest of what it should be. */
    private static String compare(Path folder, ResultTable table, CycleResult result, List<Message> differences)
            throws IOException {
        MessageDigest digest = Digests.sha256();
        if (!Files.isRegularFile(folder.resolve(table.fileName()))) {
            differences.add(Message.of("FILE_MISSING", "file", table.fileName()));
            table.write(result, new CsvOut(new DigestOutputStream(OutputStream.nullOutputStream(), digest)));
            return Digests.hex(digest);
        }
        try (FileComparison comparison = new FileComparison(folder, table.fileName(), table.columns(), differences)) {
            table.write(result, new CsvOut(new DigestOutputStream(comparison, digest)));
        }
        return Digests.hex(digest);
    }
}
