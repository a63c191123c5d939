package io.plimsoll.service.web;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Passes over wishes for languages that nobody can read; whatever reads that header would refuse the whole request. */
@ApplicationScoped
class LanguageGate {

    private static final int BEFORE_ALL = 9_990;

    /** A language range and its weight (RFC 9110, 12.5.4). */
    private static final Pattern WISH = Pattern.compile(
            "(?:\\*|[A-Za-z]{1,8}(?:-[A-Za-z0-9]{1,8})*)(?:\\s*;\\s*[qQ]=(?:0(?:\\.[0-9]{0,3})?|1(?:\\.0{0,3})?))?");

    void stand(@Observes Filters filters) {
        filters.register(LanguageGate::check, BEFORE_ALL);
    }

    private static void check(RoutingContext event) {
        var headers = event.request().headers();
        if (headers.contains(HttpHeaders.ACCEPT_LANGUAGE)) {
            String readable = readable(String.join(",", headers.getAll(HttpHeaders.ACCEPT_LANGUAGE)));
            headers.remove(HttpHeaders.ACCEPT_LANGUAGE);
            if (!readable.isEmpty()) {
                headers.set(HttpHeaders.ACCEPT_LANGUAGE, readable);
            }
        }
        event.next();
    }

    private static String readable(String wishes) {
        return Arrays.stream(wishes.split(","))
                .map(String::strip)
                .filter(wish -> WISH.matcher(wish).matches())
                .collect(Collectors.joining(","));
    }
}
