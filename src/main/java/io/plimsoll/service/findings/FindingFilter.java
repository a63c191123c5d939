package io.plimsoll.service.findings;

import io.plimsoll.message.Message;
import io.plimsoll.rule.Severity;
import io.plimsoll.service.database.Where;
import io.plimsoll.service.web.Checks;
import io.plimsoll.service.web.Filled;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** Which findings are asked for, and in what order. A blank field asks for nothing. */
public class FindingFilter {

    private static final int LONGEST = 120;
    private static final String LATEST = "f.found_at DESC, f.source, f.source_id DESC, f.position";

    /** By what a list can be sorted; each ends with the key, so that pages never overlap. */
    private static final Map<String, String> ORDERS = Map.of(
            "severity", "FIELD(f.severity, 'CRITICAL', 'WARNING', 'INFO'), " + LATEST,
            "time", LATEST,
            "rule", "f.rule, " + LATEST,
            "subject", "f.subject, " + LATEST,
            "manager", "COALESCE(f.manager, c.manager) IS NULL, COALESCE(f.manager, c.manager), " + LATEST);

    @QueryParam("severity")
    @Parameter(description = "CRITICAL, WARNING or INFO")
    public String severity;

    @QueryParam("rule")
    @Parameter(description = "its id, such as R34 or D19")
    public String rule;

    @QueryParam("manager")
    @Parameter(description = "key of the customer manager whose shop it is about")
    public String manager;

    @QueryParam("cycle")
    public String cycle;

    @QueryParam("source")
    @Parameter(description = "RUN: in what was granted here; AUDIT: in what others granted; QUOTA: in agreed totals")
    public String source;

    @QueryParam("search")
    @Parameter(description = "a part of what it is about: a licence number or a Sku")
    public String search;

    @QueryParam("superseded")
    @Parameter(description = "true: those of superseded runs as well")
    public String superseded;

    @QueryParam("sort")
    @DefaultValue("severity")
    @Parameter(description = "severity, time, rule, subject or manager")
    public String sort = "severity";

    void check() {
        Checks checks = new Checks();
        checks.constant("severity", severity, Severity.class);
        checks.constant("source", source, Source.class);
        checks.lineIfAny("rule", rule, LONGEST);
        checks.lineIfAny("manager", manager, LONGEST);
        checks.lineIfAny("cycle", cycle, LONGEST);
        checks.lineIfAny("search", search, LONGEST);
        checks.expect(
                superseded == null || superseded.isBlank() || isWithSuperseded(),
                "superseded",
                Message.of("FIELD_ONE_OF", "values", "true"));
        List<String> known = ORDERS.keySet().stream().sorted().toList();
        checks.expect(
                sort == null || sort.isBlank() || ORDERS.containsKey(sort),
                "sort",
                Message.of("FIELD_ONE_OF", "values", String.join(", ", known)));
        checks.refuseErrors();
    }

    boolean isWithSuperseded() {
        return "true".equals(superseded);
    }

    Where where() {
        Where where = new Where();
        if (!isWithSuperseded()) {
            where.and("f.holds");
        }
        if (search != null && !search.isBlank()) {
            where.and(Where.loosely("f.subject") + " LIKE ?", Where.loosePattern(search));
        }
        return where.andIfGiven("f.severity = ?", severity)
                .andIfGiven("f.rule = ?", rule)
                .andIfGiven("COALESCE(f.manager, c.manager) = ?", manager)
                .andIfGiven("f.cycle = ?", cycle)
                .andIfGiven("f.source = ?", source);
    }

    String order() {
        return " ORDER BY " + ORDERS.get(sort == null || sort.isBlank() ? "severity" : sort);
    }

    /** What was asked for, to be shown again. */
    Map<String, String> fields() {
        return Filled.fields(
                "severity", severity,
                "rule", rule,
                "manager", manager,
                "cycle", cycle,
                "source", source,
                "search", search,
                "superseded", superseded,
                "sort", sort);
    }

    /** Whether anything is left out that holds. */
    public boolean isGiven() {
        return where().values().size() > 0;
    }
}
