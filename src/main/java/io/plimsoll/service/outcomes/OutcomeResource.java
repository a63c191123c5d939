package io.plimsoll.service.outcomes;

import io.plimsoll.service.cycles.Cycles;
import io.plimsoll.service.right.Role;
import io.plimsoll.service.web.Asking;
import io.plimsoll.service.web.Refused;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

/** What came of a cycle as a whole, for programs. */
@Path("/api/cycles/{cycle}/results")
@Tag(name = "Grants")
public class OutcomeResource {

    private final Outcomes outcomes;
    private final Cycles cycles;
    private final Asking asking;

    OutcomeResource(Outcomes outcomes, Cycles cycles, Asking asking) {
        this.outcomes = outcomes;
        this.cycles = cycles;
        this.asking = asking;
    }

    @GET
    @Path("")
    @RolesAllowed({Role.Name.PLANNER, Role.Name.AUDITOR})
    @Operation(
            summary = "What came of a cycle: filled by class, tier and territory, cuts by reason, short Skus, findings")
    public Outcome results(@RestPath String cycle) {
        cycles.find(asking.known(), cycle);
        return outcomes.of(cycle).orElseThrow(Refused::notFound);
    }
}
