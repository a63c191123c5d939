package io.plimsoll.service.journal;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * An act, as it stands in the journal.
 *
 * @param content the canonical JSON, exactly as it was written
 * @param names who stands behind the references in it
 */
public record JournalEntry(
        @Schema(examples = "1207") long number,
        Instant at,
        Named actor,
        @Schema(examples = "RETAILER_CHANGED") String kind,
        Named subject,

        @Schema(description = "canonical JSON, exactly as it was written", examples = "{}")
        String content,

        Map<String, Named> names) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int MOST_IN_A_LINE = 6;
    private static final Pattern REFERENCE = Pattern.compile("(?:person|retailer):[0-9a-f]{40}");

    /**
     * One value of the content.
     *
     * @param path where it stands, such as {@code phone.after}
     * @param value with its name, where it is a reference to somebody who is still known
     */
    public record Detail(String path, Named value) {}

    /** The references in a text. */
    static Set<String> references(String text) {
        Set<String> references = new TreeSet<>();
        REFERENCE.matcher(text).results().map(MatchResult::group).forEach(references::add);
        return references;
    }

    /** The content value by value. */
    @JsonIgnore
    public List<Detail> details() {
        List<Detail> details = new ArrayList<>();
        try {
            add("", JSON.readTree(content), details);
        } catch (JsonProcessingException unreadable) {
            details.add(new Detail("", Named.itself(content)));
        }
        return details;
    }

    /** As much of it as a line of a table takes. */
    @JsonIgnore
    public List<Detail> someDetails() {
        return details().stream().limit(MOST_IN_A_LINE).toList();
    }

    private void add(String path, JsonNode node, List<Detail> details) {
        if (node.isObject()) {
            node.properties().forEach(field -> add(join(path, field.getKey()), field.getValue(), details));
        } else if (node.isArray()) {
            node.forEach(each -> add(path, each, details));
        } else if (!node.isNull()) {
            String text = node.asText();
            details.add(new Detail(path, names.getOrDefault(text, Named.itself(text))));
        }
    }

    private static String join(String path, String field) {
        return path.isEmpty() ? field : path + "." + field;
    }
}
