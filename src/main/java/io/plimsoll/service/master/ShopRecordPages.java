package io.plimsoll.service.master;

import io.plimsoll.service.right.Role;
import io.plimsoll.service.web.Filled;
import io.plimsoll.service.web.Once;
import io.plimsoll.service.web.Page;
import io.plimsoll.service.web.Refused;
import io.plimsoll.service.web.SeeOther;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import java.util.function.Supplier;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** The forms by which people put something on record about a shop. */
@Path("/")
@Produces(MediaType.TEXT_HTML)
public class ShopRecordPages {

    private final RetailerRegister register;
    private final ShopRecords records;
    private final Receivers receivers;
    private final Once once;
    private final Page page;

    ShopRecordPages(RetailerRegister register, ShopRecords records, Receivers receivers, Once once, Page page) {
        this.register = register;
        this.records = records;
        this.receivers = receivers;
        this.once = once;
        this.page = page;
    }

    @CheckedTemplate(basePath = "master")
    static class Templates {
        static native TemplateInstance shopRecord(RegisteredRetailer retailer, String kind, Filled form);
    }

    @GET
    @Path("retailers/{licence}/new-receiver")
    @RolesAllowed({Role.Name.RETAILER, Role.Name.ORDER_DESK})
    public TemplateInstance newReceiver(@RestPath String licence) {
        return empty(licence, "receiver");
    }

    @POST
    @Path("retailers/{licence}/new-receiver")
    @RolesAllowed({Role.Name.RETAILER, Role.Name.ORDER_DESK})
    public Response addReceiver(@RestPath String licence, @BeanParam ShopRecordForm form) {
        return add(licence, "receiver", form, () -> receivers.register(licence, form.receiver()));
    }

    @GET
    @Path("retailers/{licence}/new-complaint")
    @RolesAllowed(Role.Name.RETAILER)
    public TemplateInstance newComplaint(@RestPath String licence, @RestQuery String cycle) {
        return Templates.shopRecord(register.read(licence), "complaint", Filled.with(Filled.fields("cycle", cycle)));
    }

    @POST
    @Path("retailers/{licence}/new-complaint")
    @RolesAllowed(Role.Name.RETAILER)
    public Response addComplaint(@RestPath String licence, @BeanParam ShopRecordForm form) {
        return add(licence, "complaint", form, () -> records.complain(licence, form.complaint()));
    }

    @GET
    @Path("retailers/{licence}/new-visit")
    @RolesAllowed(Role.Name.CUSTOMER_MANAGER)
    public TemplateInstance newVisit(@RestPath String licence) {
        return empty(licence, "visit");
    }

    @POST
    @Path("retailers/{licence}/new-visit")
    @RolesAllowed(Role.Name.CUSTOMER_MANAGER)
    public Response addVisit(@RestPath String licence, @BeanParam ShopRecordForm form) {
        return add(licence, "visit", form, () -> records.visit(licence, form.visit(page.zone())));
    }

    @GET
    @Path("retailers/{licence}/new-stock-check")
    @RolesAllowed({Role.Name.MARKET_MANAGER, Role.Name.PLANNER})
    public TemplateInstance newStockCheck(@RestPath String licence) {
        return empty(licence, "stock-check");
    }

    @POST
    @Path("retailers/{licence}/new-stock-check")
    @RolesAllowed({Role.Name.MARKET_MANAGER, Role.Name.PLANNER})
    public Response addStockCheck(@RestPath String licence, @BeanParam ShopRecordForm form) {
        return add(licence, "stock-check", form, () -> records.stockCheck(licence, form.stockCheck(page.zone())));
    }

    @POST
    @Path("retailers/{licence}/receivers/{receiver}/end")
    @RolesAllowed({Role.Name.RETAILER, Role.Name.ORDER_DESK})
    public Response endReceiver(@RestPath String licence, @RestPath long receiver) {
        receivers.end(licence, receiver);
        return SeeOther.to(Addresses.retailer(licence));
    }

    private TemplateInstance empty(String licence, String kind) {
        return Templates.shopRecord(register.read(licence), kind, Filled.with(Map.of()));
    }

    private Response add(String licence, String kind, ShopRecordForm form, Supplier<ShopRecord> work) {
        RegisteredRetailer retailer = register.read(licence);
        try {
            return QuarkusTransaction.requiringNew()
                    .call(() -> once.create(form.once, form.fields(), () -> {
                        work.get();
                        return SeeOther.to(retailer.address());
                    }));
        } catch (Refused refused) {
            return Filled.again(
                    refused, () -> Templates.shopRecord(retailer, kind, Filled.refused(form.fields(), refused)));
        }
    }
}
