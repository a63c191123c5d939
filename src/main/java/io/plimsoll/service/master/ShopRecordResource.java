package io.plimsoll.service.master;

import io.plimsoll.service.master.ShopRecord.Complaint;
import io.plimsoll.service.master.ShopRecord.NewComplaint;
import io.plimsoll.service.master.ShopRecord.NewReceiver;
import io.plimsoll.service.master.ShopRecord.NewStockCheck;
import io.plimsoll.service.master.ShopRecord.NewVisit;
import io.plimsoll.service.master.ShopRecord.Receiver;
import io.plimsoll.service.master.ShopRecord.StockCheck;
import io.plimsoll.service.master.ShopRecord.Visit;
import io.plimsoll.service.right.Role;
import io.plimsoll.service.web.Checks;
import io.plimsoll.service.web.Once;
import io.plimsoll.service.web.PageOf;
import io.plimsoll.service.web.Paging;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
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

/** What is on record about a retailer, for programs. */
@Path("/api")
@Tag(name = "Records of retailers")
@RolesAllowed({
    Role.Name.RETAILER,
    Role.Name.CUSTOMER_MANAGER,
    Role.Name.MARKET_MANAGER,
    Role.Name.ORDER_DESK,
    Role.Name.PLANNER,
    Role.Name.AUDITOR
})
public class ShopRecordResource {

    private final ShopRecords records;
    private final Receivers receivers;
    private final Once once;

    ShopRecordResource(ShopRecords records, Receivers receivers, Once once) {
        this.records = records;
        this.receivers = receivers;
        this.once = once;
    }

    @GET
    @Path("retailers/{licence}/receivers")
    @Operation(summary = "Who may receive goods for a retailer")
    public PageOf<Receiver> receivers(@RestPath String licence, @Valid @BeanParam Paging paging) {
        return receivers.list(licence, paging);
    }

    @POST
    @Path("retailers/{licence}/receivers")
    @RolesAllowed({Role.Name.RETAILER, Role.Name.ORDER_DESK})
    @Transactional
    @Operation(summary = "Register who may receive goods for a retailer")
    @APIResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = Receiver.class)))
    public Response addReceiver(@RestPath String licence, NewReceiver body) {
        NewReceiver given = Checks.present(body);
        return once.create(given, () -> made(licence, "receivers", receivers.register(licence, given)));
    }

    @GET
    @Path("retailers/{licence}/complaints")
    @Operation(summary = "What a retailer complained of")
    public PageOf<Complaint> complaints(@RestPath String licence, @Valid @BeanParam Paging paging) {
        return records.complaints(licence, paging);
    }

    @POST
    @Path("retailers/{licence}/complaints")
    @RolesAllowed(Role.Name.RETAILER)
    @Transactional
    @Operation(summary = "Complain")
    @APIResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = Complaint.class)))
    public Response addComplaint(@RestPath String licence, NewComplaint body) {
        NewComplaint given = Checks.present(body);
        return once.create(given, () -> made(licence, "complaints", records.complain(licence, given)));
    }

    @GET
    @Path("retailers/{licence}/visits")
    @Operation(summary = "Visits at a retailer")
    public PageOf<Visit> visits(@RestPath String licence, @Valid @BeanParam Paging paging) {
        return records.visits(licence, paging);
    }

    @POST
    @Path("retailers/{licence}/visits")
    @RolesAllowed(Role.Name.CUSTOMER_MANAGER)
    @Transactional
    @Operation(summary = "Record a visit")
    @APIResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = Visit.class)))
    public Response addVisit(@RestPath String licence, NewVisit body) {
        NewVisit given = Checks.present(body);
        return once.create(given, () -> made(licence, "visits", records.visit(licence, given)));
    }

    @GET
    @Path("retailers/{licence}/stock-checks")
    @Operation(summary = "Stock checks at a retailer")
    public PageOf<StockCheck> stockChecks(@RestPath String licence, @Valid @BeanParam Paging paging) {
        return records.stockChecks(licence, paging);
    }

    @POST
    @Path("retailers/{licence}/stock-checks")
    @RolesAllowed({Role.Name.MARKET_MANAGER, Role.Name.PLANNER})
    @Transactional
    @Operation(summary = "Record what an inspector found")
    @APIResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = StockCheck.class)))
    public Response addStockCheck(@RestPath String licence, NewStockCheck body) {
        NewStockCheck given = Checks.present(body);
        return once.create(given, () -> made(licence, "stock-checks", records.stockCheck(licence, given)));
    }

    @DELETE
    @Path("retailers/{licence}/receivers/{receiver}")
    @RolesAllowed({Role.Name.RETAILER, Role.Name.ORDER_DESK})
    @Operation(summary = "Let somebody receive nothing more for a retailer; he stays on record")
    public void endReceiver(@RestPath String licence, @RestPath long receiver) {
        receivers.end(licence, receiver);
    }

    private static Response made(String licence, String list, ShopRecord record) {
        return Response.created(URI.create("/api" + Addresses.retailer(licence) + "/" + list))
                .entity(record)
                .build();
    }
}
