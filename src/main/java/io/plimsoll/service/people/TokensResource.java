package io.plimsoll.service.people;

import io.plimsoll.service.web.Asking;
import io.plimsoll.service.web.PageOf;
import io.plimsoll.service.web.Paging;
import io.quarkus.security.Authenticated;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

/** One's own tokens, for programs. None can be made here: whoever has found one must not make himself more. */
@Path("/api/tokens")
@Tag(name = "People")
@Produces(MediaType.APPLICATION_JSON)
public class TokensResource {

    private final Tokens tokens;
    private final Asking asking;

    TokensResource(Tokens tokens, Asking asking) {
        this.tokens = tokens;
        this.asking = asking;
    }

    @GET
    @Path("/")
    @Authenticated
    @Operation(
            summary = "One's own tokens, the newest first",
            description = "Tokens are made on the page /tokens only.")
    public PageOf<TokenView> list(@Valid @BeanParam Paging paging) {
        return tokens.of(asking.known().personId(), paging);
    }

    @DELETE
    @Path("{id}")
    @Authenticated
    @Operation(summary = "Revokes one of one's own tokens, be it the one that asks")
    public void revoke(@RestPath long id) {
        tokens.revoke(asking.known(), id);
    }
}
