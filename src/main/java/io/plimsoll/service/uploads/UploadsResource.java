package io.plimsoll.service.uploads;

import io.plimsoll.message.Message;
import io.plimsoll.service.right.Role;
import io.plimsoll.service.web.Asking;
import io.plimsoll.service.web.Once;
import io.plimsoll.service.web.Page;
import io.plimsoll.service.web.PageOf;
import io.plimsoll.service.web.Paging;
import io.plimsoll.service.web.Refused;
import io.plimsoll.service.web.Versions;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.multipart.FileUpload;

/** Uploads, for programs. */
@Path("/api/uploads")
@Tag(name = "Uploads")
@Produces(MediaType.APPLICATION_JSON)
public class UploadsResource {

    private final Uploading uploading;
    private final UploadRows rows;
    private final Asking asking;
    private final Page page;

    UploadsResource(Uploading uploading, UploadRows rows, Asking asking, Page page) {
        this.uploading = uploading;
        this.rows = rows;
        this.asking = asking;
        this.page = page;
    }

    /**
     * An upload with its preview.
     *
     * @param refusals why it can't be stored although its rows may be right
     * @param notes what is worth knowing and forbids nothing
     */
    public record UploadAnswer(
            UploadView upload, List<TableAnswer> tables, List<String> refusals, List<String> notes) {}

    /**
     * What a table holds.
     *
     * @param unlisted how many errors there are besides
     */
    public record TableAnswer(
            String file,
            long rows,
            List<String> columns,
            List<List<String>> firstRows,
            List<ErrorAnswer> errors,
            long unlisted) {}

    /**
     * An error in a table.
     *
     * @param line 0 where the file as a whole is meant
     */
    public record ErrorAnswer(long line, String column, String value, String expected) {}

    @GET
    @Path("/")
    @RolesAllowed(Role.Name.PLANNER)
    @Operation(summary = "All uploads, the latest first, in pages")
    public PageOf<UploadView> list(@Valid @BeanParam Paging paging) {
        return PageOf.of(rows.list(paging), paging, rows.count());
    }

    @POST
    @Path("/")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @RolesAllowed(Role.Name.PLANNER)
    @Operation(
            summary = "Uploads a file and looks it through",
            description =
                    "A cycle folder as zip or workbook, or one table alone. Nothing is stored yet; the answer lists"
                            + " every error by row. Needs an Idempotency-Key.")
    public Response form(
            @RestForm("file") FileUpload file,
            @RestForm("table") String table,
            @RestForm("cycle") String cycle,
            @RestHeader(Once.HEADER) String once) {
        if (file == null) {
            throw Refused.field("file", Message.of("UPLOAD_FILE_EXPECTED"));
        }
        try (InputStream content = Files.newInputStream(file.uploadedFile())) {
            return receive(content, file.fileName(), table, cycle, once);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @POST
    @Path("/")
    @Consumes(MediaType.WILDCARD)
    @RolesAllowed(Role.Name.PLANNER)
    @Operation(
            summary = "Uploads a file that is the body itself, and looks it through",
            description = "The same without a form. Needs an Idempotency-Key.")
    public Response raw(
            InputStream content,
            @Parameter(description = "What the file is called; says which table a table alone is") @RestQuery
                    String file,
            @Parameter(description = "Which table it is, such as skus.csv") @RestQuery String table,
            @Parameter(description = "The planned cycle that its supply is for, or the one that something came back of")
                    @RestQuery
                    String cycle,
            @RestHeader(Once.HEADER) String once) {
        return receive(content, file, table, cycle, once);
    }

    private Response receive(InputStream content, String file, String table, String cycle, String once) {
        UploadRows.Sent sent =
                new UploadRows.Sent(UploadsPage.named(file), UploadsPage.some(table), UploadsPage.some(cycle));
        return uploading.receive(asking.known(), content, sent, once, id -> {
            UploadAnswer answer = answer(id);
            return Response.created(URI.create("/api/uploads/" + id))
                    .tag(Versions.tag(answer.upload().version()))
                    .entity(answer)
                    .build();
        });
    }

    @GET
    @Path("{id}")
    @RolesAllowed(Role.Name.PLANNER)
    @Operation(summary = "One upload with its preview", description = "The ETag is the version that is to be stored.")
    public Response show(@RestPath long id) {
        UploadAnswer answer = answer(id);
        return Versions.show(answer, answer.upload().version()).build();
    }

    @POST
    @Path("{id}/store")
    @RolesAllowed(Role.Name.PLANNER)
    @Operation(
            summary = "Stores an upload, whole or not at all",
            description = "Needs If-Match with the ETag of the preview. It is looked through once more.")
    public Response store(@RestPath long id, @Context HttpHeaders headers) {
        UploadView upload = rows.find(id).orElseThrow(Refused::notFound);
        Versions.requireMatch(headers, upload.version());
        uploading.store(asking.known(), id, upload.version());
        UploadAnswer answer = answer(id);
        return Versions.show(answer, answer.upload().version()).build();
    }

    @DELETE
    @Path("{id}")
    @RolesAllowed(Role.Name.PLANNER)
    @Operation(summary = "Discards an upload that was not stored")
    public void discard(@RestPath long id) {
        uploading.discard(asking.known(), id);
    }

    private UploadAnswer answer(long id) {
        UploadView upload = rows.find(id).orElseThrow(Refused::notFound);
        Preview preview = rows.preview(id);
        return new UploadAnswer(
                upload,
                preview.tables().stream().map(this::answer).toList(),
                preview.refusals().stream().map(page::say).toList(),
                preview.notes().stream().map(page::say).toList());
    }

    private TableAnswer answer(Preview.TableView table) {
        return new TableAnswer(
                table.file(),
                table.rows(),
                table.columns(),
                table.firstRows(),
                table.errors().stream()
                        .map(each ->
                                new ErrorAnswer(each.line(), each.column(), each.value(), page.say(each.expected())))
                        .toList(),
                table.unlisted());
    }
}
