package io.plimsoll.service.master;

import io.plimsoll.service.right.Role;
import io.plimsoll.service.web.Checks;
import io.plimsoll.service.web.Once;
import io.plimsoll.service.web.PageOf;
import io.plimsoll.service.web.Paging;
import io.plimsoll.service.web.Versions;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

/** The territories, for programs. */
@Path("/api")
@Tag(name = "Territories")
@RolesAllowed({
    Role.Name.RETAILER,
    Role.Name.CUSTOMER_MANAGER,
    Role.Name.MARKET_MANAGER,
    Role.Name.ORDER_DESK,
    Role.Name.PLANNER,
    Role.Name.AUDITOR
})
public class TerritoryResource {

    private final Territories territories;
    private final Once once;

    TerritoryResource(Territories territories, Once once) {
        this.territories = territories;
        this.once = once;
    }

    /** A territory to add. */
    @Schema(examples = """
                {"code": "T9",
                 "name": "East town"}""")
    public record NewTerritory(
            @Schema(examples = "T9") String code,
            @Schema(examples = "East town") String name) {}

    /** Another name. */
    @Schema(examples = """
                {"name": "East town and harbour"}""")
    public record TerritoryEdit(
            @Schema(examples = "East town and harbour") String name) {}

    @GET
    @Path("territories")
    @Operation(summary = "The territories that one may see")
    public PageOf<Territory> list(@Valid @BeanParam Paging paging) {
        return territories.list(paging);
    }

    @GET
    @Path("territories/{territory}")
    @Operation(summary = "One territory")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = Territory.class)))
    public Response one(@RestPath String territory) {
        Territory found = territories.one(territory);
        return Versions.show(found, found.version()).build();
    }

    @POST
    @Path("territories")
    @RolesAllowed(Role.Name.PLANNER)
    @Transactional
    @Operation(summary = "Add a territory")
    @APIResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = Territory.class)))
    public Response add(NewTerritory body) {
        NewTerritory given = Checks.present(body);
        return once.create(given, () -> {
            Territory added = territories.create(given.code(), given.name());
            return Response.created(URI.create("/api" + added.address()))
                    .tag(Versions.tag(added.version()))
                    .entity(added)
                    .build();
        });
    }

    @PUT
    @Path("territories/{territory}")
    @RolesAllowed(Role.Name.PLANNER)
    @Operation(summary = "Give a territory another name")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = Territory.class)))
    public Response change(@RestPath String territory, TerritoryEdit body, @Context HttpHeaders headers) {
        Territory changed = territories.change(
                territory,
                version -> Versions.requireMatch(headers, version),
                Checks.present(body).name());
        return Versions.show(changed, changed.version()).build();
    }
}
