package io.plimsoll.service.leads;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.plimsoll.rule.Severity;
import java.time.Instant;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A lead in a list.
 *
 * @param about licences, Skus and people that it is about, with commas; blank for none
 */
@Schema(name = "LeadInAList")
public record LeadSummary(
        @Schema(examples = "12") long id,
        LeadSource source,
        Severity severity,
        @Schema(examples = "R2") String rule,
        @Schema(examples = "2026-W48") String cycle,
        String words,
        Lead.Finding finding,
        String about,
        Instant raisedAt,
        LeadState state,
        String assignee,
        LocalDate due,
        boolean overdue,
        boolean escalated,
        LeadResult result) {

    private static final int SHORT = 120;

    /** The beginning of the words, as much as a line of a table takes. */
    @JsonIgnore
    public String shortWords() {
        if (words == null || words.codePointCount(0, words.length()) <= SHORT) {
            return words;
        }
        return words.substring(0, words.offsetByCodePoints(0, SHORT)) + "…";
    }

    /** Where its page is. */
    @JsonIgnore
    public String address() {
        return Lead.address(id);
    }
}
