package io.plimsoll.service.web;

import io.quarkus.security.UnauthorizedException;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;

/** The same for programs. */
@Path("/api/refused-body")
@PermitAll
public class BodyRefusalsForPrograms {

    private final Asking asking;

    BodyRefusalsForPrograms(Asking asking) {
        this.asking = asking;
    }

    @GET
    @Path("too-large/{limit}")
    @Operation(hidden = true)
    public void tooLarge(@RestPath int limit) {
        throw BodyRefusals.tooLargeFor(limit);
    }

    @GET
    @Path("not-yours")
    @Operation(hidden = true)
    public void notYours() {
        throw asking.viewer().isEmpty() ? new UnauthorizedException() : Refused.forbidden();
    }
}
