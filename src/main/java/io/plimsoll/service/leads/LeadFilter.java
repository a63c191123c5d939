package io.plimsoll.service.leads;

import io.plimsoll.message.Message;
import io.plimsoll.rule.Severity;
import io.plimsoll.service.database.Where;
import io.plimsoll.service.web.Checks;
import io.plimsoll.service.web.Filled;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** Which leads are asked for. A blank field asks for nothing. */
public class LeadFilter {

    private static final int LONGEST = 120;
    private static final String TRUE = "true";

    private static final String URGENT = "l.state = 'CLOSED', l.escalated_at IS NULL,"
            + " FIELD(l.severity, 'CRITICAL', 'WARNING', 'INFO'), l.due, l.id";

    /** By what a list can be sorted; each ends with the key, so that pages never overlap. */
    private static final Map<String, String> ORDERS = Map.of(
            "urgent", URGENT,
            "number", "l.id",
            "-number", "l.id DESC",
            "due", "l.due, l.id",
            "-due", "l.due DESC, l.id DESC",
            "severity", "FIELD(l.severity, 'CRITICAL', 'WARNING', 'INFO'), l.id",
            "-severity", "FIELD(l.severity, 'INFO', 'WARNING', 'CRITICAL'), l.id DESC");

    @QueryParam("state")
    @Parameter(description = "OPEN, ASSIGNED, PROPOSED or CLOSED")
    public String state;

    @QueryParam("severity")
    @Parameter(description = "CRITICAL, WARNING or INFO")
    public String severity;

    @QueryParam("source")
    @Parameter(description = "FINDING, COMPLAINT or PERSON")
    public String source;

    @QueryParam("rule")
    @Parameter(description = "that is cited, such as R2 or D5")
    public String rule;

    @QueryParam("cycle")
    public String cycle;

    @QueryParam("assignee")
    @Parameter(description = "the name that whoever checks it signs in with")
    public String assignee;

    @QueryParam("search")
    @Parameter(description = "a part of the words, of the evidence, or of a name that it is about")
    public String search;

    @QueryParam("overdue")
    @Parameter(description = "true: only those that should have been checked by now")
    public String overdue;

    @QueryParam("escalated")
    @Parameter(description = "true: only those that are important, were not verified and are not closed")
    public String escalated;

    @QueryParam("mine")
    @Parameter(description = "true: only those that the one who asks is to check")
    public String mine;

    @QueryParam("sort")
    @DefaultValue("urgent")
    @Parameter(
            description =
                    "urgent, number, due or severity; the latter three with a minus before it the other way round")
    public String sort = "urgent";

    void check() {
        Checks checks = new Checks();
        checks.constant("state", state, LeadState.class);
        checks.constant("severity", severity, Severity.class);
        checks.constant("source", source, LeadSource.class);
        checks.lineIfAny("rule", rule, LONGEST);
        checks.lineIfAny("cycle", cycle, LONGEST);
        checks.lineIfAny("assignee", assignee, LONGEST);
        checks.lineIfAny("search", search, LONGEST);
        checkTruth(checks, "overdue", overdue);
        checkTruth(checks, "escalated", escalated);
        checkTruth(checks, "mine", mine);
        List<String> known = ORDERS.keySet().stream().sorted().toList();
        checks.expect(
                sort == null || sort.isBlank() || ORDERS.containsKey(sort),
                "sort",
                Message.of("FIELD_ONE_OF", "values", String.join(", ", known)));
        checks.refuseErrors();
    }

    private static void checkTruth(Checks checks, String field, String value) {
        checks.expect(
                value == null || value.isBlank() || value.equals(TRUE),
                field,
                Message.of("FIELD_ONE_OF", "values", TRUE));
    }

    /** Adds to the condition that leaves the leads somebody may see. */
    Where narrow(Where where, long viewer, LocalDate today) {
        where.andIfGiven("l.state = ?", state)
                .andIfGiven("l.severity = ?", severity)
                .andIfGiven("l.source = ?", source)
                .andIfGiven("l.rule = ?", rule)
                .andIfGiven("l.cycle = ?", cycle)
                .andIfGiven("l.assignee = (SELECT a.id FROM person a WHERE a.name = ?)", assignee);
        if (TRUE.equals(overdue)) {
            where.and("l.state <> 'CLOSED' AND l.due < ?", today);
        }
        if (TRUE.equals(escalated)) {
            where.and("l.state <> 'CLOSED' AND l.escalated_at IS NOT NULL");
        }
        if (TRUE.equals(mine)) {
            where.and("l.state <> 'CLOSED' AND l.assignee = ?", viewer);
        }
        if (search != null && !search.isBlank()) {
            String pattern = Where.loosePattern(search);
            where.and(
                    "(" + Where.loosely("l.words") + " LIKE ? OR " + Where.loosely("l.finding_evidence") + " LIKE ?"
                            + " OR EXISTS (SELECT 1 FROM lead_subject f LEFT JOIN retailer r ON r.licence = f.licence"
                            + " LEFT JOIN person p ON p.id = f.person WHERE f.of_lead = l.id AND ("
                            + Where.loosely("COALESCE(f.licence, f.sku, p.name)") + " LIKE ? OR "
                            + Where.loosely("COALESCE(r.name, p.display_name, '')") + " LIKE ?)))",
                    pattern,
                    pattern,
                    pattern,
                    pattern);
        }
        return where;
    }

    String order() {
        return " ORDER BY " + ORDERS.get(sort == null || sort.isBlank() ? "urgent" : sort);
    }

    /** The order that a head of a column leads to: by it, and the other way round where it is so already. */
    public String sortedBy(String column) {
        return column.equals(sort) ? "-" + column : column;
    }

    /** What was asked for, to be shown again. */
    Map<String, String> fields() {
        return Filled.fields(
                "state", state,
                "severity", severity,
                "source", source,
                "rule", rule,
                "cycle", cycle,
                "assignee", assignee,
                "search", search,
                "overdue", overdue,
                "escalated", escalated,
                "mine", mine,
                "sort", sort);
    }

    /** Whether anything is left out. */
    public boolean isGiven() {
        return fields().entrySet().stream()
                .anyMatch(field ->
                        !field.getKey().equals("sort") && !field.getValue().isBlank());
    }
}
