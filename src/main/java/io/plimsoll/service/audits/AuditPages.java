package io.plimsoll.service.audits;

import io.plimsoll.service.right.Role;
import io.plimsoll.service.web.Asking;
import io.plimsoll.service.web.PageOf;
import io.plimsoll.service.web.Paging;
import io.plimsoll.service.web.Refused;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.List;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** An audit of grants that others made: what was found in them, and how they stand beside our own. */
@Path("/audits/{audit}")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed({Role.Name.PLANNER, Role.Name.AUDITOR})
public class AuditPages {

    private final Audits audits;
    private final AuditReading reading;
    private final AuditFiles files;
    private final Asking asking;

    AuditPages(Audits audits, AuditReading reading, AuditFiles files, Asking asking) {
        this.audits = audits;
        this.reading = reading;
        this.files = files;
        this.asking = asking;
    }

    @CheckedTemplate(basePath = "audits")
    static class Templates {
        static native TemplateInstance show(
                Audit audit,
                Now now,
                PageOf<AuditReading.Raised> findings,
                String severity,
                AuditReading.Beside beside);

        static native TemplateInstance progress(Now now, boolean isNews);
    }

    /** What an audit is at; null once it is over. */
    record Now(Audit audit, AuditPart part) {

        /** The parts of the work, in their order. */
        public List<AuditPart> parts() {
            return Arrays.asList(AuditPart.values());
        }

        public boolean isOver(AuditPart each) {
            return each.compareTo(part) < 0;
        }
    }

    @GET
    @Path("")
    public TemplateInstance show(
            @RestPath long audit, @RestQuery @DefaultValue("") String severity, @Valid @BeanParam Paging paging) {
        Audit found = audits.find(audit).orElseThrow(Refused::notFound);
        String which = AuditReading.SEVERITIES.contains(severity) ? severity : "";
        return Templates.show(found, now(found), reading.findings(audit, which, paging), which, reading.beside(found));
    }

    private Now now(Audit audit) {
        return audit.isWaiting() ? new Now(audit, audits.part(audit.id())) : null;
    }

    /**
     * What an audit is at, for a page that is open; once it is over, the page is to be read anew.
     *
     * @param seen the part that the page shows, so that a reader of screens hears of another one and of nothing else
     */
    @GET
    @Path("progress")
    public Response progress(@RestPath long audit, @RestQuery String seen) {
        Now now = now(audits.find(audit).orElseThrow(Refused::notFound));
        if (now == null) {
            return Response.ok("").header("HX-Refresh", "true").build();
        }
        return Response.ok(Templates.progress(now, !now.part().name().equals(seen)))
                .build();
    }

    @GET
    @Path("files/{file}")
    @Produces(MediaType.WILDCARD)
    public Response file(@RestPath long audit, @RestPath String file) {
        return files.file(asking.known(), audit, file);
    }
}
