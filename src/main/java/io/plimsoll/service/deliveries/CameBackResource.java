package io.plimsoll.service.deliveries;

import io.plimsoll.service.cycles.Cycles;
import io.plimsoll.service.right.Role;
import io.plimsoll.service.web.Asking;
import io.plimsoll.service.web.Checks;
import io.plimsoll.service.web.Once;
import io.plimsoll.service.web.PageOf;
import io.plimsoll.service.web.Paging;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

/** What came back, for programs. */
@Path("/api/cycles/{cycle}/came-back")
@Tag(name = "Deliveries")
public class CameBackResource {

    private final CameBack cameBack;
    private final Cycles cycles;
    private final Asking asking;
    private final Once once;

    CameBackResource(CameBack cameBack, Cycles cycles, Asking asking, Once once) {
        this.cameBack = cameBack;
        this.cycles = cycles;
        this.asking = asking;
        this.once = once;
    }

    /** What somebody puts on record. */
    @Schema(name = "CameBackRows", examples = """
            {"rows": [{"licence": "L620119", "sku": "TE-03", "kind": "RETURNED", "cartons": 2}]}""")
    public record Rows(
            @Schema(description = "recorded all or none") List<CameBackRow> rows) {}

    /**
     * What was put on record.
     *
     * @param rows as they were sent
     */
    @Schema(name = "CameBackAnswer")
    public record Answer(@Schema(examples = "2026-W48") String cycle, List<CameBackRow> rows) {}

    @GET
    @Path("")
    @RolesAllowed({Role.Name.ORDER_DESK, Role.Name.PLANNER, Role.Name.AUDITOR})
    @Operation(summary = "What was returned or never paid of a cycle, the latest first")
    public PageOf<CameBack.Recorded> list(@RestPath String cycle, @Valid @BeanParam Paging paging) {
        return cameBack.list(cycles.find(asking.known(), cycle).cycle(), paging);
    }

    @POST
    @Path("")
    @RolesAllowed({Role.Name.ORDER_DESK, Role.Name.PLANNER})
    @Transactional
    @Operation(
            summary = "Record what was returned or never paid; it gives the quantity back to the period",
            description = "All rows or none. Of a line no more comes back than was granted. What is recorded stays.")
    @APIResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = Answer.class)))
    public Response record(@RestPath String cycle, Rows body) {
        Rows given = Checks.present(body);
        return once.create(given, () -> {
            var found = cycles.find(asking.known(), cycle);
            cameBack.record(asking.known(), found.cycle(), given.rows());
            return Response.created(URI.create("/api" + found.address() + "/came-back"))
                    .entity(new Answer(found.cycle(), given.rows()))
                    .build();
        });
    }
}
