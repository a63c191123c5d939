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
import io.plimsoll.text.Sha256;
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

    /** Stands for the digest of a file that the record names and the folder lacks. */
    private static final String GONE = "";

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
     * @throws BadInput when a file of the cycle folder is missing
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
        CycleInput input;
        try {
            input = CycleFolder.read(cycle, progress);
        } catch (BadInput bad) {
            return spoiled(bad, record);
        }
        CycleResult result = run.allocate(input.cycle(), progress);
        progress.beginsComparing();
        return compare(out, record, input, result, run.rules().texts());
    }

    /**
     * An input file that is there but cannot be read as it was has been altered. Where the error is about a name that
     * another file should hold, it may be that one: its digest tells.
     *
     * @throws BadInput the same, where a file is missing
     */
    public static Verification spoiled(BadInput bad, RunRecord record) throws BadInput {
        if (bad.line() == 0) {
            throw bad;
        }
        List<Message> differences = new ArrayList<>();
        differences.add(bad.message());
        nameBrokenSeal(record, differences);
        nameAltered(bad.digestsBefore(), record, differences);
        return new Verification(differences, true, 0);
    }

    private static boolean nameAltered(Map<String, String> inputDigests, RunRecord record, List<Message> differences) {
        int before = differences.size();
        inputDigests.forEach((file, digest) -> {
            if (!digest.equals(record.inputDigest(file))) {
                differences.add(Message.of("INPUT_ALTERED", "file", Shown.of(file)));
            }
        });
        return differences.size() > before;
    }

    /**
     * How a record's rules differ from others, by folder.
     *
     * @return one message a folder, and one about those beyond the first twenty; empty where the texts are the same
     */
    public static List<Message> compareRules(List<RuleText> recorded, List<RuleText> ours) {
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
    public static Verification compare(
            Path folder, RunRecord record, CycleInput input, CycleResult result, List<RuleText> rules)
            throws IOException, RunRecord.NotARecord {
        List<Message> differences = new ArrayList<>();
        nameBrokenSeal(record, differences);
        SortedMap<String, String> inputDigests = new TreeMap<>(input.digests());
        record.inputFiles().forEach(file -> inputDigests.putIfAbsent(file, GONE));
        boolean inputAltered = nameAltered(inputDigests, record, differences);
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
        MessageDigest digest = Sha256.begin();
        if (!Files.isRegularFile(folder.resolve(table.fileName()))) {
            differences.add(Message.of("FILE_MISSING", "file", table.fileName()));
            table.write(result, new CsvOut(new DigestOutputStream(OutputStream.nullOutputStream(), digest)));
            return Sha256.hex(digest);
        }
        try (FileComparison comparison = new FileComparison(folder, table.fileName(), table.columns(), differences)) {
            table.write(result, new CsvOut(new DigestOutputStream(comparison, digest)));
        }
        return Sha256.hex(digest);
    }
}
