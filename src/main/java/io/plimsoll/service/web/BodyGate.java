package io.plimsoll.service.web;

import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.VertxHttpRecorder;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import java.util.Optional;

/**
 * Stands before everything that reads a body, since forms are written to the disk before anybody asks whose they are: a
 * body that is larger than its address takes is refused unread, and so is a large one of somebody who may not send it.
 */
@ApplicationScoped
class BodyGate {

    /** More than any form of ours holds; so much is read of anybody. */
    private static final long ORDINARY_BYTES = 1 << 20;

    private static final long MEBI = 1 << 20;

    /** Behind whatever finds out who asks. */
    private static final int BEHIND_AUTHENTICATION = 150;

    /** Behind whatever sets the limit of all bodies. */
    private static final int BEHIND_LIMIT_OF_ALL = 1;

    /** A client that is told to stop may send so much more before the line is cut. */
    private static final long MOST_DRAINED = 2L << 30;

    private static final String LIMIT = "plimsoll.body-limit";

    private final Instance<LargeBody> large;
    private final IdentityProviderManager identities;

    BodyGate(Instance<LargeBody> large, IdentityProviderManager identities) {
        this.large = large;
        this.identities = identities;
    }

    void stand(@Observes Filters filters) {
        filters.register(this::check, BEHIND_AUTHENTICATION);
        filters.register(BodyGate::limitUnknownLength, BEHIND_LIMIT_OF_ALL);
    }

    private void check(RoutingContext event) {
        HttpServerRequest asked = event.request();
        boolean isChunked = asked.headers().contains(HttpHeaders.TRANSFER_ENCODING);
        long length = isChunked ? ORDINARY_BYTES + 1 : declared(asked);
        if (length == 0) {
            event.next();
            return;
        }
        Optional<LargeBody> takes = large.stream()
                .filter(each -> each.isAt(event.normalizedPath()) && asked.method() == HttpMethod.POST)
                .findFirst();
        long limit = takes.map(LargeBody::bytes).orElse(ORDINARY_BYTES);
        event.put(LIMIT, limit);
        if (!isChunked && length > limit) {
            refuse(event, prefix(event) + "/refused-body/too-large/" + limit / MEBI);
        } else if (length > ORDINARY_BYTES) {
            QuarkusHttpUser.getSecurityIdentity(event, identities)
                    .subscribe()
                    .with(identity -> admit(event, identity, takes), failed -> admit(event, null, takes));
        } else {
            event.next();
        }
    }

    /** Lets a large body pass of somebody who may send it; others are told by pages that read no body. */
    private static void admit(RoutingContext event, SecurityIdentity identity, Optional<LargeBody> takes) {
        boolean isKnown = identity != null && !identity.isAnonymous();
        boolean mayPass = takes.map(
                        each -> isKnown && each.roles().stream().anyMatch(role -> identity.hasRole(role.name())))
                .orElse(isKnown);
        if (mayPass) {
            event.next();
        } else {
            refuse(event, prefix(event) + "/refused-body/not-yours");
        }
    }

    private static long declared(HttpServerRequest asked) {
        String length = asked.getHeader(HttpHeaders.CONTENT_LENGTH);
        try {
            return length == null ? 0 : Long.parseLong(length);
        } catch (NumberFormatException isNone) {
            return Long.MAX_VALUE;
        }
    }

    private static String prefix(RoutingContext event) {
        return Paths.isApi(event) ? "/api" : "";
    }

    /** What is still sent is thrown away, so that the sender lives to read the answer. */
    private static void refuse(RoutingContext event, String answer) {
        long[] drained = {0};
        HttpServerRequest asked = event.request();
        asked.handler(bytes -> {
            drained[0] += bytes.length();
            if (drained[0] > MOST_DRAINED) {
                asked.connection().close();
            }
        });
        asked.resume();
        // Whoever looks at the request from here on finds none that has a body; forms are read of any method otherwise.
        asked.headers()
                .remove(HttpHeaders.CONTENT_LENGTH)
                .remove(HttpHeaders.TRANSFER_ENCODING)
                .remove(HttpHeaders.CONTENT_TYPE);
        event.reroute(HttpMethod.GET, answer);
    }

    private static void limitUnknownLength(RoutingContext event) {
        if (event.get(LIMIT) != null && event.request().headers().contains(HttpHeaders.TRANSFER_ENCODING)) {
            event.put(VertxHttpRecorder.MAX_REQUEST_SIZE_KEY, event.get(LIMIT));
        }
        event.next();
    }
}
