package io.plimsoll.service.master;

import io.plimsoll.service.right.Role;
import io.plimsoll.service.web.Checks;
import io.plimsoll.service.web.Once;
import io.plimsoll.service.web.PageOf;
import io.plimsoll.service.web.Paging;
import io.plimsoll.service.web.Versions;
import io.plimsoll.sku.BrandTier;
import io.plimsoll.sku.SupplyStatus;
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
import java.math.BigDecimal;
import java.net.URI;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

/** The register of Skus, for programs. */
@Path("/api")
@Tag(name = "Skus")
@RolesAllowed({
    Role.Name.RETAILER,
    Role.Name.CUSTOMER_MANAGER,
    Role.Name.MARKET_MANAGER,
    Role.Name.ORDER_DESK,
    Role.Name.PLANNER,
    Role.Name.AUDITOR
})
public class SkuResource {

    private final SkuRegister register;
    private final Once once;

    SkuResource(SkuRegister register, Once once) {
        this.register = register;
        this.once = once;
    }

    /** A Sku to add: its key, and the rest as in {@link SkuEdit}. */
    @Schema(examples = """
                {"sku": "S901",
                 "name": "Harbour blue",
                 "brand": "Harbour",
                 "tier": "TIER_2",
                 "status": "SCARCE",
                 "price": 182.5,
                 "keyBrand": true,
                 "firstSold": "2026-09-01"}""")
    public record NewSku(
            @Schema(examples = "S901") String sku,
            @Schema(examples = "Harbour blue") String name,
            @Schema(examples = "Harbour") String brand,
            BrandTier tier,
            SupplyStatus status,

            @Schema(description = "of a carton", examples = "182.5")
            BigDecimal price,

            Boolean keyBrand,
            @Schema(examples = "2026-09-01") LocalDate firstSold) {

        SkuEdit rest() {
            return new SkuEdit(name, brand, tier, status, price, keyBrand, firstSold);
        }
    }

    @GET
    @Path("skus")
    @Operation(summary = "The Skus")
    public PageOf<RegisteredSku> list(@BeanParam SkuFilter filter, @Valid @BeanParam Paging paging) {
        return register.list(filter, paging);
    }

    @GET
    @Path("skus/{sku}")
    @Operation(summary = "One Sku")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = RegisteredSku.class)))
    public Response one(@RestPath String sku) {
        RegisteredSku found = register.one(sku);
        return Versions.show(found, found.version()).build();
    }

    @POST
    @Path("skus")
    @RolesAllowed(Role.Name.PLANNER)
    @Transactional
    @Operation(summary = "Add a Sku")
    @APIResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = RegisteredSku.class)))
    public Response add(NewSku body) {
        NewSku given = Checks.present(body);
        return once.create(given, () -> {
            RegisteredSku added = register.create(given.sku(), given.rest());
            return Response.created(URI.create("/api" + added.address()))
                    .tag(Versions.tag(added.version()))
                    .entity(added)
                    .build();
        });
    }

    @PUT
    @Path("skus/{sku}")
    @RolesAllowed(Role.Name.PLANNER)
    @Operation(summary = "Change a Sku")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = RegisteredSku.class)))
    public Response change(@RestPath String sku, SkuEdit body, @Context HttpHeaders headers) {
        RegisteredSku changed =
                register.change(sku, version -> Versions.requireMatch(headers, version), Checks.present(body));
        return Versions.show(changed, changed.version()).build();
    }
}
