package io.plimsoll.service.leads;

import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What programs send for each step. */
public final class Bodies {

    private Bodies() {}

    /** A lead to raise: by a finding, or by what somebody saw or heard. */
    @Schema(name = "NewLead", examples = """
            {"run": null, "audit": null, "position": null, "words": "Three shops say that their order was filled in for them.",
             "severity": "WARNING", "rule": "R19", "cycle": null, "person": null, "licence": null, "sku": null}""")
    public record NewLead(
            @Schema(
                    nullable = true,
                    description = "of a finding: its run; then severity, rule and cycle are the finding's")
            Long run,

            @Schema(nullable = true, description = "of a finding: its audit, where it is of no run")
            Long audit,

            @Schema(nullable = true, description = "of a finding: its position in the run or the audit, from 1")
            Integer position,

            @Schema(nullable = true, maxLength = 4000, description = "what it is about; may be missing with a finding")
            String words,

            @Schema(nullable = true, description = "CRITICAL, WARNING or INFO; WARNING if none is given")
            String severity,

            @Schema(nullable = true, description = "that is cited, such as R19 or D5")
            String rule,

            @Schema(nullable = true) String cycle,

            @Schema(
                    nullable = true,
                    description =
                            "the name that somebody of the staff signs in with, whom it is about; he never sees it")
            String person,

            @Schema(nullable = true, description = "of a retailer whom it is about")
            String licence,

            @Schema(nullable = true, description = "that it is about")
            String sku) {}

    /** Whom or what a lead is about; one of the three. */
    @Schema(name = "NewSubjectOfLead", examples = """
            {"person": null, "licence": null, "sku": "FE-01"}""")
    public record NewSubject(
            @Schema(
                    nullable = true,
                    description = "the name that somebody of the staff signs in with; from now on he does not see it")
            String person,

            @Schema(nullable = true) String licence,
            @Schema(nullable = true) String sku) {}

    /** Who checks a lead, until when. */
    @Schema(name = "LeadAssignment", examples = """
            {"assignee": "market.manager", "due": "2026-12-14", "words": null}""")
    public record Assignment(
            @Schema(description = "the name he signs in with")
            String assignee,

            @Schema(nullable = true, description = "a day from today on; without one so many days as are set")
            LocalDate due,

            @Schema(nullable = true, maxLength = 4000, description = "what is to be looked at")
            String words) {}

    /** A comment on a lead. */
    @Schema(name = "LeadComment", examples = """
            {"words": "The shop keeps no copy of its orders."}""")
    public record Comment(@Schema(maxLength = 4000) String words) {}

    /** What whoever checked a lead found. */
    @Schema(name = "LeadProposal", examples = """
            {"result": "REFUTED", "words": "The shop ordered from the phone of the owner's son, who helps there."}""")
    public record Proposal(
            @Schema(description = "VERIFIED, REFUTED or UNVERIFIABLE")
            String result,

            @Schema(maxLength = 4000, description = "the report")
            String words) {}

    /** What an auditor makes of a lead. */
    @Schema(name = "LeadClosing", examples = """
            {"result": "REFUTED", "words": "A family that shares a phone.", "prohibition": null, "answer": null}""")
    public record Closing(
            @Schema(description = "VERIFIED, REFUTED or UNVERIFIABLE")
            String result,

            @Schema(maxLength = 4000, description = "why") String words,

            @Schema(nullable = true, description = "of VERIFIED: the code of what was violated")
            String prohibition,

            @Schema(nullable = true, maxLength = 2000, description = "of a complaint: what the retailer is told")
            String answer) {}
}
