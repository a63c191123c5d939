package io.plimsoll.service.people;

import io.plimsoll.service.web.Refused;
import io.plimsoll.service.web.SeeOther;
import io.quarkus.oidc.OidcSession;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.AuthenticationCompletionException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.inject.Instance;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.eclipse.microprofile.jwt.JsonWebToken;

/**
 * Where somebody leaves for the provider of single sign-on, and where he comes back with what it says of him. What the
 * provider's own session would be is forgotten at once: ours takes its place, with our rights, our end, our forms.
 */
@Path(SingleSignOnPage.PATH)
@PermitAll
@Produces(MediaType.TEXT_HTML)
public class SingleSignOnPage {

    static final String PATH = "/sign-in/single-sign-on";

    private final SingleSignOn singleSignOn;
    private final Recognition recognition;
    private final SecurityIdentity identity;
    private final Instance<OidcSession> session;
    private final RoutingContext request;

    SingleSignOnPage(
            SingleSignOn singleSignOn,
            Recognition recognition,
            SecurityIdentity identity,
            Instance<OidcSession> session,
            RoutingContext request) {
        this.singleSignOn = singleSignOn;
        this.recognition = recognition;
        this.identity = identity;
        this.session = session;
        this.request = request;
    }

    @CheckedTemplate(basePath = "people")
    static class Templates {
        static native TemplateInstance notAdmitted(boolean isUnknown);
    }

    @GET
    @Path("/")
    public Response goAndComeBack() {
        requireConfigured();
        try {
            if (identity.isAnonymous()) {
                return leave();
            }
        } catch (AuthenticationFailedException | AuthenticationCompletionException notBelieved) {
            return SeeOther.to(PATH + "/refused");
        }
        Optional<String> secret = singleSignOn.admit((JsonWebToken) identity.getPrincipal());
        session.get().logout().await().indefinitely();
        if (secret.isEmpty()) {
            return notAdmitted(true);
        }
        SessionCookie.give(request, secret.get());
        return SeeOther.to("/");
    }

    private Response leave() {
        ChallengeData away = recognition.getChallenge(request).await().indefinitely();
        return Response.status(away.status)
                .header(away.headerName.toString(), away.headerContent)
                .build();
    }

    /** Where the provider sends somebody back whom it has not let in. */
    @GET
    @Path("refused")
    public Response refused() {
        requireConfigured();
        return notAdmitted(false);
    }

    private static Response notAdmitted(boolean isUnknown) {
        return Response.status(Response.Status.FORBIDDEN)
                .entity(Templates.notAdmitted(isUnknown))
                .build();
    }

    private void requireConfigured() {
        if (!singleSignOn.isConfigured()) {
            throw Refused.notFound();
        }
    }
}
