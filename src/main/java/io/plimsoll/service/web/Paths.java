package io.plimsoll.service.web;

import io.vertx.ext.web.RoutingContext;

/** The two halves of the service: {@code /api} for programs, everything else for people. */
public final class Paths {

    private Paths() {}

    /** Whether a program asks. */
    public static boolean isApi(RoutingContext request) {
        String path = request.normalizedPath();
        return path.equals("/api") || path.startsWith("/api/");
    }

    /** An address within this service to go back to; another one becomes the home. */
    public static String local(String address) {
        boolean isLocal = address != null
                && address.startsWith("/")
                && !address.startsWith("//")
                && address.chars().allMatch(c -> c > ' ' && c < 127 && c != '\\');
        return isLocal ? address : "/";
    }
}
