package io.plimsoll.service.web;

import io.plimsoll.message.Language;
import io.vertx.core.http.Cookie;
import io.vertx.ext.web.LanguageHeader;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.RequestScoped;
import java.util.Arrays;
import java.util.Optional;

/** In which language a request is answered: what was chosen by the switch, else what the browser wishes, else English. */
@RequestScoped
public class Languages {

    static final String COOKIE = "plimsoll_language";

    private final RoutingContext request;

    Languages(RoutingContext request) {
        this.request = request;
    }

    public Language ofRequest() {
        Cookie chosen = request.request().getCookie(COOKIE);
        return Optional.ofNullable(chosen)
                .flatMap(cookie -> byCode(cookie.getValue()))
                .orElseGet(this::wished);
    }

    private Language wished() {
        return request.acceptableLanguages().stream()
                .map(LanguageHeader::tag)
                .flatMap(tag -> byCode(tag).stream())
                .findFirst()
                .orElse(Language.EN);
    }

    static Optional<Language> byCode(String code) {
        return Arrays.stream(Language.values())
                .filter(language -> language.code().equalsIgnoreCase(code))
                .findFirst();
    }
}
