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

/** The register of key accounts, for programs. */
@Path("/api/key-accounts")
@Tag(name = "Figures")
@RolesAllowed({Role.Name.CUSTOMER_MANAGER, Role.Name.MARKET_MANAGER, Role.Name.PLANNER, Role.Name.AUDITOR})
public class KeyAccountResource {

    private final KeyAccounts accounts;
    private final KeyAccountsOut out;

    KeyAccountResource(KeyAccounts accounts, KeyAccountsOut out) {
        this.accounts = accounts;
        this.out = out;
    }

    @GET
    @Operation(summary = "Key accounts that one looks after, registered or by their volume, in five dimensions (R29)")
    public PageOf<KeyAccount> list(@BeanParam KeyAccountFilter filter, @Valid @BeanParam Paging paging) {
        return accounts.list(filter, paging);
    }

    @GET
    @Path("table")
    @Produces(MediaType.WILDCARD)
    @Operation(summary = "The same as a table: csv, csv-marked, csv-gb18030 or xlsx")
    public Response table(
            @BeanParam KeyAccountFilter filter,
            @Parameter(description = "csv, csv-marked, csv-gb18030 or xlsx", example = "csv") @RestQuery
                    String format) {
        return out.table(filter, format);
    }
}
