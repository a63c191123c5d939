package io.plimsoll.results;

import io.plimsoll.files.BadInput;
import io.plimsoll.files.CsvOut;
import io.plimsoll.files.CycleFolder;
import io.plimsoll.files.CycleInput;
import io.plimsoll.files.ReadProgress;
import io.plimsoll.message.Message;
import io.plimsoll.rule.RuleText;
import io.plimsoll.run.CycleResult;
import io.plimsoll.run.CycleRun;
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
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Whether a result is what its input and its rules make of it.
 *
 * @param differences what differs, to be put into words; empty where nothing does
 * @param sameRules false where the result was made by other rules than it was to be verified with; then nothing was
 *     recomputed, and the differences are those between the rules
 * @param lines of the orders; 0 where nothing was recomputed
 */
public record Verification(List<Message> differences, boolean sameRules, int lines) {

    private static final int MOST_RULES_NAMED = 20;

    public Verification {
        differences = List.copyOf(differences);
    }

    /** Told when a part of the work begins. */
    public interface Progress extends ReadProgress, CycleRun.Progress {

        void beginsComparing();
    }

    /**
     * Recomputes a result and compares it with what is there, byte for byte.
     *
     * @param cycle the cycle folder that it was made of
     * @param out the result folder
     * @param record what its run.json says
     * @param run how to recompute it
     * @throws BadInput when the cycle folder holds what no cycle folder may
     * @throws IOException when the result folder cannot be read
     */
    public static Verification of(Path cycle, Path out, RunRecord record, CycleRun run, Progress progress)
            throws BadInput, IOException, RunRecord.NotARecord {
        List<Message> otherRules = compareRules(record.rules(), run.rules().texts());
        if (!otherRules.isEmpty()) {
            List<Message> differences = new ArrayList<>(otherRules);
            nameBrokenSeal(record, differences);
            return new Verification(differences, false, 0);
        }
        CycleInput input = CycleFolder.read(cycle, progress);
        CycleResult result = run.allocate(input.cycle(), progress);
        progress.beginsComparing();
        return compare(out, record, input, result, run.rules().texts());
    }

    /**
     * How a record's rules differ from others, by folder.
     *
     * @return one message a folder, and one about those beyond the first twenty; empty where the texts are the same
     */
    static List<Message> compareRules(List<RuleText> recorded, List<RuleText> ours) {
        Map<String, RuleText> rest = new HashMap<>();
        ours.forEach(rule -> rest.put(rule.folder(), rule));
        List<Message> differences = new ArrayList<>();
        for (RuleText rule : recorded) {
            RuleText own = rest.remove(rule.folder());
            if (own == null) {
                differences.add(Message.of("RULE_ONLY_RECORDED", "folder", Shown.of(rule.folder())));
            } else if (!own.equals(rule)) {
                differences.add(Message.of("RULE_DIFFERS", "folder", rule.folder()));
            }
        }
        ours.stream()
                .filter(rule -> rest.containsKey(rule.folder()))
                .forEach(rule -> differences.add(Message.of("RULE_ONLY_OURS", "folder", rule.folder())));
        if (differences.size() > MOST_RULES_NAMED) {
            List<Message> unnamed = differences.subList(MOST_RULES_NAMED, differences.size());
            Message more = Message.of("MORE_RULES_DIFFER", "count", unnamed.size());
            unnamed.clear();
            differences.add(more);
        }
        return differences;
    }

    private static void nameBrokenSeal(RunRecord record, List<Message> differences) {
        if (!record.isWhole()) {
            differences.add(Message.of("RECORD_NOT_WHOLE", "file", RunRecord.FILE_NAME));
        }
    }

    /**
     * Compares a result with what was recomputed.
     *
     * @param folder the result folder
     * @param record what its run.json says
     * @param input the cycle folder as it is now
     * @param result recomputed from it
     * @param rules those it was recomputed with
     */
    static Verification compare(
            Path folder, RunRecord record, CycleInput input, CycleResult result, List<RuleText> rules)
            throws IOException, RunRecord.NotARecord {
        List<Message> differences = new ArrayList<>();
        nameBrokenSeal(record, differences);
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
        return new Verification(differences, true, result.cycle().orders().lines());
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
