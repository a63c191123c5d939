package io.plimsoll.service.master;

import io.plimsoll.retailer.MarketType;
import io.plimsoll.retailer.RetailerStatus;
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
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

/** The register of retailers, for programs. */
@Path("/api")
@Tag(name = "Retailers")
@RolesAllowed({
    Role.Name.RETAILER,
    Role.Name.CUSTOMER_MANAGER,
    Role.Name.MARKET_MANAGER,
    Role.Name.ORDER_DESK,
    Role.Name.PLANNER,
    Role.Name.AUDITOR
})
public class RetailerResource {

    private final RetailerRegister register;
    private final Once once;

    RetailerResource(RetailerRegister register, Once once) {
        this.register = register;
        this.once = once;
    }

    /** A shop to add: its licence number, and the rest as in {@link RetailerEdit}. */
    @Schema(examples = """
                {"licence": "R90017",
                 "name": "Corner shop 17",
                 "manager": "M03",
                 "territory": "T2",
                 "marketType": "URBAN",
                 "status": "ACTIVE",
                 "orderInterval": 1,
                 "keyAccount": false,
                 "phone": "13800000017",
                 "account": "6200 0000 0017",
                 "licensedSince": "2026-03-01"}""")
    public record NewRetailer(
            @Schema(examples = "R90017") String licence,
            @Schema(examples = "Corner shop 17") String name,
            @Schema(examples = "M03") String manager,

            @Schema(description = "code of a territory; null for none")
            String territory,

            MarketType marketType,
            RetailerStatus status,
            @Schema(examples = "1") Integer orderInterval,
            Boolean keyAccount,
            @Schema(examples = "13800000017") String phone,
            @Schema(examples = "6200 0000 0017") String account,
            @Schema(examples = "2026-03-01") LocalDate licensedSince) {

        RetailerEdit rest() {
            return new RetailerEdit(
                    name,
                    manager,
                    territory,
                    marketType,
                    status,
                    orderInterval,
                    keyAccount,
                    phone,
                    account,
                    licensedSince,
                    null);
        }
    }

    @GET
    @Path("retailers")
    @Operation(summary = "The retailers that one may see")
    public PageOf<RegisteredRetailer> list(@BeanParam RetailerFilter filter, @Valid @BeanParam Paging paging) {
        return register.list(filter, paging);
    }

    @GET
    @Path("retailers/{licence}")
    @Operation(summary = "One retailer")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = RegisteredRetailer.class)))
    public Response one(@RestPath String licence) {
        RegisteredRetailer retailer = register.read(licence);
        return Versions.show(retailer, retailer.version()).build();
    }

    @POST
    @Path("retailers")
    @RolesAllowed(Role.Name.PLANNER)
    @Transactional
    @Operation(summary = "Add a retailer")
    @APIResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = RegisteredRetailer.class)))
    public Response add(NewRetailer body) {
        NewRetailer given = Checks.present(body);
        return once.create(given, () -> {
            RegisteredRetailer added = register.create(given.licence(), given.rest());
            return Response.created(URI.create("/api" + added.address()))
                    .tag(Versions.tag(added.version()))
                    .entity(added)
                    .build();
        });
    }

    @PUT
    @Path("retailers/{licence}")
    @RolesAllowed(Role.Name.PLANNER)
    @Operation(summary = "Change a retailer")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = RegisteredRetailer.class)))
    public Response change(@RestPath String licence, RetailerEdit body, @Context HttpHeaders headers) {
        RegisteredRetailer changed =
                register.change(licence, version -> Versions.requireMatch(headers, version), Checks.present(body));
        return Versions.show(changed, changed.version()).build();
    }
}
