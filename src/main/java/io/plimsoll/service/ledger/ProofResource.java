package io.plimsoll.service.ledger;

import io.plimsoll.service.right.Role;
import io.plimsoll.service.web.Refused;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** Proofs of grants, for programs. */
@Path("/api/cycles/{cycle}/grants/{licence}")
@Tag(name = "Ledger")
public class ProofResource {

    private final ProofsOfGrants proofs;

    ProofResource(ProofsOfGrants proofs) {
        this.proofs = proofs;
    }

    @GET
    @Path("proof")
    @Produces(MediaType.TEXT_PLAIN)
    @RolesAllowed({
        Role.Name.RETAILER,
        Role.Name.CUSTOMER_MANAGER,
        Role.Name.MARKET_MANAGER,
        Role.Name.ORDER_DESK,
        Role.Name.PLANNER,
        Role.Name.AUDITOR
    })
    @Operation(summary = "What proves a retailer's grants, for plimsoll verify-proof")
    public String proof(
            @RestPath String cycle,
            @RestPath String licence,
            @Parameter(description = "position of a head that it is to reach", example = "27") @RestQuery @Min(1)
                    Long position) {
        return proofs.find(cycle, licence, position)
                .orElseThrow(Refused::notFound)
                .text();
    }
}
