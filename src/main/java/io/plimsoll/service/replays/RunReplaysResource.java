package io.plimsoll.service.replays;

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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

/** The replays of a run, for programs. */
@Path("/api/cycles/{cycle}/runs/{run}/replays")
@Tag(name = "Replays")
@RolesAllowed({Role.Name.PLANNER, Role.Name.AUDITOR})
public class RunReplaysResource {

    private static final String EXAMPLE = "0000000000000000000000000000000000000000000000000000000000000000";

    private final Replays replays;
    private final Cycles cycles;
    private final Asking asking;
    private final Once once;

    RunReplaysResource(Replays replays, Cycles cycles, Asking asking, Once once) {
        this.replays = replays;
        this.cycles = cycles;
        this.asking = asking;
        this.once = once;
    }

    /** What is asked for. */
    @Schema(name = "ReplayStart", examples = "{\"policy\": \"" + EXAMPLE + "\"}")
    public record StartBody(
            @Schema(
                    nullable = true,
                    maxLength = 64,
                    examples = EXAMPLE,
                    description = "digest of another policy to try; null: the run is recomputed as it was")
            String policy) {}

    @GET
    @Path("")
    @Operation(summary = "The replays of a run, the latest first, in pages")
    public PageOf<Replay> list(@RestPath String cycle, @RestPath long run, @Valid @BeanParam Paging paging) {
        cycles.find(asking.known(), cycle);
        replays.replayable(cycle, run);
        return replays.of(run, paging);
    }

    @POST
    @Path("")
    @Transactional
    @Operation(
            summary = "Asks for a replay of a run: as it was, or under another policy",
            description =
                    "It is done in the background, and changes nothing of the cycle. Where the same waits already,"
                            + " that is the answer. Needs an Idempotency-Key.")
    public Response start(@RestPath String cycle, @RestPath long run, StartBody body) {
        StartBody asked = Checks.present(body);
        return once.create(asked, () -> {
            cycles.find(asking.known(), cycle);
            Replay replay = replays.ask(asking.known(), cycle, run, asked.policy());
            return Response.created(URI.create("/api" + replay.address()))
                    .entity(replay)
                    .build();
        });
    }
}
