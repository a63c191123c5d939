package io.plimsoll.service.health;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;

/**
 * Lets nobody read the metrics who does not show the token for them: they tell how many people order, and when. Without a
 * configured token there is nothing to read. It stands on the one port there is, so a service needs no second one.
 */
@ApplicationScoped
class MetricsGate {

    private static final int BEFORE_ROUTES = 9_000;
    private static final String BEARER = "Bearer ";

    private final Optional<byte[]> token;

    MetricsGate(MetricsSettings settings) {
        this.token = settings.token().map(MetricsGate::bytes);
    }

    void stand(@Observes Filters filters) {
        filters.register(this::check, BEFORE_ROUTES);
    }

    private void check(RoutingContext event) {
        if (!event.normalizedPath().startsWith("/metrics")) {
            event.next();
        } else if (token.isEmpty()) {
            event.response().setStatusCode(404).end();
        } else if (isShown(event.request().getHeader("Authorization"))) {
            event.next();
        } else {
            event.response()
                    .setStatusCode(401)
                    .putHeader("WWW-Authenticate", "Bearer")
                    .end();
        }
    }

    /** In the same time, however much of it is right. */
    private boolean isShown(String authorization) {
        return authorization != null
                && authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())
                && MessageDigest.isEqual(token.orElseThrow(), bytes(authorization.substring(BEARER.length())));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
