package io.plimsoll.service.master;

import io.plimsoll.service.right.Role;
import io.plimsoll.service.right.Scope;
import io.plimsoll.service.web.Asking;
import io.plimsoll.service.web.Filled;
import io.plimsoll.service.web.Once;
import io.plimsoll.service.web.PageOf;
import io.plimsoll.service.web.Paging;
import io.plimsoll.service.web.Refused;
import io.plimsoll.service.web.SeeOther;
import io.plimsoll.service.web.Versions;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import org.jboss.resteasy.reactive.RestPath;

/** The list of retailers, and the forms to add and change one. */
@Path("/")
@Produces(MediaType.TEXT_HTML)
public class RetailerPages {

    private final RetailerRegister register;
    private final Territories territories;
    private final Asking asking;
    private final Once once;

    RetailerPages(RetailerRegister register, Territories territories, Asking asking, Once once) {
        this.register = register;
        this.territories = territories;
        this.asking = asking;
        this.once = once;
    }

    @CheckedTemplate(basePath = "master")
    static class Templates {
        static native TemplateInstance retailers(
                PageOf<RegisteredRetailer> list,
                Filled form,
                RetailerFilter filter,
                List<Territories.Choice> territories);

        static native TemplateInstance retailerForm(
                RegisteredRetailer retailer, Filled form, List<Territories.Choice> territories);
    }

    @GET
    @Path("retailers")
    @RolesAllowed({
        Role.Name.RETAILER,
        Role.Name.CUSTOMER_MANAGER,
        Role.Name.MARKET_MANAGER,
        Role.Name.ORDER_DESK,
        Role.Name.PLANNER,
        Role.Name.AUDITOR
    })
    public Response list(@BeanParam RetailerFilter filter, @Valid @BeanParam Paging paging) {
        if (asking.known().scope() instanceof Scope.OneRetailer own) {
            return SeeOther.to(Addresses.retailer(own.licence()));
        }
        PageOf<RegisteredRetailer> list = register.list(filter, paging);
        return Response.ok(Templates.retailers(list, Filled.with(filter.fields()), filter, territories.all()))
                .build();
    }

    @GET
    @Path("new-retailer")
    @RolesAllowed(Role.Name.PLANNER)
    public TemplateInstance newOne() {
        Map<String, String> usual = Filled.fields("status", "ACTIVE", "orderInterval", 1);
        return Templates.retailerForm(null, Filled.with(usual), territories.all());
    }

    @POST
    @Path("new-retailer")
    @RolesAllowed(Role.Name.PLANNER)
    public Response add(@BeanParam RetailerForm form) {
        try {
            return QuarkusTransaction.requiringNew()
                    .call(() -> once.create(form.once, form.fields(), () -> {
                        RegisteredRetailer added = register.create(form.licence, form.edit());
                        return SeeOther.to(added.address());
                    }));
        } catch (Refused refused) {
            return Filled.again(
                    refused,
                    () -> Templates.retailerForm(null, Filled.refused(form.fields(), refused), territories.all()));
        }
    }

    @GET
    @Path("retailers/{licence}/edit")
    @RolesAllowed(Role.Name.PLANNER)
    public TemplateInstance edit(@RestPath String licence) {
        RegisteredRetailer retailer = register.read(licence);
        return Templates.retailerForm(retailer, Filled.with(RetailerForm.fields(retailer)), territories.all());
    }

    @POST
    @Path("retailers/{licence}/edit")
    @RolesAllowed(Role.Name.PLANNER)
    public Response change(@RestPath String licence, @BeanParam RetailerForm form) {
        RegisteredRetailer retailer = register.read(licence);
        try {
            register.change(licence, version -> Versions.requireSame(form.version, version), form.edit());
            return SeeOther.to(retailer.address());
        } catch (Refused refused) {
            return Filled.again(
                    refused,
                    () -> Templates.retailerForm(retailer, Filled.refused(form.fields(), refused), territories.all()));
        }
    }
}
