package io.plimsoll.service.people;

import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;

/** The cookie by which a browser shows that somebody has signed in; no script can read it. */
final class SessionCookie {

    static final String NAME = "plimsoll_session";

    private SessionCookie() {}

    static Optional<String> in(RoutingContext request) {
        return Optional.ofNullable(request.request().getCookie(NAME)).map(Cookie::getValue);
    }

    static void give(RoutingContext request, String secret) {
        request.response().addCookie(cookie(request, secret));
    }

    static void takeBack(RoutingContext request) {
        request.response().addCookie(cookie(request, "").setMaxAge(0));
    }

    private static Cookie cookie(RoutingContext request, String value) {
        return Cookie.cookie(NAME, value)
                .setPath("/")
                .setHttpOnly(true)
                .setSecure(request.request().isSSL())
                .setSameSite(CookieSameSite.LAX);
    }
}
