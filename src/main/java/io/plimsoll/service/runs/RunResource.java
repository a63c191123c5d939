package io.plimsoll.service.runs;

import io.plimsoll.message.Message;
import io.plimsoll.service.cycles.Cycles;
import io.plimsoll.service.right.Role;
import io.plimsoll.service.web.Asking;
import io.plimsoll.service.web.Once;
import io.plimsoll.service.web.Problem;
import io.plimsoll.service.web.Refused;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

/** Runs, for programs. */
@Path("/api/cycles/{cycle}/runs")
@Tag(name = "Runs")
public class RunResource {

    private final Cycles cycles;
    private final Runs runs;
    private final RunStart start;
    private final RunProgress progress;
    private final Asking asking;
    private final Once once;

    RunResource(Cycles cycles, Runs runs, RunStart start, RunProgress progress, Asking asking, Once once) {
        this.cycles = cycles;
        this.runs = runs;
        this.start = start;
        this.progress = progress;
        this.asking = asking;
        this.once = once;
    }

    /** What a planner asks for. */
    @Schema(name = "RunStart", examples = "{\"reason\": \"The second lorry did not come.\"}")
    public record StartBody(
            @Schema(
                    nullable = true,
                    maxLength = 500,
                    examples = "The second lorry did not come.",
                    description = "needed where a run is superseded")
            String reason) {}

    /**
     * The runs of a cycle, and how far the next one is.
     *
     * @param request what was asked for last; null: nothing yet
     * @param progress how far it is; null where nothing waits
     * @param runs the latest first
     */
    @Schema(name = "RunsOfCycle")
    public record Answer(RunRequest request, RunProgress.At progress, List<Run> runs) {}

    @GET
    @Path("")
    @RolesAllowed({Role.Name.PLANNER, Role.Name.AUDITOR})
    @Operation(summary = "The runs of a cycle, the latest first, and how far one is that was asked for")
    public Answer list(@RestPath String cycle) {
        cycles.find(asking.known(), cycle);
        RunRequest last = runs.lastRequest(cycle).orElse(null);
        RunProgress.At at = last == null || !last.isWaiting() ? null : progress.of(last.id(), cycle);
        return new Answer(last, at, runs.of(cycle));
    }

    @POST
    @Path("")
    @RolesAllowed(Role.Name.PLANNER)
    @Transactional
    @Operation(
            summary = "Asks for a run of a cycle that is closed; or, once published supply was corrected, for another",
            description = "The run is done in the background. Where one waits already, that is the answer.")
    public Response start(@RestPath String cycle, StartBody body) {
        if (body == null) {
            throw new Refused(Problem.MALFORMED, Message.of("PROBLEM_MALFORMED"));
        }
        return once.create(body, () -> {
            String name = cycles.find(asking.known(), cycle).address();
            return Response.created(URI.create("/api" + name + "/runs"))
                    .entity(start.start(asking.known(), cycle, body.reason()))
                    .build();
        });
    }

    @GET
    @Path("{run}")
    @RolesAllowed({Role.Name.PLANNER, Role.Name.AUDITOR})
    @Operation(summary = "One run of a cycle")
    public Run find(@RestPath String cycle, @RestPath long run) {
        cycles.find(asking.known(), cycle);
        return runs.find(cycle, run).orElseThrow(Refused::notFound);
    }
}
