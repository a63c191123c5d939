package io.plimsoll.service.figures;

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

/** Watched shops, for programs. */
@Path("/api/shops")
@Tag(name = "Figures")
@RolesAllowed({Role.Name.CUSTOMER_MANAGER, Role.Name.MARKET_MANAGER, Role.Name.PLANNER, Role.Name.AUDITOR})
public class ShopResource {

    private final Shops shops;
    private final ShopsOut out;

    ShopResource(Shops shops, ShopsOut out) {
        this.shops = shops;
        this.out = out;
    }

    @GET
    @Operation(
            summary =
                    "The shops that one looks after, those with most concerns first, with their indicators, peers and twelve months")
    public PageOf<WatchedShop> list(@BeanParam ShopFilter filter, @Valid @BeanParam Paging paging) {
        return shops.list(filter, paging);
    }

    @GET
    @Path("table")
    @Produces(MediaType.WILDCARD)
    @Operation(summary = "The same as a table: csv, csv-marked, csv-gb18030 or xlsx")
    public Response table(
            @BeanParam ShopFilter filter,
            @Parameter(description = "csv, csv-marked, csv-gb18030 or xlsx", example = "csv") @RestQuery
                    String format) {
        return out.table(filter, format);
    }
}
