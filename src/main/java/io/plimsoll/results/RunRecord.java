package io.plimsoll.results;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.plimsoll.cycle.CycleHead;
import io.plimsoll.files.CycleInput;
import io.plimsoll.finding.Finding;
import io.plimsoll.message.Message;
import io.plimsoll.rule.RuleText;
import io.plimsoll.run.CycleResult;
import io.plimsoll.run.Summary;
import io.plimsoll.text.Sha256;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;

/**
 * {@code run.json}: everything it takes to run a cycle again and to see whether anything was altered since. It holds no
 * clock, host or thread count: equal input gives equal bytes. Its last entry is a digest of all before it.
 */
public final class RunRecord {

    /** Name of the file in the folder of an allocation. */
    public static final String FILE_NAME = "run.json";

    /** Name of the file in the folder of an audit. */
    public static final String AUDIT_FILE_NAME = "audit.json";

    private final ObjectNode content;

    private RunRecord(ObjectNode content) {
        this.content = content;
    }

    /**
     * The record of a run.
     *
     * @param engine version of the engine that ran it
     * @param outputs SHA-256 of every other file of the result, by name
     */
    public static RunRecord of(
            CycleInput input,
            CycleResult result,
            List<RuleText> rules,
            String engine,
            SortedMap<String, String> outputs) {
        ObjectNode content = whatWentIn(input, rules, engine);
        putAll(content.putObject("output"), outputs);
        putCounts(content.putObject("counts"), result);
        return sealed(content);
    }

    /**
     * The record of an audit: the same, with a digest of the grants that were judged.
     *
     * @param grantsDigest SHA-256 over the canonical content of the grants file
     */
    public static RunRecord ofAudit(
            CycleInput input,
            String grantsDigest,
            List<Finding> findings,
            List<RuleText> rules,
            String engine,
            SortedMap<String, String> outputs) {
        ObjectNode content = whatWentIn(input, rules, engine);
        content.put("grants", grantsDigest);
        putAll(content.putObject("output"), outputs);
        putFindings(content.putObject("counts"), findings);
        return sealed(content);
    }

    private static RunRecord sealed(ObjectNode content) {
        SealedJson.seal(content);
        return new RunRecord(content);
    }

    private static ObjectNode whatWentIn(CycleInput input, List<RuleText> rules, String engine) {
        ObjectNode content = SealedJson.begin();
        content.put("engine", engine);
        CycleHead head = input.cycle().head();
        content.put("cycle", head.cycle());
        content.put("seed", head.seed());
        content.put("period", head.period());
        content.put("number", head.number());
        content.put("of", head.of());
        content.putObject("policy")
                .put("name", input.policyName())
                .put("version", input.cycle().policy().version())
                .put("digest", input.policyDigest());
        putAll(content.putObject("input"), input.digests());
        ArrayNode texts = content.putArray("rules");
        rules.forEach(rule -> texts.addObject()
                .put("folder", rule.folder())
                .put("id", rule.id())
                .put("digest", Sha256.of(rule.drl()))
                .put("drl", rule.drl()));
        return content;
    }

    private static void putAll(ObjectNode node, Map<String, String> entries) {
        entries.forEach(node::put);
    }

    private static void putCounts(ObjectNode counts, CycleResult result) {
        Summary summary = result.summary();
        counts.put("retailers", summary.retailers());
        counts.put("ordering_retailers", summary.ordering());
        counts.put("skus", summary.skus());
        counts.put("lines", summary.lines());
        counts.put("demand", summary.total().demand());
        counts.put("granted", summary.total().granted());
        counts.put("ceilings", result.ceilings().all().size());
        putFindings(counts, result.findings());
    }

    private static void putFindings(ObjectNode counts, List<Finding> findings) {
        Summary.bySeverity(findings)
                .forEach((severity, count) ->
                        counts.put("findings_" + severity.name().toLowerCase(Locale.ROOT), count));
    }

    /** As the file holds it. */
    public byte[] bytes() {
        return SealedJson.bytes(content);
    }

