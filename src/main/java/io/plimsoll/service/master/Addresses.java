package io.plimsoll.service.master;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Where the pages of this room are; keys may hold any character, so they are encoded. */
final class Addresses {

    private Addresses() {}

    static String retailer(String licence) {
        return "/retailers/" + encoded(licence);
    }

    static String sku(String sku) {
        return "/skus/" + encoded(sku);
    }

    static String territory(String code) {
        return "/territories/" + encoded(code);
    }

    static String encoded(String key) {
        return URLEncoder.encode(key, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
