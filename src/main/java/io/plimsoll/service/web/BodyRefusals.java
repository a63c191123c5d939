package io.plimsoll.service.web;

import io.plimsoll.message.Message;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.RestPath;

/** Where {@link BodyGate} leads people whose form it did not read, so that they are told in words. */
@Path("/refused-body")
@PermitAll
public class BodyRefusals {

    private final Asking asking;

    BodyRefusals(Asking asking) {
        this.asking = asking;
    }

    @GET
    @Path("too-large/{limit}")
    public void tooLarge(@RestPath int limit) {
        throw tooLargeFor(limit);
    }

    static Refused tooLargeFor(int limit) {
        return new Refused(Problem.TOO_LARGE, Message.of("BODY_TOO_LARGE", "limit", limit));
    }

    @GET
    @Path("not-yours")
    public Response notYours() {
        if (asking.viewer().isEmpty()) {
            return SeeOther.to("/sign-in");
        }
        throw Refused.forbidden();
    }
}
