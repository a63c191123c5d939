package io.plimsoll.service.web;

import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.RequestScoped;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;

/**
 * Tells the forms that we made from those that another site made (CSRF): each carries a token that only our pages can
 * know. Of somebody who is signed in it belongs to the sign-in; before that to a cookie.
 */
@RequestScoped
public class Forms {

    static final String COOKIE = "plimsoll_form";

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int RANDOM_BYTES = 32;

    private final Asking asking;
    private final RoutingContext request;
    private String made;

    Forms(Asking asking, RoutingContext request) {
        this.asking = asking;
        this.request = request;
    }

    /** 256 bits of chance as 43 characters that fit an address. */
    public static String random() {
        byte[] bytes = new byte[RANDOM_BYTES];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** The token that forms of this page carry. */
    String token() {
        return asking.csrfToken().orElseGet(this::ofCookie);
    }

    private String ofCookie() {
        Cookie cookie = request.request().getCookie(COOKIE);
        if (cookie != null) {
            return cookie.getValue();
        }
        if (made == null) {
            made = random();
            request.response()
                    .addCookie(Cookie.cookie(COOKIE, made)
                            .setPath("/")
                            .setHttpOnly(true)
                            .setSecure(request.request().isSSL())
                            .setSameSite(CookieSameSite.STRICT));
        }
        return made;
    }

    /** Whether a form that came in is one that we made for the one who sends it. */
    boolean isOurs(String token) {
        Cookie cookie = request.request().getCookie(COOKIE);
        String expected = asking.csrfToken().orElse(cookie == null ? null : cookie.getValue());
        return expected != null && token != null && isSame(expected, token);
    }

    private static boolean isSame(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }
}
