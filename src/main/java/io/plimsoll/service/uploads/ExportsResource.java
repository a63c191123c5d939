package io.plimsoll.service.uploads;

import io.plimsoll.service.right.Role;
import io.plimsoll.service.web.Asking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** Data as files, for programs. */
@Path("/api/exports")
@Tag(name = "Exports")
public class ExportsResource {

    private static final String FORMATS =
            "csv (UTF-8), csv-marked (the same with a byte order mark), csv-gb18030, xlsx";

    private final TakingOut out;
    private final Asking asking;

    ExportsResource(TakingOut out, Asking asking) {
        this.out = out;
        this.asking = asking;
    }

    @GET
    @Path("cycles/{cycle}")
    @RolesAllowed({Role.Name.PLANNER, Role.Name.AUDITOR})
    @Operation(
            summary = "A whole cycle as the folder it would come in as",
            description = "Of a cycle that is frozen. The exact zip is what plimsoll allocate and verify read.")
    public Response cycle(
            @RestPath String cycle,
            @Parameter(description = "exact, spreadsheets (both zip) or workbook") @RestQuery @DefaultValue("exact")
                    String form) {
        return out.cycle(asking.known(), cycle, form);
    }

    @GET
    @Path("cycles/{cycle}/runs/{run}")
    @RolesAllowed({Role.Name.PLANNER, Role.Name.AUDITOR})
    @Operation(
            summary = "A cycle as one of its runs read it, and the result of that run",
            description =
                    "A zip with the folders cycle and result, as plimsoll verify reads them; of superseded runs too.")
    public Response run(@RestPath String cycle, @RestPath long run) {
        return out.run(asking.known(), cycle, run);
    }

    @GET
    @Path("cycles/{cycle}/{table}")
    @RolesAllowed({
        Role.Name.RETAILER,
        Role.Name.CUSTOMER_MANAGER,
        Role.Name.MARKET_MANAGER,
        Role.Name.PLANNER,
        Role.Name.AUDITOR
    })
    @Operation(
            summary = "One table of a cycle, the rows that are yours to see",
            description =
                    "cycle, retailers, skus, supply, orders, submissions or grants. Managers get retailers, orders"
                            + " and grants of their shops; a retailer gets orders and grants of his own.")
    public Response table(
            @RestPath String cycle,
            @RestPath String table,
            @Parameter(description = FORMATS) @RestQuery @DefaultValue("csv") String format) {
        return out.table(asking.known(), cycle, table, format);
    }

    @GET
    @Path("register/{table}")
    @RolesAllowed({Role.Name.CUSTOMER_MANAGER, Role.Name.MARKET_MANAGER, Role.Name.PLANNER, Role.Name.AUDITOR})
    @Operation(summary = "The register of retailers or Skus as it is now, the rows that are yours to see")
    public Response register(
            @RestPath String table, @Parameter(description = FORMATS) @RestQuery @DefaultValue("csv") String format) {
        return out.register(asking.known(), table, format);
    }
}
