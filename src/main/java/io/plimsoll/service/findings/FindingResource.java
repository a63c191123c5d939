package io.plimsoll.service.findings;

import io.plimsoll.service.right.Role;
import io.plimsoll.service.web.PageOf;
import io.plimsoll.service.web.Paging;
import io.plimsoll.service.web.Refused;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** What was found, for programs. */
@Path("/api/findings")
@Tag(name = "Findings")
@RolesAllowed({Role.Name.PLANNER, Role.Name.AUDITOR})
public class FindingResource {

    private final Findings findings;
    private final FindingsOut out;

    FindingResource(Findings findings, FindingsOut out) {
        this.findings = findings;
        this.out = out;
    }

    @GET
    @Operation(summary = "Findings, of runs and of audits")
    public PageOf<Raised> list(@Valid @BeanParam FindingFilter filter, @Valid @BeanParam Paging paging) {
        filter.check();
        return findings.list(filter, paging);
    }

    @GET
    @Path("overview")
    @Operation(summary = "How many there are, by severity, cycle, rule and manager")
    public Overview overview(@Valid @BeanParam FindingFilter filter) {
        filter.check();
        return findings.overview(filter);
    }

    @GET
    @Path("table")
    @Produces(MediaType.WILDCARD)
    @Operation(summary = "The same as a table: csv, csv-marked, csv-gb18030 or xlsx")
    public Response table(
            @Valid @BeanParam FindingFilter filter,
            @Parameter(description = "csv, csv-marked, csv-gb18030 or xlsx", example = "csv") @RestQuery
                    String format) {
        filter.check();
        return out.table(filter, format);
    }

    @GET
    @Path("{run}/{position}")
    @Operation(summary = "One finding of a run")
    public Raised ofRun(@RestPath long run, @RestPath int position) {
        return findings.one(Source.RUN, run, position).orElseThrow(Refused::notFound);
    }

    @GET
    @Path("audit/{audit}/{position}")
    @Operation(summary = "One finding of an audit")
    public Raised ofAudit(@RestPath long audit, @RestPath int position) {
        return findings.one(Source.AUDIT, audit, position).orElseThrow(Refused::notFound);
    }

    @GET
    @Path("quota/{finding}")
    @Operation(summary = "One finding in an agreed total")
    public Raised ofQuota(@RestPath long finding) {
        return findings.one(Source.QUOTA, finding, 1).orElseThrow(Refused::notFound);
    }
}
