package io.plimsoll.service.policies;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** How a file is called that somebody keeps. */
final class Downloads {

    private Downloads() {}

    /** The value of Content-Disposition for a name of any characters (RFC 6266). */
    static String named(String name) {
        String plain = name.replaceAll("[^A-Za-z0-9@._-]", "_");
        String encoded = URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
        return "attachment; filename=\"" + plain + "\"; filename*=UTF-8''" + encoded;
    }
}
