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
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import org.jboss.resteasy.reactive.RestPath;

/** The list of territories, and the forms to add one and to name one anew. */
@Path("/")
@Produces(MediaType.TEXT_HTML)
public class TerritoryPages {

    private final Territories territories;
    private final Once once;

    TerritoryPages(Territories territories, Once once) {
        this.territories = territories;
        this.once = once;
    }

    @CheckedTemplate(basePath = "master")
    static class Templates {
        static native TemplateInstance territories(PageOf<Territory> list);

        static native TemplateInstance territoryForm(Territory territory, Filled form);
    }

    /** The form, as a browser sends it. */
    public static class Form {

        @FormParam("once")
        String once;

        @FormParam("version")
        long version;

        @FormParam("code")
        String code;

        @FormParam("name")
        String name;

        Map<String, String> fields() {
            return Filled.fields("version", version, "code", code, "name", name);
        }
    }

    @GET
    @Path("territories")
    @RolesAllowed({
        Role.Name.RETAILER,
        Role.Name.CUSTOMER_MANAGER,
        Role.Name.MARKET_MANAGER,
        Role.Name.ORDER_DESK,
        Role.Name.PLANNER,
        Role.Name.AUDITOR
    })
    public TemplateInstance list(@Valid @BeanParam Paging paging) {
        return Templates.territories(territories.list(paging));
    }

    @GET
    @Path("new-territory")
    @RolesAllowed(Role.Name.PLANNER)
    public TemplateInstance newOne() {
        return Templates.territoryForm(null, Filled.with(Map.of()));
    }

    @POST
    @Path("new-territory")
    @RolesAllowed(Role.Name.PLANNER)
    public Response add(@BeanParam Form form) {
        try {
            return QuarkusTransaction.requiringNew()
                    .call(() -> once.create(form.once, form.fields(), () -> {
                        territories.create(form.code, form.name);
                        return SeeOther.to("/territories");
                    }));
        } catch (Refused refused) {
            return Filled.again(refused, () -> Templates.territoryForm(null, Filled.refused(form.fields(), refused)));
        }
    }

    @GET
    @Path("territories/{territory}")
    @RolesAllowed(Role.Name.PLANNER)
    public TemplateInstance edit(@RestPath String territory) {
        Territory found = territories.one(territory);
        Map<String, String> fields = Filled.fields("version", found.version(), "name", found.name());
        return Templates.territoryForm(found, Filled.with(fields));
    }

    @POST
    @Path("territories/{territory}")
    @RolesAllowed(Role.Name.PLANNER)
    public Response change(@RestPath String territory, @BeanParam Form form) {
        Territory found = territories.one(territory);
        try {
            territories.change(territory, version -> Versions.requireSame(form.version, version), form.name);
            return SeeOther.to("/territories");
        } catch (Refused refused) {
            return Filled.again(refused, () -> Templates.territoryForm(found, Filled.refused(form.fields(), refused)));
        }
    }
}
