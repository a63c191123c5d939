package io.plimsoll.service.orders;

import io.plimsoll.service.cycles.CycleView;
import io.plimsoll.service.cycles.Cycles;
import io.plimsoll.service.master.ShopScope;
import io.plimsoll.service.right.Role;
import io.plimsoll.service.right.Viewer;
import io.plimsoll.service.web.Asking;
import io.plimsoll.service.web.Checks;
import io.plimsoll.service.web.Once;
import io.plimsoll.service.web.Refused;
import io.plimsoll.service.web.Versions;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

/** Retailers' own orders, for programs. */
@Path("/api/cycles/{cycle}")
@Tag(name = "Orders")
public class OrderResource {

    private final OrderTaking taking;
    private final OrderReading orders;
    private final Receipts receipts;
    private final Allowances allowances;
    private final Cycles cycles;
    private final ShopScope scope;
    private final Asking asking;
    private final Once once;

    OrderResource(
            OrderTaking taking,
            OrderReading orders,
            Receipts receipts,
            Allowances allowances,
            Cycles cycles,
            ShopScope scope,
            Asking asking,
            Once once) {
        this.taking = taking;
        this.orders = orders;
        this.receipts = receipts;
        this.allowances = allowances;
        this.cycles = cycles;
        this.scope = scope;
        this.asking = asking;
        this.once = once;
    }

    @POST
    @Path("orders")
    @RolesAllowed(Role.Name.RETAILER)
    @Transactional
    @Operation(
            summary = "Submit what your shop asks for",
            description = "Stored as it is asked for: more than a ceiling is allowed, and no quantity is too small.")
    @APIResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = Receipt.class)))
    public Response submit(@RestPath String cycle, OrderDraft body) {
        OrderDraft draft = Checks.present(body);
        return once.createSingle(draft, () -> {
            Viewer retailer = asking.known();
            String licence = orders.ownShop(retailer);
            Receipt receipt = taking.submit(retailer, cycle, licence, draft, OrderTaking::none);
            return Response.created(address(cycle, licence))
                    .tag(Versions.tag(receipt.version()))
                    .entity(receipt)
                    .build();
        });
    }

    @PUT
    @Path("orders/{licence}")
    @RolesAllowed(Role.Name.RETAILER)
    @Transactional
    @Operation(summary = "Change what your shop asks for, until the window closes; needs If-Match")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = Receipt.class)))
    public Response change(
            @RestPath String cycle, @RestPath String licence, OrderDraft body, @Context HttpHeaders headers) {
        OrderDraft draft = Checks.present(body);
        scope.require(licence);
        Receipt receipt = taking.submit(
                asking.known(),
                cycle,
                licence,
                draft,
                present -> Versions.requireMatch(
                        headers, present.orElseThrow(Refused::notFound).version()));
        return Versions.show(receipt, receipt.version()).build();
    }

    @GET
    @Path("orders/{licence}")
    @RolesAllowed({
        Role.Name.RETAILER,
        Role.Name.CUSTOMER_MANAGER,
        Role.Name.MARKET_MANAGER,
        Role.Name.ORDER_DESK,
        Role.Name.PLANNER,
        Role.Name.AUDITOR
    })
    @Operation(summary = "An order, with its ETag")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = OrderView.class)))
    public Response find(@RestPath String cycle, @RestPath String licence) {
        scope.require(licence);
        cycles.find(asking.known(), cycle);
        OrderView order = orders.find(cycle, licence).orElseThrow(Refused::notFound);
        return Versions.show(order, order.version()).build();
    }

    @GET
    @Path("orders/{licence}/receipts")
    @RolesAllowed({
        Role.Name.RETAILER,
        Role.Name.CUSTOMER_MANAGER,
        Role.Name.MARKET_MANAGER,
        Role.Name.ORDER_DESK,
        Role.Name.PLANNER,
        Role.Name.AUDITOR
    })
    @Operation(summary = "Every version of an order, the latest first")
    public List<Receipt> receipts(@RestPath String cycle, @RestPath String licence) {
        scope.require(licence);
        cycles.find(asking.known(), cycle);
        return receipts.of(cycle, licence);
    }

    @GET
    @Path("allowance")
    @RolesAllowed(Role.Name.RETAILER)
    @Operation(summary = "How far your shop may go in a cycle, and which rule and policy say so")
    public Allowance allowance(@RestPath String cycle) {
        Viewer retailer = asking.known();
        CycleView found = cycles.find(retailer, cycle);
        return allowances.of(found, orders.ownShop(retailer)).orElseThrow(Refused::notFound);
    }

    private static URI address(String cycle, String licence) {
        return URI.create("/api" + CycleView.address(cycle) + "/orders/"
                + URLEncoder.encode(licence, StandardCharsets.UTF_8).replace("+", "%20"));
    }
}
