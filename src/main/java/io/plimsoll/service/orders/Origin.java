package io.plimsoll.service.orders;

import io.plimsoll.service.web.Forms;
import io.plimsoll.text.Sha256;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.RequestScoped;
import java.time.Duration;

/**
 * Where an order comes from (R15): it shows afterwards whether one hand ordered for many shops. None of it decides
 * anything, and nobody needs to tell it.
 */
@RequestScoped
class Origin {

    private static final String DEVICE = "plimsoll_device";
    private static final Duration KEPT = Duration.ofDays(400);
    private static final int LONGEST = 120;
    private static final int OF_A_DIGEST = 16;

    private final RoutingContext request;

    Origin(RoutingContext request) {
        this.request = request;
    }

    /** What the browser was once called by us; of a program, what it calls itself. */
    String device() {
        Cookie known = request.request().getCookie(DEVICE);
        String called = known == null ? request.request().getHeader("User-Agent") : known.getValue();
        return called == null ? null : called.substring(0, Math.min(LONGEST, called.length()));
    }

    /** Gives a browser a name to be known by, unless it has one. */
    void nameDevice() {
        if (request.request().getCookie(DEVICE) == null) {
            request.response()
                    .addCookie(Cookie.cookie(DEVICE, Forms.random())
                            .setPath("/")
                            .setHttpOnly(true)
                            .setSecure(request.request().isSSL())
                            .setSameSite(CookieSameSite.LAX)
                            .setMaxAge(KEPT.toSeconds()));
        }
    }

    /** Tells one sign-in or token from another, and nothing else of it. */
    String session() {
        String secret = request.request().getHeader("Authorization");
        if (secret == null) {
            Cookie cookie = request.request().getCookie("plimsoll_session");
            secret = cookie == null ? null : cookie.getValue();
        }
        return secret == null ? null : Sha256.of(secret).substring(0, OF_A_DIGEST);
    }

    String address() {
        return request.request().remoteAddress().hostAddress();
    }
}
