package io.plimsoll.service.people;

import io.plimsoll.service.journal.Act;
import io.plimsoll.service.journal.Journal;
import io.plimsoll.service.journal.Subject;
import io.plimsoll.service.web.Asking;
import io.plimsoll.service.web.Page;
import io.plimsoll.service.web.Paths;
import io.plimsoll.service.web.SeeOther;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.PermitAll;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import org.jboss.resteasy.reactive.RestQuery;

/** The form to sign in, and the button to sign out. */
@Path("/")
@PermitAll
@Produces(MediaType.TEXT_HTML)
public class SignInPage {

    private final SignIn signIn;
    private final SingleSignOn singleSignOn;
    private final Credentials credentials;
    private final Journal journal;
    private final Asking asking;
    private final Page page;
    private final RoutingContext request;

    SignInPage(
            SignIn signIn,
            SingleSignOn singleSignOn,
            Credentials credentials,
            Journal journal,
            Asking asking,
            Page page,
            RoutingContext request) {
        this.signIn = signIn;
        this.singleSignOn = singleSignOn;
        this.credentials = credentials;
        this.journal = journal;
        this.asking = asking;
        this.page = page;
        this.request = request;
    }

    @CheckedTemplate(basePath = "people")
    static class Templates {
        static native TemplateInstance signIn(
                String next, String name, String error, boolean hasSingleSignOn, String provider);
    }

    @GET
    @Path("sign-in")
    public TemplateInstance form(@RestQuery String next) {
        return page(next, "", null);
    }

    private TemplateInstance page(String next, String name, String error) {
        return Templates.signIn(Paths.local(next), name, error, singleSignOn.isConfigured(), singleSignOn.provider());
    }

    @POST
    @Path("sign-in")
    public Response signIn(
            @FormParam("name") String name, @FormParam("password") String password, @FormParam("next") String next) {
        String typed = name == null ? "" : name.strip();
        SignIn.Outcome outcome = signIn.attempt(typed, password == null ? "" : password, address());
        if (outcome instanceof SignIn.Outcome.Done done) {
            SessionCookie.give(request, done.cookie());
            return done.mustChangePassword() ? SeeOther.to("/password") : SeeOther.to(Paths.local(next));
        }
        String reason = page.say(((SignIn.Outcome.Not) outcome).reason());
        return Response.status(401).entity(page(next, typed, reason)).build();
    }

    @POST
    @Path("sign-out")
    @Transactional
    public Response signOut() {
        asking.viewer().ifPresent(viewer -> {
            SessionCookie.in(request).ifPresent(credentials::end);
            journal.append(viewer, Act.SIGNED_OUT, Subject.person(viewer.personId()), Map.of());
        });
        SessionCookie.takeBack(request);
        return SeeOther.to("/sign-in");
    }

    private String address() {
        return request.request().remoteAddress() == null
                ? ""
                : request.request().remoteAddress().hostAddress();
    }
}
