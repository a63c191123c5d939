package io.plimsoll.service.leads;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.plimsoll.message.Message;
import io.plimsoll.rule.Severity;
import io.plimsoll.service.right.Role;
import io.plimsoll.text.NamedValues;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A lead as it stands, with all that was done to it.
 *
 * @param rule that is cited; null for none
 * @param words what it is about, of those that a person or a retailer raised; null where the finding says it
 * @param raisedBy what the one is called who raised it
 * @param finding a copy of what the rule raised; null of other sources
 * @param complaint of whose it is; null of other sources
 * @param assignee what the one is called who checks it; null: nobody, or the auditors once it has escalated
 * @param overdue whether it should have been checked by now
 * @param proposed what the one who checked it found; null before he has said so
 * @param result null until it is closed
 * @param steps the earliest first
 */
@Schema(name = "Lead")
public record Lead(
        @Schema(examples = "12") long id,
        LeadSource source,
        Severity severity,
        @Schema(examples = "R2") String rule,
        @Schema(examples = "2026-W48") String cycle,
        String words,
        String raisedBy,
        Role raisedAs,
        Instant raisedAt,
        Finding finding,
        Complaint complaint,
        LeadState state,
        String assignee,
        LocalDate due,
        boolean overdue,
        LeadResult proposed,
        LeadResult result,
        Instant escalatedAt,
        List<SubjectOf> subjects,
        List<Step> steps,
        List<Attachment> attachments,
        Violation violation,
        @Schema(examples = "3") long version) {

    /**
     * A copy of a finding, as it was raised.
     *
     * @param run that it is of; null where it is of an audit
     * @param audit that it is of; null where it is of a run
     */
    @Schema(name = "FindingOfLead")
    public record Finding(
            @Schema(examples = "7", nullable = true) Long run,
            @Schema(nullable = true) Long audit,
            @Schema(examples = "1") int position,
            @Schema(examples = "L620420") String subject,
            @Schema(examples = "ABOVE_CEILING_BEFORE") String code,

            @Schema(examples = "code=ABOVE_CEILING_BEFORE; grantedInPeriod=40")
            String evidence) {

        /** The finding as a sentence. */
        @JsonIgnore
        public Message message() {
            Map<String, Object> values = new LinkedHashMap<>(NamedValues.parse(evidence));
            values.putIfAbsent("subject", subject);
            return new Message(code, values);
        }

        /** The figures that went in, by name. */
        @JsonIgnore
        public List<Map.Entry<String, String>> figures() {
            return NamedValues.parse(evidence).entrySet().stream()
                    .filter(figure -> !figure.getKey().equals("code"))
                    .toList();
        }

        /** Where the page of the finding is. */
        @JsonIgnore
        public String address() {
            return "/findings/" + (run == null ? "audit/" + audit : run.toString()) + "/" + position;
        }
    }

    /** Whose complaint it is. */
    @Schema(name = "ComplaintOfLead")
    public record Complaint(
            @Schema(examples = "5") long id,
            @Schema(examples = "L620119") String licence,
            String name) {}

    /**
     * Somebody or something that it is about.
     *
     * @param kind PERSON, RETAILER or SKU
     * @param key what a person signs in with, a licence number or the key of a Sku
     * @param name what it is called; null where nobody knows
     */
    @Schema(name = "SubjectOfLead")
    public record SubjectOf(Kind kind, String key, String name) {

        /** What a lead can be about. */
        public enum Kind {
            PERSON,
            RETAILER,
            SKU
        }
    }

    /**
     * Something that was done to it.
     *
     * @param by who did it; null: the schedule
     * @param words the comment, the report or the reason
     * @param assignee of ASSIGNED
     * @param due of ASSIGNED
     * @param subject of NAMED
     * @param result of PROPOSED and CLOSED
     * @param answer of CLOSED: what the retailer who complained is told
     */
    @Schema(name = "StepOfLead")
    public record Step(
            @Schema(examples = "31") long id,
            LeadStepKind step,
            String by,
            Role role,
            Instant at,
            String words,
            String assignee,
            LocalDate due,
            SubjectOf subject,
            LeadResult result,
            String answer) {}

    /**
     * A file that came with a comment.
     *
     * @param step the comment
     * @param digest SHA-256 over its content
     */
    @Schema(name = "AttachmentOfLead")
    public record Attachment(
            @Schema(examples = "4") long id,
            @Schema(examples = "31") long step,
            @Schema(examples = "receipt.pdf") String name,
            AttachmentKind kind,
            @Schema(examples = "18204") int bytes,
            String digest) {

        /** Where it can be had. */
        @JsonIgnore
        public String address() {
            return "/leads/attachments/" + id;
        }
    }

    /** What a verified lead is. */
    @Schema(name = "ViolationOfLead")
    public record Violation(
            @Schema(examples = "PROXY_ORDERING") String prohibition, LocalDate prohibitionFrom, Instant confirmedAt) {}

    /** Whether auditors have it since it is important and was not verified. */
    @JsonIgnore
    public boolean isEscalated() {
        return escalatedAt != null;
    }

    @JsonIgnore
    public boolean isClosed() {
        return state == LeadState.CLOSED;
    }

    /** The files that came with a comment. */
    public List<Attachment> attachmentsOf(long step) {
        return attachments.stream().filter(each -> each.step() == step).toList();
    }

    /** Where its page is. */
    @JsonIgnore
    public String address() {
        return address(id);
    }

    static String address(long id) {
        return "/leads/" + id;
    }
}
