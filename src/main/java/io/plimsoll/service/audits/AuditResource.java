package io.plimsoll.service.audits;

import io.plimsoll.service.right.Role;
import io.plimsoll.service.web.Asking;
import io.plimsoll.service.web.Page;
import io.plimsoll.service.web.PageOf;
import io.plimsoll.service.web.Paging;
import io.plimsoll.service.web.Refused;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** Audits, for programs. */
@Path("/api/audits")
@Tag(name = "Audits")
@RolesAllowed({Role.Name.PLANNER, Role.Name.AUDITOR})
public class AuditResource {

    private final Audits audits;
    private final AuditReading reading;
    private final AuditFiles files;
    private final Asking asking;
    private final Page page;

    AuditResource(Audits audits, AuditReading reading, AuditFiles files, Asking asking, Page page) {
        this.audits = audits;
        this.reading = reading;
        this.files = files;
        this.asking = asking;
        this.page = page;
    }

    /**
     * An audit and what it came to.
     *
     * @param part what it is at; null once it is over
     * @param beside the grants beside those of the run; null where there is none
     */
    @Schema(name = "AuditAnswer")
    public record Answer(Audit audit, AuditPart part, AuditReading.Beside beside) {}

    /** A finding, and the same in words. */
    @Schema(name = "AuditFindingAnswer")
    public record FindingAnswer(AuditReading.Raised finding, String words) {}

    @GET
    @Path("{audit}")
    @Operation(summary = "One audit, and what it came to")
    public Answer find(@RestPath long audit) {
        Audit found = audits.find(audit).orElseThrow(Refused::notFound);
        return new Answer(found, found.isWaiting() ? audits.part(audit) : null, reading.beside(found));
    }

    @GET
    @Path("{audit}/findings")
    @Operation(summary = "What was found in the grants, the gravest first, in pages")
    public PageOf<FindingAnswer> findings(
            @RestPath long audit,
            @Parameter(description = "CRITICAL, WARNING or INFO; all where none is named") @RestQuery String severity,
            @Valid @BeanParam Paging paging) {
        audits.find(audit).orElseThrow(Refused::notFound);
        PageOf<AuditReading.Raised> found = reading.findings(audit, severity, paging);
        return new PageOf<>(
                found.items().stream()
                        .map(each -> new FindingAnswer(each, page.say(each.words())))
                        .toList(),
                found.page(),
                found.size(),
                found.total());
    }

    @GET
    @Path("{audit}/files/{file}")
    @Operation(
            summary = "An audit as a file",
            description =
                    "findings.csv and audit.json as plimsoll audit writes them, findings.xlsx, or grants.csv as they"
                            + " were brought.")
    public Response file(@RestPath long audit, @RestPath String file) {
        return files.file(asking.known(), audit, file);
    }
}
