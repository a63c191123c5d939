package io.plimsoll.results;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
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
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;

/**
 * {@code run.json}: everything it takes to run a cycle again and to see whether anything was altered since. It holds no
 * clock, host or thread count: equal input gives equal bytes. Its last entry is a digest of all before it.
 */
public final class RunRecord {

    /** Name of the file in the folder of an allocation. */
    public static final String FILE_NAME = "run.json";

    /** Name of the file in the folder of an audit. */
    public static final String AUDIT_FILE_NAME = "audit.json";

    private static final String OWN_DIGEST = "record";

    /** Some hundred times what the rules of today take; more is no record but a weight on memory. */
    private static final int LARGEST_BYTES = 16 << 20;

    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private static final ObjectWriter WRITER = JSON.writer(new DefaultPrettyPrinter()
            .withObjectIndenter(new DefaultIndenter("  ", "\n"))
            .withArrayIndenter(new DefaultIndenter("  ", "\n")));

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
        content.put(OWN_DIGEST, Sha256.of(inBytes(content)));
        return new RunRecord(content);
    }

    private static ObjectNode whatWentIn(CycleInput input, List<RuleText> rules, String engine) {
        ObjectNode content = JSON.createObjectNode();
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
        Summary summary = Summary.of(result);
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
        return inBytes(content);
    }

    private static byte[] inBytes(ObjectNode node) {
        try {
            return (WRITER.writeValueAsString(node) + "\n").getBytes(StandardCharsets.UTF_8);
        } catch (JsonProcessingException cannotBe) {
            throw new IllegalStateException(cannotBe);
        }
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
        return read(file);
    }

    private static RunRecord read(Path file) throws NotARecord, IOException {
        if (Files.size(file) > LARGEST_BYTES) {
            throw tooLarge();
        }
        try (InputStream in = Files.newInputStream(file)) {
            return read(in.readNBytes(LARGEST_BYTES + 1));
        }
    }

    private static NotARecord tooLarge() {
        return new NotARecord(Message.of("RECORD_TOO_LARGE", "file", FILE_NAME, "bytes", LARGEST_BYTES));
    }

    /** Whether a folder holds the record of an allocation or of an audit, and nothing else by either name. */
    static boolean isIn(Path folder) throws IOException {
        for (String name : List.of(FILE_NAME, AUDIT_FILE_NAME)) {
            Path file = folder.resolve(name);
            if (Files.exists(file)) {
                try {
                    read(file);
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
        if (bytes.length > LARGEST_BYTES) {
            throw tooLarge();
        }
        try {
            if (JSON.readTree(bytes) instanceof ObjectNode content) {
                RunRecord record = new RunRecord(content);
                record.engine();
                record.rules();
                return record;
            }
            throw new NotARecord(Message.of("RECORD_NO_OBJECT", "file", FILE_NAME));
        } catch (JsonProcessingException broken) {
            JsonLocation at = broken.getLocation();
            throw new NotARecord(Message.of(
                    "RECORD_NO_JSON",
                    "file",
                    FILE_NAME,
                    "line",
                    at == null ? 0 : at.getLineNr(),
                    "words",
                    firstLine(broken.getOriginalMessage())));
        } catch (IOException cannotBe) {
            throw new UncheckedIOException(cannotBe);
        }
    }

    private static String firstLine(String words) {
        return words.lines().findFirst().orElse("");
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
        ObjectNode rest = content.deepCopy();
        JsonNode own = rest.remove(OWN_DIGEST);
        return own != null && own.asText().equals(Sha256.of(inBytes(rest)));
    }

    /** Version of the engine that ran it. */
    public String engine() throws NotARecord {
        return text(content, "engine");
    }

    /** The digest recorded for an input file, or blank where the record names no such file. */
    public String inputDigest(String file) {
        return content.path("input").path(file).asText("");
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
