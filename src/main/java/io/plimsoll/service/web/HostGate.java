package io.plimsoll.service.web;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Refuses what does not say which host it is for, before anything fails over it: HTTP/1.0, and an empty {@code Host}. */
@ApplicationScoped
class HostGate {

    private static final int BEFORE_ALL = 10_000;

    void stand(@Observes Filters filters) {
        filters.register(HostGate::check, BEFORE_ALL);
    }

    private static void check(RoutingContext event) {
        var host = event.request().authority();
        if (host == null || host.host() == null || host.host().isBlank()) {
            event.response()
                    .setStatusCode(Problem.MALFORMED.status())
                    .putHeader("Content-Type", "text/plain; charset=UTF-8")
                    .end("A header \"Host\" is expected that names this service.\n");
        } else {
            event.next();
        }
    }
}
