package io.plimsoll.service.assisted;

import io.plimsoll.service.assisted.AssistedOrders.Filter;
import io.plimsoll.service.assisted.Bodies.Collection;
import io.plimsoll.service.right.Role;
import io.plimsoll.service.web.Asking;
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
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** The assisted orders of a cycle, for programs: who missed an order, what was collected, and the first step. */
@Path("/api/cycles/{cycle}/assisted-orders")
@Tag(name = "Assisted orders")
public class CollectingResource {

    private final AssistedOrders orders;
    private final AssistedSteps steps;
    private final Asking asking;
    private final Once once;

    CollectingResource(AssistedOrders orders, AssistedSteps steps, Asking asking, Once once) {
        this.orders = orders;
        this.steps = steps;
        this.asking = asking;
        this.once = once;
    }

    @GET
    @Path("missed")
    @RolesAllowed({
        Role.Name.CUSTOMER_MANAGER,
        Role.Name.MARKET_MANAGER,
        Role.Name.ORDER_DESK,
        Role.Name.PLANNER,
        Role.Name.AUDITOR
    })
    @Operation(summary = "Active shops without an order, while the second window is open")
    public PageOf<MissedShop> missed(
            @RestPath String cycle, @RestQuery String search, @Valid @BeanParam Paging paging) {
        return orders.missed(cycle, search, paging);
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
    @Operation(summary = "The assisted orders of a cycle, the earliest first")
    public PageOf<AssistedSummary> list(
            @RestPath String cycle,
            @RestQuery String state,
            @RestQuery String search,
            @Valid @BeanParam Paging paging) {
        return orders.list(cycle, new Filter(AssistedOrders.state(state), null, search), paging);
    }

    @POST
    @Path("")
    @RolesAllowed(Role.Name.CUSTOMER_MANAGER)
    @Transactional
    @Operation(
            summary = "Write down what a retailer asks for, on a visit in the second window",
            description =
                    "The lines are the retailer's own. Nobody changes them afterwards, and they are no demand until"
                            + " he has confirmed them, the market manager has signed and the order desk has entered them.")
    @APIResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = AssistedOrder.class)))
    public Response collect(@RestPath String cycle, Collection body) {
        Collection given = Checks.present(body);
        return once.create(given, () -> {
            AssistedOrder collected = steps.collect(asking.known(), cycle, given);
            return Response.created(URI.create("/api" + collected.address()))
                    .tag(Versions.tag(collected.version()))
                    .entity(collected)
                    .build();
        });
    }
}
