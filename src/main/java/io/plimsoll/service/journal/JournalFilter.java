package io.plimsoll.service.journal;

import io.plimsoll.service.web.Checks;
import io.plimsoll.service.web.Filled;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** Which acts are asked for. A blank field asks for nothing. */
public class JournalFilter {

    private static final int LONGEST = 160;

    @QueryParam("kind")
    @Parameter(description = "of act, such as RETAILER_CHANGED")
    public String kind;

    @QueryParam("subjectKind")
    @Parameter(description = "to what sort of thing it was done, such as RETAILER; goes with subject")
    public String subjectKind;

    @QueryParam("subject")
    @Parameter(description = "licence, key of a Sku, cycle or policy, or the name that a person signs in with")
    public String subject;

    @QueryParam("actor")
    @Parameter(description = "the name that the actor signs in with, or system")
    public String actor;

    @QueryParam("from")
    @Parameter(description = "first day, such as 2026-07-01")
    public String from;

    @QueryParam("to")
    @Parameter(description = "last day, such as 2026-07-31")
    public String to;

    @QueryParam("before")
    @Parameter(description = "only acts with a smaller number: the oldest of the page before")
    public String before;

    @QueryParam("size")
    @DefaultValue("50")
    @Min(1)
    @Max(500)
    public int size = 50;

    void check() {
        Checks checks = new Checks();
        checks.constant("kind", kind, Act.class);
        checks.constant("subjectKind", subjectKind, Subject.Kind.class);
        checks.lineIfAny("subject", subject, LONGEST);
        checks.lineIfAny("actor", actor, LONGEST);
        checks.dayIfAny("from", from);
        checks.dayIfAny("to", to);
        checks.longIfAny("before", before);
        checks.refuseErrors();
    }

    /** What was asked for, to be shown again. */
    Map<String, String> fields() {
        return Filled.fields(
                "kind", kind,
                "subjectKind", subjectKind,
                "subject", subject,
                "actor", actor,
                "from", from,
                "to", to);
    }
}
