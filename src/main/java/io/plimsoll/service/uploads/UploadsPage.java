package io.plimsoll.service.uploads;

import io.plimsoll.files.CycleFolder;
import io.plimsoll.message.Message;
import io.plimsoll.service.right.Role;
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
import java.util.List;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.multipart.FileUpload;

/** The form that takes a file, the preview of what is in it, and the list of what was uploaded. */
@Path("/uploads")
@Produces(MediaType.TEXT_HTML)
public class UploadsPage {

    private final Uploading uploading;
    private final UploadRows rows;
    private final UploadSettings settings;
    private final CyclesHere cycles;
    private final Asking asking;

    UploadsPage(Uploading uploading, UploadRows rows, UploadSettings settings, CyclesHere cycles, Asking asking) {
        this.uploading = uploading;
        this.rows = rows;
        this.settings = settings;
        this.cycles = cycles;
        this.asking = asking;
    }

    /** The cycles that a table can be for, by what it says. */
    record Cycles(List<String> forSupply, List<String> forCameBack) {}

    @CheckedTemplate(basePath = "uploads")
    static class Templates {
        static native TemplateInstance list(PageOf<UploadView> uploads);

        static native TemplateInstance add(
                Refused refused,
                int most,
                List<String> tables,
                Cycles cycles,
                List<TableHelp.Help> help,
                String table,
                String cycle);

        static native TemplateInstance show(UploadView upload, Preview preview, Message refused);
    }

    @GET
    @Path("/")
    @RolesAllowed(Role.Name.PLANNER)
    public TemplateInstance list(@Valid @BeanParam Paging paging) {
        return Templates.list(PageOf.of(rows.list(paging), paging, rows.count()));
    }

    @GET
    @Path("new")
    @RolesAllowed(Role.Name.PLANNER)
    public TemplateInstance form() {
        return form(null, "", "");
    }

    private TemplateInstance form(Refused refused, String table, String cycle) {
        return Templates.add(
                refused,
                settings.megabytes(),
                CycleFolder.TABLES,
                new Cycles(cycles.forSupply(), cycles.forCameBack()),
                TableHelp.all(),
                table,
                cycle);
    }

    @POST
    @Path("/")
    @Consumes({MediaType.MULTIPART_FORM_DATA, MediaType.APPLICATION_FORM_URLENCODED})
    @RolesAllowed(Role.Name.PLANNER)
    public Response add(
            @RestForm("file") FileUpload file,
            @RestForm("table") String table,
            @RestForm("cycle") String cycle,
            @RestForm("once") String once) {
        try {
            if (file == null || file.size() == 0) {
                throw Refused.field("file", Message.of("UPLOAD_FILE_EXPECTED"));
            }
            UploadRows.Sent sent = new UploadRows.Sent(named(file.fileName()), some(table), some(cycle));
            try (InputStream content = Files.newInputStream(file.uploadedFile())) {
                return uploading.receive(asking.known(), content, sent, once, id -> SeeOther.to("/uploads/" + id));
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (Refused refused) {
            Response.ResponseBuilder answer = Response.status(refused.problem().status())
                    .entity(form(refused, table == null ? "" : table, cycle == null ? "" : cycle));
            if (refused.retryAfterSeconds() > 0) {
                answer.header("Retry-After", refused.retryAfterSeconds());
            }
            return answer.build();
        }
    }

    static String named(String file) {
        return file == null || file.isBlank() ? "upload" : file;
    }

    static Optional<String> some(String text) {
        return Optional.ofNullable(text).map(String::strip).filter(each -> !each.isEmpty());
    }

    @GET
    @Path("{id}")
    @RolesAllowed(Role.Name.PLANNER)
    public TemplateInstance show(@RestPath long id) {
        UploadView upload = rows.find(id).orElseThrow(Refused::notFound);
        return Templates.show(upload, rows.preview(id), null);
    }

    @POST
    @Path("{id}/store")
    @RolesAllowed(Role.Name.PLANNER)
    public Response store(@RestPath long id, @RestForm("version") long version) {
        try {
            uploading.store(asking.known(), id, version);
            return SeeOther.to("/uploads/" + id);
        } catch (Refused refused) {
            UploadView upload = rows.find(id).orElseThrow(() -> refused);
            return Response.status(refused.problem().status())
                    .entity(Templates.show(upload, rows.preview(id), refused.reason()))
                    .build();
        }
    }

    @POST
    @Path("{id}/discard")
    @RolesAllowed(Role.Name.PLANNER)
    public Response discard(@RestPath long id) {
        uploading.discard(asking.known(), id);
        return SeeOther.to("/uploads");
    }
}
