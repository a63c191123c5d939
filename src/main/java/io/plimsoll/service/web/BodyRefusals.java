package io.plimsoll.service.web;

import io.plimsoll.message.Message;
import io.quarkus.security.UnauthorizedException;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

/** Says why {@link BodyGate} read nothing; asked for by itself it is nowhere. */
@Path("/")
@PermitAll
public class BodyRefusals {

    private static final long MEBI = 1 << 20;

    private final Asking asking;
    private final RoutingContext request;

    BodyRefusals(Asking asking, RoutingContext request) {
        this.asking = asking;
        this.request = request;
    }

    @GET
    @Path("body-too-large")
    public void tooLarge() {
        throw new Refused(Problem.TOO_LARGE, Message.of("BODY_TOO_LARGE", "limit", limit() / MEBI));
    }

    @GET
    @Path("api/body-too-large")
    public void tooLargeForPrograms() {
        tooLarge();
    }

    @GET
    @Path("body-refused")
    public Response refused() {
        limit();
        if (asking.viewer().isEmpty()) {
            return SeeOther.to("/sign-in");
        }
        throw Refused.forbidden();
    }

    @GET
    @Path("api/body-refused")
    public void refusedForPrograms() {
        limit();
        throw asking.viewer().isEmpty() ? new UnauthorizedException() : Refused.forbidden();
    }

    private long limit() {
        Long limit = request.get(BodyGate.LIMIT);
        if (limit == null) {
            throw Refused.notFound();
        }
        return limit;
    }
}
