package io.plimsoll.service.figures;

import io.plimsoll.service.master.Territories;
import io.plimsoll.service.right.Role;
import io.plimsoll.service.web.Filled;
import io.plimsoll.service.web.PageOf;
import io.plimsoll.service.web.Paging;
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
import java.math.BigDecimal;
import java.util.List;
import org.jboss.resteasy.reactive.RestQuery;

/** The register of key accounts. */
@Path("/key-accounts")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed({Role.Name.CUSTOMER_MANAGER, Role.Name.MARKET_MANAGER, Role.Name.PLANNER, Role.Name.AUDITOR})
public class KeyAccountPages {

    private final KeyAccounts accounts;
    private final KeyAccountsOut out;
    private final PresentThresholds thresholds;
    private final Territories territories;

    KeyAccountPages(KeyAccounts accounts, KeyAccountsOut out, PresentThresholds thresholds, Territories territories) {
        this.accounts = accounts;
        this.out = out;
        this.thresholds = thresholds;
        this.territories = territories;
    }

    @CheckedTemplate(basePath = "figures")
    static class Templates {
        static native TemplateInstance keyAccounts(
                PageOf<KeyAccount> list,
                Filled form,
                List<KeyAccountFilter.Standing> standings,
                List<Territories.Choice> territories,
                BigDecimal cartons,
                BigDecimal times);
    }

    @GET
    public TemplateInstance list(@BeanParam KeyAccountFilter filter, @Valid @BeanParam Paging paging) {
        Thresholds present = thresholds.get();
        return Templates.keyAccounts(
                accounts.list(filter, paging),
                Filled.with(filter.fields()),
                List.of(KeyAccountFilter.Standing.values()),
                territories.all(),
                present.keyAccount(),
                present.timesTheMean());
    }

    @GET
    @Path("table")
    @Produces(MediaType.WILDCARD)
    public Response table(@BeanParam KeyAccountFilter filter, @RestQuery String format) {
        return out.table(filter, format);
    }
}
