package io.plimsoll.service.audits;

import io.plimsoll.service.cycles.Cycles;
import io.plimsoll.service.right.Role;
import io.plimsoll.service.web.Asking;
import io.plimsoll.service.web.Once;
import io.plimsoll.service.web.Page;
import io.plimsoll.service.web.PageOf;
import io.plimsoll.service.web.Paging;
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
import java.io.InputStream;
import java.net.URI;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** The audits of a cycle, for programs. */
@Path("/api/cycles/{cycle}/audits")
@Tag(name = "Audits")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Role.Name.PLANNER, Role.Name.AUDITOR})
public class CycleAuditsResource {

    private static final int UNPROCESSABLE = 422;

    private final Audits audits;
    private final Bringing bringing;
    private final Cycles cycles;
    private final Asking asking;
    private final Page page;

    CycleAuditsResource(Audits audits, Bringing bringing, Cycles cycles, Asking asking, Page page) {
        this.audits = audits;
        this.bringing = bringing;
        this.cycles = cycles;
        this.asking = asking;
        this.page = page;
    }

    /**
     * Everything that is wrong with a file; nothing of it is stored.
     *
     * @param unlisted how many errors there are besides
     */
    @Schema(name = "BadGrants")
    public record BadAnswer(List<ErrorAnswer> errors, long unlisted) {}

    /**
     * An error in a file of grants.
     *
     * @param line 0 where the file as a whole is meant
     */
    @Schema(name = "BadGrant")
    public record ErrorAnswer(long line, String column, String value, String expected) {}

    @GET
    @Path("")
    @Operation(summary = "The audits of a cycle, the latest first, in pages")
    public PageOf<Audit> list(@RestPath String cycle, @Valid @BeanParam Paging paging) {
        cycles.find(asking.known(), cycle);
        return audits.of(cycle, paging);
    }

    @POST
    @Path("")
    @Consumes(MediaType.WILDCARD)
    @Operation(
            summary = "Brings grants that others made for a past cycle, to be judged",
            description =
                    "The body is a CSV file or a workbook with the columns retailer, sku and granted. Bad files are"
                            + " answered by 422 with every error. They never become grants of the cycle. Needs an Idempotency-Key.")
    public Response bring(
            @RestPath String cycle,
            InputStream content,
            @Parameter(description = "What the file is called") @RestQuery String file,
            @Parameter(description = "Whose grants these are, such as the name of the other system") @RestQuery
                    String source,
            @RestHeader(Once.HEADER) String once) {
        return bringing.receive(
                asking.known(),
                cycle,
                content,
                new Bringing.Sent(file, source, once),
                audit -> Response.created(URI.create("/api" + audit.address()))
                        .entity(audit)
                        .build(),
                bad -> Response.status(UNPROCESSABLE).entity(answer(bad)).build());
    }

    private BadAnswer answer(BadGrants bad) {
        return new BadAnswer(
                bad.errors().stream()
                        .map(each ->
                                new ErrorAnswer(each.line(), each.column(), each.value(), page.say(each.expected())))
                        .toList(),
                bad.unlisted());
    }
}
