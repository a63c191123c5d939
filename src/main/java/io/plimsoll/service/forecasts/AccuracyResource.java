package io.plimsoll.service.forecasts;

import io.plimsoll.service.right.Role;
import io.plimsoll.service.web.PageOf;
import io.plimsoll.service.web.Paging;
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
import org.jboss.resteasy.reactive.RestQuery;

/** How near forecasts came, for programs. */
@Path("/api/forecast-accuracy")
@Tag(name = "Forecasts")
@RolesAllowed({Role.Name.CUSTOMER_MANAGER, Role.Name.MARKET_MANAGER, Role.Name.PLANNER, Role.Name.AUDITOR})
public class AccuracyResource {

    private final Accuracies accuracies;
    private final AccuracyOut out;

    AccuracyResource(Accuracies accuracies, AccuracyOut out) {
        this.accuracies = accuracies;
        this.out = out;
    }

    @GET
    @Operation(summary = "Forecasts of months that are over beside what was reported, by brand and manager")
    public PageOf<Score> list(@Valid @BeanParam AccuracyFilter filter, @Valid @BeanParam Paging paging) {
        filter.check();
        return accuracies.list(filter, paging);
    }

    @GET
    @Path("overview")
    @Operation(summary = "Accuracy weighted by volume, by month, manager and brand, beside that of the naive forecast")
    public AccuracyOverview overview(@Valid @BeanParam AccuracyFilter filter) {
        filter.check();
        return accuracies.overview(filter);
    }

    @GET
    @Path("table")
    @Produces(MediaType.WILDCARD)
    @Operation(summary = "The list as a table: csv, csv-marked, csv-gb18030 or xlsx")
    public Response table(
            @Valid @BeanParam AccuracyFilter filter,
            @Parameter(description = "csv, csv-marked, csv-gb18030 or xlsx", example = "csv") @RestQuery
                    String format) {
        filter.check();
        return out.table(filter, format);
    }
}
