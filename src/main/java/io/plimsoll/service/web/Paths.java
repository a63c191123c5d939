package io.plimsoll.service.web;

import io.vertx.ext.web.RoutingContext;
import java.util.regex.Pattern;

/** The two halves of the service: {@code /api} for programs, everything else for people. */
public final class Paths {

    /** What may stand in an address (RFC 3986), and nothing else. */
    private static final Pattern LOCAL = Pattern.compile("/(?:[A-Za-z0-9/?._~!$&'()*+,;=:@-]|%[0-9A-Fa-f]{2})*");

    private Paths() {}

    /** Whether a program asks. */
    public static boolean isApi(RoutingContext request) {
        String path = request.normalizedPath();
        return path.equals("/api") || path.startsWith("/api/");
    }

    /** An address within this service to go back to; another one becomes the home. */
    public static String local(String address) {
        return address != null
                        && !address.startsWith("//")
                        && LOCAL.matcher(address).matches()
                ? address
                : "/";
    }
}
