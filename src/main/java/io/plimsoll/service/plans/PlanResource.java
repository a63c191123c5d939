package io.plimsoll.service.plans;

import io.plimsoll.service.right.Role;
import io.plimsoll.service.web.PageOf;
import io.plimsoll.service.web.Paging;
import io.plimsoll.service.web.Refused;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** Targets, plans and reports, for programs of staff. */
@Path("/api/plans")
@Tag(name = "Plans and reports")
@RolesAllowed({Role.Name.CUSTOMER_MANAGER, Role.Name.MARKET_MANAGER, Role.Name.PLANNER, Role.Name.AUDITOR})
public class PlanResource {

    private final Targets targets;
    private final Listings listings;
    private final Guidances guidances;
    private final NewBrands brands;
    private final PlansOut out;

    PlanResource(Targets targets, Listings listings, Guidances guidances, NewBrands brands, PlansOut out) {
        this.targets = targets;
        this.listings = listings;
        this.guidances = guidances;
        this.brands = brands;
        this.out = out;
    }

    @GET
    @Path("targets")
    @Operation(summary = "Company targets beside what came of them; never shown to retailers (R28)")
    public PageOf<Targets.Target> targets(@Valid @BeanParam Paging paging) {
        return targets.list(paging);
    }

    @GET
    @Path("listings")
    @Operation(summary = "Listing plans, counts of brands, beside how many brands shops were granted (R32)")
    public PageOf<Listings.Listing> listings(@Valid @BeanParam Paging paging) {
        return listings.list(paging);
    }

    @GET
    @Path("guidance")
    @Operation(summary = "How far guidance reached and how often it helped, beside its targets (R33)")
    public PageOf<Guidances.Guidance> guidance(@Valid @BeanParam Paging paging) {
        return guidances.list(paging);
    }

    @GET
    @Path("new-brands")
    @Operation(summary = "Brands whose first day is less than a year ago, the newest first")
    public PageOf<NewBrands.NewBrand> newBrands(@Valid @BeanParam Paging paging) {
        return brands.list(paging);
    }

    @GET
    @Path("new-brands/report")
    @Operation(summary = "What came of a new brand in its first month (R32)")
    public NewBrands.Report report(@Parameter(example = "Harbour") @RestQuery String brand) {
        return brands.report(brand).orElseThrow(Refused::notFound);
    }

    @GET
    @Path("tables/{table}")
    @Produces(MediaType.WILDCARD)
    @Operation(summary = "A list as a table: csv, csv-marked, csv-gb18030 or xlsx")
    public Response table(
            @Parameter(description = "targets, listings, guidance or new-brands", example = "listings") @RestPath
                    String table,
            @Parameter(description = "csv, csv-marked, csv-gb18030 or xlsx", example = "csv") @RestQuery
                    String format) {
        return out.table(table, format);
    }
}
