package io.plimsoll.service.plans;

import io.plimsoll.service.right.Role;
import io.plimsoll.service.web.PageOf;
import io.plimsoll.service.web.Paging;
import io.plimsoll.service.web.Refused;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** Targets, plans and reports, one page each, for staff. */
@Path("/plans")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed({Role.Name.CUSTOMER_MANAGER, Role.Name.MARKET_MANAGER, Role.Name.PLANNER, Role.Name.AUDITOR})
public class PlanPages {

    private final Targets targets;
    private final Listings listings;
    private final Guidances guidances;
    private final NewBrands brands;
    private final PlansOut out;

    PlanPages(Targets targets, Listings listings, Guidances guidances, NewBrands brands, PlansOut out) {
        this.targets = targets;
        this.listings = listings;
        this.guidances = guidances;
        this.brands = brands;
        this.out = out;
    }

    @CheckedTemplate(basePath = "plans")
    static class Templates {
        static native TemplateInstance targets(PageOf<Targets.Target> list);

        static native TemplateInstance listings(PageOf<Listings.Listing> list);

        static native TemplateInstance guidance(PageOf<Guidances.Guidance> list);

        static native TemplateInstance newBrands(PageOf<NewBrands.NewBrand> list);

        static native TemplateInstance report(NewBrands.Report report);
    }

    @GET
    public TemplateInstance newBrands(@Valid @BeanParam Paging paging) {
        return Templates.newBrands(brands.list(paging));
    }

    @GET
    @Path("new-brands/report")
    public TemplateInstance report(@RestQuery String brand) {
        return Templates.report(brands.report(brand).orElseThrow(Refused::notFound));
    }

    @GET
    @Path("listings")
    public TemplateInstance listings(@Valid @BeanParam Paging paging) {
        return Templates.listings(listings.list(paging));
    }

    @GET
    @Path("guidance")
    public TemplateInstance guidance(@Valid @BeanParam Paging paging) {
        return Templates.guidance(guidances.list(paging));
    }

    @GET
    @Path("targets")
    public TemplateInstance targets(@Valid @BeanParam Paging paging) {
        return Templates.targets(targets.list(paging));
    }

    @GET
    @Path("tables/{table}")
    @Produces(MediaType.WILDCARD)
    public Response table(@RestPath String table, @RestQuery String format) {
        return out.table(table, format);
    }
}
