package io.plimsoll.service.assisted;

import io.plimsoll.service.assisted.Bodies.Confirmation;
import io.plimsoll.service.assisted.Bodies.Signature;
import io.plimsoll.service.right.Role;
import io.plimsoll.service.right.Viewer;
import io.plimsoll.service.web.Asking;
import io.plimsoll.service.web.Checks;
import io.plimsoll.service.web.Versions;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

/** The steps of an assisted order, for programs. */
@Path("/api/assisted-orders/{assisted}")
@Tag(name = "Assisted orders")
public class AssistedResource {

    private final AssistedOrders orders;
    private final AssistedSteps steps;
    private final Asking asking;

    AssistedResource(AssistedOrders orders, AssistedSteps steps, Asking asking) {
        this.orders = orders;
        this.steps = steps;
        this.asking = asking;
    }

    @GET
    @Path("")
    @RolesAllowed({
        Role.Name.RETAILER,
        Role.Name.CUSTOMER_MANAGER,
        Role.Name.MARKET_MANAGER,
        Role.Name.ORDER_DESK,
        Role.Name.PLANNER,
        Role.Name.AUDITOR
    })
    @Operation(summary = "An assisted order, with all that was done to it")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = AssistedOrder.class)))
    public Response find(@RestPath long assisted) {
        AssistedOrder found = orders.find(assisted);
        return Versions.show(found, found.version()).build();
    }

    @POST
    @Path("confirmation")
    @RolesAllowed({Role.Name.RETAILER, Role.Name.CUSTOMER_MANAGER})
    @Operation(
            summary = "The retailer's word: is this what he asks for?",
            description =
                    "The retailer himself sends confirms; the device of the customer manager who collected sends the"
                            + " code that the retailer types into it. Five wrong codes, and that code is worth nothing.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = AssistedOrder.class)))
    public Response confirm(@RestPath long assisted, Confirmation body) {
        Confirmation given = Checks.present(body);
        Viewer viewer = asking.known();
        AssistedOrder after = viewer.role() == Role.RETAILER
                ? steps.answer(viewer, assisted, given.confirms(), given.reason())
                : steps.confirmByCode(viewer, assisted, given.code());
        return Versions.show(after, after.version()).build();
    }

    @POST
    @Path("signature")
    @RolesAllowed(Role.Name.MARKET_MANAGER)
    @Operation(summary = "The market manager signs, or refuses with a reason")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = AssistedOrder.class)))
    public Response sign(@RestPath long assisted, Signature body) {
        Signature given = Checks.present(body);
        AssistedOrder after = steps.sign(asking.known(), assisted, given.signs(), given.reason());
        return Versions.show(after, after.version()).build();
    }

    @POST
    @Path("entry")
    @RolesAllowed(Role.Name.ORDER_DESK)
    @Operation(summary = "The order desk enters what was signed, from the next business day on")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = AssistedOrder.class)))
    public Response enter(@RestPath long assisted) {
        AssistedOrder after = steps.enter(asking.known(), assisted);
        return Versions.show(after, after.version()).build();
    }
}
