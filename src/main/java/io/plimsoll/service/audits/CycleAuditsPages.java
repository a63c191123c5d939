package io.plimsoll.service.audits;

import io.plimsoll.message.Message;
import io.plimsoll.service.cycles.CycleView;
import io.plimsoll.service.cycles.Cycles;
import io.plimsoll.service.right.Role;
import io.plimsoll.service.uploads.UploadSettings;
import io.plimsoll.service.web.Asking;
import io.plimsoll.service.web.PageOf;
import io.plimsoll.service.web.Paging;
import io.plimsoll.service.web.Refused;
import io.plimsoll.service.web.SeeOther;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.multipart.FileUpload;

/** The audits of a cycle, and the form that brings grants of others. */
@Path("/cycles/{cycle}/audits")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed({Role.Name.PLANNER, Role.Name.AUDITOR})
public class CycleAuditsPages {

    private static final int UNPROCESSABLE = 422;

    private final Audits audits;
    private final Bringing bringing;
    private final Cycles cycles;
    private final UploadSettings settings;
    private final Asking asking;

    CycleAuditsPages(Audits audits, Bringing bringing, Cycles cycles, UploadSettings settings, Asking asking) {
        this.audits = audits;
        this.bringing = bringing;
        this.cycles = cycles;
        this.settings = settings;
        this.asking = asking;
    }

    @CheckedTemplate(basePath = "audits")
    static class Templates {
        static native TemplateInstance list(CycleView cycle, PageOf<Audit> audits, Message against);

        static native TemplateInstance add(CycleView cycle, int most, String source, Refused refused, BadGrants bad);
    }

    @GET
    @Path("")
    public TemplateInstance list(@RestPath String cycle, @Valid @BeanParam Paging paging) {
        CycleView found = cycles.find(asking.known(), cycle);
        return Templates.list(
                found, audits.of(cycle, paging), audits.objection(found).orElse(null));
    }

    @GET
    @Path("new")
    public TemplateInstance form(@RestPath String cycle) {
        return form(audits.past(asking.known(), cycle), "", null, null);
    }

    private TemplateInstance form(CycleView cycle, String source, Refused refused, BadGrants bad) {
        return Templates.add(cycle, settings.megabytes(), source, refused, bad);
    }

    @POST
    @Path("")
    @Consumes({MediaType.MULTIPART_FORM_DATA, MediaType.APPLICATION_FORM_URLENCODED})
    public Response bring(
            @RestPath String cycle,
            @RestForm("file") FileUpload file,
            @RestForm("source") String source,
            @RestForm("once") String once) {
        CycleView found = audits.past(asking.known(), cycle);
        String said = source == null ? "" : source;
        try {
            if (file == null || file.size() == 0) {
                throw Refused.field("file", Message.of("UPLOAD_FILE_EXPECTED"));
            }
            try (InputStream content = Files.newInputStream(file.uploadedFile())) {
                return bringing.receive(
                        asking.known(),
                        cycle,
                        content,
                        new Bringing.Sent(file.fileName(), said, once),
                        audit -> SeeOther.to(audit.address()),
                        bad -> Response.status(UNPROCESSABLE)
                                .entity(form(found, said, null, bad))
                                .build());
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (Refused refused) {
            Response.ResponseBuilder answer =
                    Response.status(refused.problem().status()).entity(form(found, said, refused, null));
            if (refused.retryAfterSeconds() > 0) {
                answer.header("Retry-After", refused.retryAfterSeconds());
            }
            return answer.build();
        }
    }
}
