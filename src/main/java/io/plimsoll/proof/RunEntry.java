package io.plimsoll.proof;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.plimsoll.ledger.Entry;
import io.plimsoll.ledger.Hash;
import java.util.Optional;

/**
 * What the journal says of a run that is done.
 *
 * @param root of the tree over the grants of its retailers
 */
public record RunEntry(long run, String cycle, Hash root) {

    private static final String SUBJECT = "cycle:";
    private static final String ROOT = "grants_root";

    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    /** An entry of kind RUN_FINISHED that says something else than such an entry says. */
    public static final class Unreadable extends Exception {

        private static final long serialVersionUID = 1L;

        private Unreadable() {
            super(null, null, false, false);
        }
    }

    /**
     * Reads an entry; none where it is of another kind, or of a run that has no root.
     *
     * @throws Unreadable where it is of a run and can't be read as such
     */
    public static Optional<RunEntry> of(Entry entry) throws Unreadable {
        if (!entry.kind().equals(Entry.RUN_FINISHED)) {
            return Optional.empty();
        }
        JsonNode content;
        try {
            content = JSON.readTree(entry.content());
        } catch (JsonProcessingException none) {
            throw new Unreadable();
        }
        if (!content.isObject()) {
            throw new Unreadable();
        }
        if (!content.has(ROOT)) {
            return Optional.empty();
        }
        JsonNode run = content.path("run");
        Optional<Hash> root = Hash.parse(content.path(ROOT).asText(""));
        boolean isWhole = run.isIntegralNumber() && run.canConvertToLong() && run.longValue() > 0;
        if (!isWhole || root.isEmpty() || !entry.subject().startsWith(SUBJECT)) {
            throw new Unreadable();
        }
        String cycle = entry.subject().substring(SUBJECT.length());
        return Optional.of(new RunEntry(run.longValue(), cycle, root.get()));
    }
}
