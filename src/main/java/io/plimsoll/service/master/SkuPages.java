package io.plimsoll.service.master;

import io.plimsoll.service.right.Role;
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
import java.util.Map;
import org.jboss.resteasy.reactive.RestPath;

/** The list of Skus, the page of one, and the forms to add and change one. */
@Path("/")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed({
    Role.Name.RETAILER,
    Role.Name.CUSTOMER_MANAGER,
    Role.Name.MARKET_MANAGER,
    Role.Name.ORDER_DESK,
    Role.Name.PLANNER,
    Role.Name.AUDITOR
})
public class SkuPages {

    private final SkuRegister register;
    private final Once once;

    SkuPages(SkuRegister register, Once once) {
        this.register = register;
        this.once = once;
    }

    @CheckedTemplate(basePath = "master")
    static class Templates {
        static native TemplateInstance skus(PageOf<RegisteredSku> list, Filled form);

        static native TemplateInstance sku(RegisteredSku sku);

        static native TemplateInstance skuForm(RegisteredSku sku, Filled form);
    }

    @GET
    @Path("skus")
    public TemplateInstance list(@BeanParam SkuFilter filter, @Valid @BeanParam Paging paging) {
        Map<String, String> asked =
                Filled.fields("search", filter.search, "tier", filter.tier, "status", filter.status);
        return Templates.skus(register.list(filter, paging), Filled.with(asked));
    }

    @GET
    @Path("skus/{sku}")
    public TemplateInstance one(@RestPath String sku) {
        return Templates.sku(register.one(sku));
    }

    @GET
    @Path("new-sku")
    @RolesAllowed(Role.Name.PLANNER)
    public TemplateInstance newOne() {
        return Templates.skuForm(null, Filled.with(Map.of()));
    }

    @POST
    @Path("new-sku")
    @RolesAllowed(Role.Name.PLANNER)
    public Response add(@BeanParam SkuForm form) {
        try {
            return QuarkusTransaction.requiringNew()
                    .call(() -> once.create(form.once, form.fields(), () -> {
                        RegisteredSku added = register.create(form.sku, form.edit());
                        return SeeOther.to(added.address());
                    }));
        } catch (Refused refused) {
            return Filled.again(refused, () -> Templates.skuForm(null, Filled.refused(form.fields(), refused)));
        }
    }

    @GET
    @Path("skus/{sku}/edit")
    @RolesAllowed(Role.Name.PLANNER)
    public TemplateInstance edit(@RestPath String sku) {
        RegisteredSku found = register.one(sku);
        return Templates.skuForm(found, Filled.with(SkuForm.fields(found)));
    }

    @POST
    @Path("skus/{sku}/edit")
    @RolesAllowed(Role.Name.PLANNER)
    public Response change(@RestPath String sku, @BeanParam SkuForm form) {
        RegisteredSku found = register.one(sku);
        try {
            register.change(sku, version -> Versions.requireSame(form.version, version), form.edit());
            return SeeOther.to(found.address());
        } catch (Refused refused) {
            return Filled.again(refused, () -> Templates.skuForm(found, Filled.refused(form.fields(), refused)));
        }
    }
}
