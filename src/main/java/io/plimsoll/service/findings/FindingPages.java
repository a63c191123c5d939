package io.plimsoll.service.findings;

import io.plimsoll.rule.Severity;
import io.plimsoll.service.right.Role;
import io.plimsoll.service.web.Filled;
import io.plimsoll.service.web.PageOf;
import io.plimsoll.service.web.Paging;
import io.plimsoll.service.web.Refused;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** What was found, at a glance and one by one. */
@Path("/findings")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed({Role.Name.PLANNER, Role.Name.AUDITOR})
public class FindingPages {

    private final Findings findings;
    private final Evidence evidence;
    private final FindingsOut out;

    FindingPages(Findings findings, Evidence evidence, FindingsOut out) {
        this.findings = findings;
        this.evidence = evidence;
        this.out = out;
    }

    @CheckedTemplate(basePath = "findings")
    static class Templates {
        static native TemplateInstance list(
                Overview overview,
                PageOf<Raised> list,
                FindingFilter filter,
                Filled form,
                List<Severity> severities,
                List<Source> sources,
                List<String> rules);

        static native TemplateInstance finding(Evidence.Sheet sheet);
    }

    @GET
    public TemplateInstance list(@Valid @BeanParam FindingFilter filter, @Valid @BeanParam Paging paging) {
        filter.check();
        return Templates.list(
                findings.overview(filter),
                findings.list(filter, paging),
                filter,
                Filled.with(filter.fields()),
                List.of(Severity.values()),
                List.of(Source.values()),
                findings.rules());
    }

    @GET
    @Path("table")
    @Produces(MediaType.WILDCARD)
    public Response table(@Valid @BeanParam FindingFilter filter, @RestQuery String format) {
        filter.check();
        return out.table(filter, format);
    }

    @GET
    @Path("{run}/{position}")
    public TemplateInstance ofRun(@RestPath long run, @RestPath int position) {
        return page(Source.RUN, run, position);
    }

    @GET
    @Path("audit/{audit}/{position}")
    public TemplateInstance ofAudit(@RestPath long audit, @RestPath int position) {
        return page(Source.AUDIT, audit, position);
    }

    @GET
    @Path("quota/{finding}")
    public TemplateInstance ofQuota(@RestPath long finding) {
        return page(Source.QUOTA, finding, 1);
    }

    private TemplateInstance page(Source source, long of, int position) {
        return Templates.finding(evidence.of(findings.one(source, of, position).orElseThrow(Refused::notFound)));
    }
}
