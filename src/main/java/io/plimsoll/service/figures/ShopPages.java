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
import java.time.Instant;
import java.util.List;
import org.jboss.resteasy.reactive.RestQuery;

/** Where to look: the shops that somebody looks after, the worst first. */
@Path("/shops")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed({Role.Name.CUSTOMER_MANAGER, Role.Name.MARKET_MANAGER, Role.Name.PLANNER, Role.Name.AUDITOR})
public class ShopPages {

    private final Shops shops;
    private final ShopsOut out;
    private final Territories territories;

    ShopPages(Shops shops, ShopsOut out, Territories territories) {
        this.shops = shops;
        this.out = out;
        this.territories = territories;
    }

    @CheckedTemplate(basePath = "figures")
    static class Templates {
        static native TemplateInstance shops(
                PageOf<WatchedShop> list,
                ShopFilter filter,
                Filled form,
                List<Watch> watches,
                List<Territories.Choice> territories,
                Instant derivedAt);
    }

    @GET
    public TemplateInstance list(@BeanParam ShopFilter filter, @Valid @BeanParam Paging paging) {
        return Templates.shops(
                shops.list(filter, paging),
                filter,
                Filled.with(filter.fields()),
                List.of(Watch.values()),
                territories.all(),
                shops.derivedAt().orElse(null));
    }

    @GET
    @Path("table")
    @Produces(MediaType.WILDCARD)
    public Response table(@BeanParam ShopFilter filter, @RestQuery String format) {
        return out.table(filter, format);
    }
}
