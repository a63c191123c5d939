package io.plimsoll.service.web;

import io.quarkus.arc.All;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** Where everybody begins, and the switch of the language. */
@Path("/")
@Produces(MediaType.TEXT_HTML)
public class HomePage {

    private static final Duration LANGUAGE_REMEMBERED = Duration.ofDays(365);

    private final RoutingContext request;
    private final Asking asking;
    private final List<HomePart> parts;

    HomePage(RoutingContext request, Asking asking, @All List<HomePart> parts) {
        this.request = request;
        this.asking = asking;
        this.parts =
                parts.stream().sorted(Comparator.comparingInt(HomePart::place)).toList();
    }

    @CheckedTemplate(basePath = "web")
    static class Templates {
        static native TemplateInstance home(List<String> parts);
    }

    @GET
    @Authenticated
    public TemplateInstance home() {
        return Templates.home(parts.stream()
                .flatMap(part -> part.of(asking.known()).stream())
                .map(TemplateInstance::render)
                .toList());
    }

    @GET
    @Path("language/{code}")
    @PermitAll
    public Response language(@RestPath String code, @RestQuery String back) {
        Languages.byCode(code)
                .ifPresent(language -> request.response()
                        .addCookie(Cookie.cookie(Languages.COOKIE, language.code())
                                .setPath("/")
                                .setMaxAge(LANGUAGE_REMEMBERED.toSeconds())
                                .setSecure(request.request().isSSL())
                                .setSameSite(CookieSameSite.LAX)));
        return SeeOther.to(Paths.local(back));
    }
}
