package io.plimsoll.service.master;

import io.plimsoll.service.right.Role;
import io.plimsoll.service.web.Asking;
import io.plimsoll.service.web.Checks;
import io.plimsoll.service.web.Once;
import io.plimsoll.service.web.Paging;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The size classes of the coming month, for programs. */
@Path("/api")
@Tag(name = "Retailers")
public class SizeClassResource {

    private final Classification classification;
    private final Asking asking;
    private final Once once;

    SizeClassResource(Classification classification, Asking asking, Once once) {
        this.classification = classification;
        this.asking = asking;
        this.once = once;
    }

    /** A month to compute the classes of. */
    @Schema(examples = "{\"period\": \"2026-10\"}")
    public record Asked(
            @Schema(required = true, description = "the coming month, as the preview names it", examples = "2026-10")
            String period) {}

    @GET
    @Path("size-classes")
    @RolesAllowed(Role.Name.PLANNER)
    @Operation(
            summary = "What computing the size classes of the coming month would change",
            description =
                    "The coming month is that of the next planned cycle, else the one after the present. Nothing is"
                            + " stored.")
    public Classification.Preview preview(@Valid @BeanParam Paging paging) {
        return classification.preview(paging);
    }

    @POST
    @Path("size-classes")
    @RolesAllowed(Role.Name.PLANNER)
    @Transactional
    @Operation(
            summary = "Computes the size classes of the coming month and puts them on record with their evidence",
            description =
                    "Needs an Idempotency-Key. A shop that has a class for the month keeps it, so a second time does"
                            + " nothing and is answered with 200. 409 once anything of the month is published, or while an earlier"
                            + " month is not over.")
    @APIResponse(
            responseCode = "201",
            description = "They hold for the whole month",
            content = @Content(schema = @Schema(implementation = Classification.Done.class)))
    public Response compute(Asked body) {
        Asked given = Checks.present(body);
        Checks checks = new Checks();
        checks.given("period", given.period());
        checks.refuseErrors();
        return once.create(given, () -> {
            Classification.Done done = classification.compute(asking.known(), given.period());
            return Response.status(done.recorded() > 0 ? Response.Status.CREATED : Response.Status.OK)
                    .entity(done)
                    .build();
        });
    }
}
