package io.plimsoll.service.people;

import io.plimsoll.message.Message;
import io.plimsoll.service.web.Asking;
import io.plimsoll.service.web.Refused;
import io.plimsoll.service.web.SeeOther;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.RestQuery;

/** One's own password. */
@Path("/password")
@Produces(MediaType.TEXT_HTML)
public class PasswordPage {

    private final PasswordChange change;
    private final TemporaryPasswords temporary;
    private final Asking asking;
    private final RoutingContext request;

    PasswordPage(PasswordChange change, TemporaryPasswords temporary, Asking asking, RoutingContext request) {
        this.change = change;
        this.temporary = temporary;
        this.asking = asking;
        this.request = request;
    }

    @CheckedTemplate(basePath = "people")
    static class Templates {
        static native TemplateInstance password(
                boolean hasPassword, boolean isTemporary, boolean isDone, Refused refused);
    }

    @GET
    @Path("/")
    @Authenticated
    public TemplateInstance form(@RestQuery boolean done) {
        return page(done, null);
    }

    private TemplateInstance page(boolean isDone, Refused refused) {
        return Templates.password(change.hasPassword(asking.known()), temporary.isHeld(), isDone, refused);
    }

    @POST
    @Path("/")
    @Authenticated
    public Response change(
            @FormParam("old") String old, @FormParam("chosen") String chosen, @FormParam("again") String again) {
        try {
            String typed = chosen == null ? "" : chosen;
            if (!typed.equals(again)) {
                throw Refused.field("again", Message.of("PASSWORD_NOT_AGAIN"));
            }
            String secret = change.change(
                    asking.known(),
                    old == null ? "" : old,
                    typed,
                    request.request().remoteAddress().hostAddress());
            SessionCookie.give(request, secret);
            return SeeOther.to("/password", "done", "true");
        } catch (Refused refused) {
            return Response.status(refused.problem().status())
                    .entity(page(false, refused))
                    .build();
        }
    }
}