    /**
     * Reads the record of an allocation that somebody hands in.
     *
     * @param folder the result folder
     * @throws NotARecord when there is none, or it is no JSON, or lacks what every record has
     * @throws IOException when it cannot be read
     */
    public static RunRecord readFrom(Path folder) throws NotARecord, IOException {
        Path file = folder.resolve(FILE_NAME);
        if (!Files.isRegularFile(file)) {
            throw new NotARecord(Message.of("FILE_MISSING", "file", FILE_NAME));
        }
        return read(SealedJson.bytesIn(file));
    }

    /** Whether a folder holds the record of an allocation or of an audit, and nothing else by either name. */
    static boolean isIn(Path folder) throws IOException {
        for (String name : List.of(FILE_NAME, AUDIT_FILE_NAME)) {
            Path file = folder.resolve(name);
            if (Files.exists(file)) {
                try {
                    read(SealedJson.bytesIn(file));
                } catch (NotARecord somethingElse) {
                    return false;
                }
            }
        }
        return true;
    }

    /**
     * Reads a record that somebody hands in.
     *
     * @throws NotARecord when it is no JSON, or lacks what every record has
     */
    public static RunRecord read(byte[] bytes) throws NotARecord {
        RunRecord record = new RunRecord(SealedJson.read(bytes, FILE_NAME));
        record.engine();
        record.rules();
        return record;
    }

    /** What somebody handed in is no run record; the reason says what is wrong with it. */
    public static final class NotARecord extends Exception {

        private static final long serialVersionUID = 1L;

        private final transient Message reason;

        NotARecord(Message reason) {
            super(reason.code() + " " + reason.arguments(), null, false, false);
            this.reason = reason;
        }

        /** The reason, to be put into words. */
        public Message reason() {
            return reason;
        }
    }

    /** Whether the record's own digest still fits the rest of it. */
    public boolean isWhole() {
        return SealedJson.isWhole(content);
    }

    /** The record's own digest, by which others can name it. */
    String seal() {
        return SealedJson.sealOf(content);
    }

    /** Version of the engine that ran it. */
    public String engine() throws NotARecord {
        return text(content, "engine");
    }

    /** The digest recorded for an input file, or blank where the record names no such file. */
    public String inputDigest(String file) {
        return content.path("input").path(file).asText("");
    }

    /** The digest recorded for another file of the result, or blank where the record names no such file. */
    String outputDigest(String file) {
        return content.path("output").path(file).asText("");
    }

    /** The names of all input files, sorted. */
    Set<String> inputFiles() {
        Set<String> files = new TreeSet<>();
        content.path("input").fieldNames().forEachRemaining(files::add);
        return files;
    }

    /** Which cycle it was. */
    CycleHead head() throws NotARecord {
        int number = content.path("number").asInt();
        int of = content.path("of").asInt();
        if (number < 1 || number > of) {
            throw lacking("number");
        }
        return new CycleHead(text(content, "cycle"), text(content, "seed"), text(content, "period"), number, of);
    }

    /** Version of the policy it was made under. */
    String policyVersion() throws NotARecord {
        return text(content.path("policy"), "version");
    }

    /** The rule texts it carries, in the order it carries them. */
    public List<RuleText> rules() throws NotARecord {
        List<RuleText> rules = new ArrayList<>();
        JsonNode texts = content.path("rules");
        if (!texts.isArray() || texts.isEmpty()) {
            throw lacking("rules");
        }
        for (JsonNode rule : texts) {
            rules.add(new RuleText(text(rule, "folder"), text(rule, "id"), text(rule, "drl")));
        }
        return rules;
    }

    private static String text(JsonNode node, String name) throws NotARecord {
        JsonNode value = node.path(name);
        if (!value.isTextual()) {
            throw lacking(name);
        }
        return value.asText();
    }

    private static NotARecord lacking(String name) {
        return new NotARecord(Message.of("RECORD_LACKS", "file", FILE_NAME, "entry", name));
    }
}
