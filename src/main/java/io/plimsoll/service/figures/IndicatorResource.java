package io.plimsoll.service.figures;

import io.plimsoll.service.right.Role;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;

/** Indicators, for programs. */
@Path("/api/indicators")
@Tag(name = "Figures")
@RolesAllowed({Role.Name.CUSTOMER_MANAGER, Role.Name.MARKET_MANAGER, Role.Name.PLANNER, Role.Name.AUDITOR})
public class IndicatorResource {

    private final Indicators indicators;
    private final IndicatorsOut out;

    IndicatorResource(Indicators indicators, IndicatorsOut out) {
        this.indicators = indicators;
        this.out = out;
    }

    /** All of them. */
    public record AllIndicators(List<IndicatorSheet> indicators) {}

    @GET
    @Operation(
            summary =
                    "The indicators of the shops that one looks after, told apart by time, manager, territory, class or tier")
    public AllIndicators all(@BeanParam IndicatorFilter filter) {
        return new AllIndicators(indicators.all(filter));
    }

    @GET
    @Path("table")
    @Produces(MediaType.WILDCARD)
    @Operation(summary = "The same as a table: csv, csv-marked, csv-gb18030 or xlsx")
    public Response table(
            @BeanParam IndicatorFilter filter,
            @Parameter(description = "csv, csv-marked, csv-gb18030 or xlsx", example = "csv") @RestQuery
                    String format) {
        return out.table(filter, format);
    }
}
