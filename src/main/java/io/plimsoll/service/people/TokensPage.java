package io.plimsoll.service.people;

import io.plimsoll.service.web.Asking;
import io.plimsoll.service.web.Once;
import io.plimsoll.service.web.PageOf;
import io.plimsoll.service.web.Paging;
import io.plimsoll.service.web.Refused;
import io.plimsoll.service.web.SeeOther;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** One's own tokens for programs. */
@Path("/tokens")
@Produces(MediaType.TEXT_HTML)
public class TokensPage {

    /** For how many days a token can be had; 0: until it is revoked. */
    private static final List<Integer> DAYS = List.of(30, 90, 365, 0);

    private final Tokens tokens;
    private final Asking asking;
    private final Once once;

    TokensPage(Tokens tokens, Asking asking, Once once) {
        this.tokens = tokens;
        this.asking = asking;
        this.once = once;
    }

    /** What was typed to make one. */
    public record TokenForm(
            @FormParam("name") String name,
            @FormParam("days") String days,
            @FormParam("once") String once) {

        private Integer chosenDays() {
            if ("0".equals(days)) {
                return null;
            }
            try {
                return Integer.valueOf(days);
            } catch (NumberFormatException none) {
                return -1;
            }
        }
    }

    @CheckedTemplate(basePath = "people")
    static class Templates {
        static native TemplateInstance tokens(
                PageOf<TokenView> tokens, List<Integer> days, TokenForm form, Refused refused, String done);

        static native TemplateInstance newToken(String name, String token);
    }

    @GET
    @Path("/")
    @Authenticated
    public TemplateInstance list(@Valid @BeanParam Paging paging, @RestQuery String done) {
        return page(paging, new TokenForm("", "90", ""), null, done);
    }

    private TemplateInstance page(Paging paging, TokenForm form, Refused refused, String done) {
        return Templates.tokens(tokens.of(asking.known().personId(), paging), DAYS, form, refused, done);
    }

    /** Tells the token in the answer. What is kept for a form that is sent twice doesn't hold it; so the second is told nothing. */
    @POST
    @Path("/")
    @Authenticated
    public Response make(@BeanParam TokenForm form) {
        AtomicReference<String> made = new AtomicReference<>();
        try {
            Response answer = QuarkusTransaction.requiringNew()
                    .call(() -> once.create(form.once(), form, () -> {
                        made.set(tokens.make(asking.known(), form.name(), form.chosenDays()));
                        return SeeOther.to("/tokens", "done", "already");
                    }));
            return made.get() == null
                    ? answer
                    : Response.ok(Templates.newToken(form.name(), made.get()))
                            .header(HttpHeaders.CACHE_CONTROL, "no-store")
                            .build();
        } catch (Refused refused) {
            return Response.status(refused.problem().status())
                    .entity(page(new Paging(), form, refused, null))
                    .build();
        }
    }

    @POST
    @Path("{id}/revoke")
    @Authenticated
    public Response revoke(@RestPath long id) {
        tokens.revoke(asking.known(), id);
        return SeeOther.to("/tokens", "done", "revoked");
    }
}
