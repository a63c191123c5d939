package io.plimsoll.service.people;

import io.plimsoll.service.web.Paths;
import io.plimsoll.service.web.SeeOther;
import io.quarkus.security.identity.SecurityIdentity;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Leads whoever has come in with a password that another knows to the page where he chooses one of his own. */
@RequestScoped
class TemporaryPasswords {

    /** Attribute of an identity whose password was made by another. */
    static final String IS_HELD = "plimsoll.temporary-password";

    private final SecurityIdentity identity;
    private final RoutingContext request;

    TemporaryPasswords(SecurityIdentity identity, RoutingContext request) {
        this.identity = identity;
        this.request = request;
    }

    @ServerRequestFilter
    Response leadToPassword() {
        return Paths.isApi(request) || isAllowed(request.normalizedPath()) || !isHeld()
                ? null
                : SeeOther.to("/password");
    }

    private static boolean isAllowed(String path) {
        return path.equals("/password")
                || path.equals("/sign-out")
                || path.equals("/sign-in")
                || path.startsWith("/sign-in/")
                || path.startsWith("/language/");
    }

    /** Whether the one who asks has such a password. */
    boolean isHeld() {
        return !identity.isAnonymous() && Boolean.TRUE.equals(identity.getAttribute(IS_HELD));
    }
}
