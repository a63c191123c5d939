package io.plimsoll.service.people;

import io.plimsoll.service.right.Viewer;
import io.plimsoll.service.web.Asking;
import io.plimsoll.service.web.Paths;
import io.quarkus.oidc.runtime.OidcAuthenticationMechanism;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import java.util.Optional;
import java.util.Set;

/**
 * Finds out who asks: on pages by the cookie of a sign-in, under {@code /api} by a bearer token. A cookie counts nothing
 * under {@code /api} and a token nothing elsewhere, so that no foreign page can use the one for the other. What a provider
 * of single sign-on says counts on one page only, which puts a sign-in of ours in its place. Being an alternative, it is
 * the only one that is asked.
 */
@Alternative
@Priority(1)
@ApplicationScoped
class Recognition implements HttpAuthenticationMechanism {

    private static final String BEARER = "Bearer ";

    private final Credentials credentials;
    private final Blocking blocking;
    private final OidcAuthenticationMechanism provider;

    Recognition(Credentials credentials, Blocking blocking, OidcAuthenticationMechanism provider) {
        this.credentials = credentials;
        this.blocking = blocking;
        this.provider = provider;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(RoutingContext request, IdentityProviderManager providers) {
        if (Paths.isApi(request)) {
            String header = request.request().getHeader("Authorization");
            if (header == null || !header.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
                return Uni.createFrom().nullItem();
            }
            String token = header.substring(BEARER.length()).trim();
            return blocking.find(() -> credentials.ofToken(token))
                    .map(found -> identity(found.orElseThrow(AuthenticationFailedException::new)));
        }
        if (isOfProvider(request)) {
            return provider.authenticate(request, providers);
        }
        Optional<String> secret = SessionCookie.in(request);
        if (secret.isEmpty()) {
            return Uni.createFrom().nullItem();
        }
        return blocking.find(() -> credentials.ofSession(secret.get()))
                .map(found -> found.map(Recognition::identity).orElse(null));
    }

    private static boolean isOfProvider(RoutingContext request) {
        return request.normalizedPath().equals(SingleSignOnPage.PATH);
    }

    private static SecurityIdentity identity(Credentials.Found found) {
        Viewer viewer = found.viewer();
        QuarkusSecurityIdentity.Builder identity = QuarkusSecurityIdentity.builder()
                .setPrincipal(new QuarkusPrincipal(viewer.name()))
                .addRoles(Set.of(viewer.role().name()))
                .addAttribute(Asking.VIEWER, viewer)
                .addAttribute(TemporaryPasswords.IS_HELD, found.passwordOnce());
        Optional.ofNullable(found.csrfToken()).ifPresent(token -> identity.addAttribute(Asking.CSRF_TOKEN, token));
        return identity.build();
    }

    @Override
    public Uni<ChallengeData> getChallenge(RoutingContext request) {
        if (isOfProvider(request)) {
            return provider.getChallenge(request);
        }
        return Uni.createFrom().item(new ChallengeData(401, "WWW-Authenticate", "Bearer"));
    }
}
